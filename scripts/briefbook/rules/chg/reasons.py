"""Whether a changed text says something new: a comma, a capital or another word for it is none."""

import re
from collections import Counter

_WORDS = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]|[^\W_]+")
FEWEST = 2
"""New words from which on a text gives another reason, unless most of it is new anyway."""


def says_more(before: str | None, after: str | None) -> bool:
    """Whether a text holds words that it did not hold: two at least, or half of it."""
    old, new = (Counter(_WORDS.findall((text or "").casefold())) for text in (before, after))
    fresh = (new - old).total()
    return fresh >= FEWEST or 2 * fresh > new.total()
