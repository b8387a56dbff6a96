"""Whether two texts say the same: what they differ by is a comma, a capital, a blank."""

import re
from unicodedata import normalize

_MARKS = ".,;:!…·()、。，；：！（）"
_ENDS = ".;:!?。；：！？"
_DASHES = "-‐‑‒–—―−"
_TOKENS = re.compile(
    rf"\d+(?:[.,:/’']\d+)*|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|[{_DASHES}](?=\s*[^\w\s]?[\d⁰¹²³⁴-⁹])|\S"
)
"""A number; a word; a dash before a number, where it may be a minus; any other sign for itself: an
arrow, a tick, a currency, a vowel sign of a script without letters for them."""
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufe0e\ufe0f\ufeff]")
_FORMS = str.maketrans(dict.fromkeys("“”„«»「」『』", '"') | dict.fromkeys("’ʼ", "'"))
_SINGLE = re.compile(r"(?<!\w)[‘‚‹'](.+?)[›'](?!\w)", re.DOTALL)
_LONG = 5
"""Letters of a word that can be mended: of shorter ones too many are words."""
_NO = frozenset({
    "not", "no", "never", "none", "nor", "cannot", "without", "не", "ни", "нет", "без", "nicht",
    "kein", "pas", "不", "没", "沒", "无", "無", "非", "未",
})  # fmt: skip
"""Beside these a small mark says what it is that is denied."""
_BY_CAPITAL = frozenset({
    "polish", "march", "may", "august", "turkey", "china", "democrat", "democrats", "republican",
    "republicans", "conservative", "conservatives", "liberal", "liberals", "labour", "green",
    "greens", "catholic", "orthodox",
})  # fmt: skip
"""Words that mean something else with a capital."""


def says_the_same(before: str | None, after: str | None) -> bool:
    """Whether two texts have the same words, numbers and signs: they differ by commas, full stops,
    the capital of a word's first letter, blanks or the form of a quotation mark alone."""
    return _said(before or "") == _said(after or "")


def slips_mended(before: str | None, after: str | None) -> list[tuple[str, str]]:
    """The words that were mended, each with what it is now, where nothing else has changed: long
    words that begin alike and differ by a letter that is missing, too many, wrong or in the wrong
    order. Nothing, where there is another difference.

    Whether it was a slip, only somebody can say who knows which of the two is a word.
    """
    old, new = _said(before or ""), _said(after or "")
    if len(old) != len(new):
        return []
    pairs = [(one, other) for one, other in zip(old, new, strict=True) if one != other]
    return pairs if all(_is_slip(*pair) for pair in pairs) else []


def _is_slip(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _LONG or one[0] != other[0]:
        return False
    if not (one.isalpha() and other.isalpha() and one.islower() and other.islower()):
        return False
    ahead = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
                 min(len(one), len(other)))  # fmt: skip
    rest, rest_now = one[ahead:], other[ahead:]
    swapped = rest_now[:2] == rest[1::-1] and rest_now[2:] == rest[2:]
    return swapped or rest_now[1:] in (rest[1:], rest) or rest_now == rest[1:]


def _said(text: str) -> list[str]:
    """What of a text may carry meaning, in its order."""
    plain = _SINGLE.sub(r'"\1"', _UNSEEN.sub("", normalize("NFC", text)).translate(_FORMS))
    tokens = _TOKENS.findall(plain)
    said, begins = list[str](), True
    for at, token in enumerate(tokens):
        if token in _MARKS:
            beside = tokens[max(at - 1, 0) : at + 2]
            if any(one.lower() in _NO for one in beside):
                said.append(",")
        elif token in _DASHES:
            if at + 1 < len(tokens) and not tokens[at + 1][0].isalpha():
                said.append("-")
        else:
            said.append(_without_capital(token, begins=begins))
        begins = token in _ENDS
    return said


def _without_capital(word: str, *, begins: bool) -> str:
    """A word with its first letter small, unless it becomes another word by that."""
    small = word[:1].lower() + word[1:]
    return small if small.islower() and (begins or small not in _BY_CAPITAL) else word
