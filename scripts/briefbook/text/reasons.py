"""Whether a text says something, or more than it said: short words alone are no reason."""

import re
from collections import Counter

_WORDS = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]|[^\W_]+")
_SHORTEST = 4
"""Letters from which on a word can carry a reason: “so be it” says nothing."""
FEWEST = 2
"""New words from which on a text gives another reason, unless most of it is new anyway."""


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


def _carries(word: str) -> bool:
    return len(word) >= _SHORTEST or word[0].isdigit() or word[0] >= "\u2e80"
