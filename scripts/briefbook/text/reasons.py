"""Whether a changed text says something new: a comma, a capital or another word for it is none."""

import re
from collections import Counter

_WORDS = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]|[^\W_]+")
_SHORTEST = 4
"""Letters from which on a word can carry a reason: “so be it” says nothing."""
FEWEST = 2
"""New words from which on a text gives another reason, unless most of it is new anyway."""
_TOKENS = re.compile(
    r"[-+\u2212]?\d+(?:[.,:/\u2019']\d+)*|[^\W\d_]+(?:['\u2019\u02bc][^\W\d_]+)*|[?%\u2030$\u20ac\u00a3\u00a5<>=\u00b1\u2260\u2248\u00b0\u00b2\u00b3]"
    r"|[\"\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d]"
)
_QUOTES = str.maketrans(
    dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d", '"')
    | dict.fromkeys("\u2019\u02bc", "'")
)


def says_more(before: str | None, after: str | None) -> bool:
    """Whether a text holds words that it did not hold: two at least, or half of it, and not short
    ones alone."""
    old, new = (Counter(_WORDS.findall((text or "").casefold())) for text in (before, after))
    fresh = new - old
    return any(map(_carries, fresh)) and (
        fresh.total() >= FEWEST or 2 * fresh.total() > new.total()
    )


def says_something(text: str | None) -> bool:
    """Whether a text is more than signs and short words."""
    return says_more(None, text)


def says_the_same(before: str | None, after: str | None) -> bool:
    """Whether two texts have the same words, numbers and quotation marks: they differ by commas,
    full stops, capitals, blanks or the form of a mark alone."""
    one, other = (_TOKENS.findall((text or "").translate(_QUOTES).casefold())
                  for text in (before, after))  # fmt: skip
    return one == other


def _carries(word: str) -> bool:
    return len(word) >= _SHORTEST or word[0].isdigit() or word[0] >= "\u2e80"
