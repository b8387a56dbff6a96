"""Which item of one list is which of another: by its key, else by its likeness."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

from briefbook.model import Record
from briefbook.model.canonical_form import digest

T = TypeVar("T")
Match = tuple[T | None, T | None]

ALIKE = 0.6
"""The share of words in common from which on two records count as one that was renamed."""
_MOST = 10_000
"""Pairs that are looked at for likeness; where more were taken away and added, none is guessed."""


def match(
    before: Sequence[T],
    after: Sequence[T],
    key: Callable[[T], Hashable],
    record: Callable[[T], Record],
) -> Iterator[Match[T]]:
    """Pairs of items in the order of `after`, then what is gone; linear.

    Of several items with one key those that say the same belong together first, then the others
    in their order.
    """
    left: dict[int, T] = dict(enumerate(before))
    taken: dict[int, T] = {}
    unique = all(len({key(item) for item in side}) == len(side) for side in (before, after))
    for exact in (False,) if unique else (True, False):
        waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
        for index, item in left.items():
            waiting[key(item), digest(record(item)) if exact else ""].append(index)
        for index, item in enumerate(after):
            if index in taken:
                continue
            if found := waiting.get((key(item), digest(record(item)) if exact else "")):
                taken[index] = left.pop(found.popleft())
    for index, item in enumerate(after):
        yield taken.get(index), item
    for item in left.values():
        yield item, None


def by_likeness(
    gone: Sequence[T], new: Sequence[T], words: Callable[[T], str]
) -> list[tuple[T, T]]:
    """Pairs of a gone and a new item that say nearly the same, the most alike first."""
    if not gone or not new or len(gone) * len(new) > _MOST:
        return []
    left = [(index, set(words(item).casefold().split())) for index, item in enumerate(gone)]
    right = [(index, set(words(item).casefold().split())) for index, item in enumerate(new)]
    scored = sorted(
        (-score, i, j)
        for i, one in left
        for j, other in right
        if (score := _share(one, other)) >= ALIKE
    )
    used_left, used_right, found = set[int](), set[int](), list[tuple[T, T]]()
    for _, i, j in scored:
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            found.append((gone[i], new[j]))
    return found


def _share(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0
