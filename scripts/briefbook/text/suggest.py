"""The nearest word of a vocabulary, for “did you mean”."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, vocabulary: Iterable[str]) -> str | None:
    """The closest known word, or None if nothing is near enough to be a slip of the pen."""
    known = sorted(set(vocabulary))
    folded = {entry.casefold().replace("_", "-"): entry for entry in reversed(known)}
    wanted = word.casefold().replace("_", "-").strip()
    if wanted in folded:
        return folded[wanted]
    close = get_close_matches(wanted[:100], folded, n=1, cutoff=0.7)
    return folded[close[0]] if close else None
