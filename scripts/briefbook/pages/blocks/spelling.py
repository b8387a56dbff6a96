"""The other English spelling of words, British or American: “centres” is found by “centers”.

What is added stands only in the search index, where a word that nobody writes does no harm; so the
rules need no lists of exceptions. A rule that would hit common words with one spelling only
(“sector”, “over”) names its stems.
"""

import re

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
    found: dict[str, None] = {}
    for word in dict.fromkeys(_WORD.findall(text.lower())):
        for pattern, swap in _SWAPS:
            if match := pattern.fullmatch(word):
                found[match.expand(swap)] = None
    return list(found)
