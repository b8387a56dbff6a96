"""Where two long sequences of words surely belong together (patience diff, Bram Cohen)."""

from bisect import bisect_left
from collections.abc import Sequence

_RUN = 3
"""Words of a run that stands once on each side."""


def anchors(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Where runs of words begin that stand but once on each side, in the order of both: of those
    that cross each other as few as can be are left out. n log n in the words."""
    left, right = _once(one), _once(other)
    pairs = [(left[run], right[run]) for run in left if run in right]
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for at, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before.append(places[length - 1] if length else -1)
        if length == len(ends):
            ends.append(place)
            places.append(at)
        else:
            ends[length], places[length] = place, at
    found: list[tuple[int, int]] = []
    at = places[-1] if places else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]


def _once(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    """The runs that stand once, with their places, in their order."""
    first: dict[tuple[str, ...], int] = {}
    again = set[tuple[str, ...]]()
    for place in range(len(words) - _RUN + 1):
        run = tuple(words[place : place + _RUN])
        if first.setdefault(run, place) != place:
            again.add(run)
    return {run: place for run, place in first.items() if run not in again}
