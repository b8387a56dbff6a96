"""The other English spelling of words, British or American: “centres” is found by “centers”.

What is added stands only in the search index, where a word that nobody writes does no harm; so the
rules need no lists of exceptions. A rule that would hit common words with one spelling only
(“sector”, “over”) names its stems.
"""

import re
from functools import lru_cache

_OUR = r"\w*(?:arm|behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|rum|sav|vap|vig)"
_RE = r"\w*(?:calib|cent|fib|lit|lust|meag|met|somb|spect|theat)"
_L = r"(?:cancel|channel|counsel|dial|fuel|label|level|marvel|model|rival|signal|total|travel)"
_RULES = (
    (r"\w{3,}", "is", "iz", r"(?:e|ed|es|er|ers|ing|ation|ations|able)"),
    (r"\w{3,}", "ys", "yz", r"(?:e|ed|es|er|ers|ing)"),
    (_OUR, "our", "or", r"\w*"),
    (_RE, "re", "er", "s?"),
    (_L, "l", "", r"(?:ed|ing|er|ers)"),
    ("def|off|lic|pret", "ence", "ense", r"\w*"),
    ("anal|catal|dial|monol", "ogue", "og", "s?"),
    ("program", "me", "", "s?"),
    ("enrol|fulfil|instal", "", "l", r"(?:ments?)?"),
    ("acknowledg|judg", "e", "", "ments?"),
    ("gr", "e", "a", "y(?:ing)?"),
    ("", "sceptic", "skeptic", r"\w*"),
    ("alumin", "i", "", "um"),
    ("art", "e", "i", "facts?"),
)
"""A stem, how it goes on in British and in American English, and the ending."""
_SWAPS = tuple(
    (re.compile(f"({stem}){there}({ending})"), rf"\g<1>{other}\g<2>")
    for stem, british, american, ending in _RULES
    for there, other in ((british, american), (american, british))
)
_WORD = re.compile(r"[a-z]{4,}")


def other_spellings(text: str) -> list[str]:
    """Each word of the text that has another spelling, in that one; small letters, no repeats."""
    words = dict.fromkeys(_WORD.findall(text.lower()))
    return list(dict.fromkeys(other for word in words for other in _others(word)))


@lru_cache(maxsize=65536)
def _others(word: str) -> tuple[str, ...]:
    """The other spellings of one word: a corpus has many records and few words."""
    matches = ((pattern.fullmatch(word), swap) for pattern, swap in _SWAPS)
    return tuple(match.expand(swap) for match, swap in matches if match)
