"""Statements that say almost the same: found by their rarest words, in time linear in the corpus.

Two statements are alike if at least four fifths of their words are shared (Jaccard similarity) and
they agree in numbers, in names and in “not”. Sets that are so alike must share one of their few
rarest words (prefix filtering: Bayardo, Ma and Srikant 2007), so only statements that do are
compared; of those that share a word the latest few are enough.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Generic, TypeVar

from briefbook.text.likeness import Signs

K = TypeVar("K", bound=Hashable)

ALIKE = 0.8
_LATEST = 16
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class _Words:
    """A statement taken apart: its words, and what two alike statements must agree in."""

    words: frozenset[int]
    exact: int
    first: int

    @classmethod
    def of(cls, signs: Signs) -> "_Words":
        exact, first, *words = signs
        return cls(frozenset(words), exact, first)

    def begins_unlike(self, other: "_Words") -> bool:
        """Whether each begins with a word that the other lacks: the first word may be a name."""
        return self.first not in other.words and other.first not in self.words


@dataclass(frozen=True, slots=True)
class Likeness(Generic[K]):
    """A statement, the earlier one that it is most alike, and how alike (0.8 to 1)."""

    later: K
    earlier: K
    share: float


def near_duplicates(
    statements: Mapping[K, Signs], wanted: Collection[K] | None = None
) -> Iterator[Likeness[K]]:
    """Each statement that is much like an earlier one, with the likest; in the order given.

    If only some are `wanted`, the others are looked at as far as they may be like these.
    """
    often = Counter(word for signs in statements.values() for word in signs[2:])
    some = None if wanted is None else {statements[key][0] for key in wanted}
    taken = {
        key: _Words.of(signs)
        for key, signs in statements.items()
        if some is None or signs[0] in some
    }
    index: dict[tuple[int, int], list[K]] = {}
    for key, one in taken.items():
        if len(one.words) < _SHORTEST:
            continue
        rarest = sorted(one.words, key=lambda word: (often[word], word))
        rarest = rarest[: len(rarest) - ceil(ALIKE * len(rarest)) + 1]
        keys = [(word, one.exact) for word in rarest]
        if wanted is None or key in wanted:
            found = _likest(one, _candidates(keys, index), taken)
            if found:
                yield Likeness(key, found[1], found[0])
        for place in keys:
            index.setdefault(place, []).append(key)


def _candidates(
    words: Iterable[tuple[int, int]], index: Mapping[tuple[int, int], list[K]]
) -> Iterator[K]:
    seen: dict[K, None] = {}
    for word in words:
        seen.update(dict.fromkeys(index.get(word, ())[-_LATEST:]))
    yield from seen


def _likest(
    one: _Words, candidates: Iterable[K], taken: Mapping[K, _Words]
) -> tuple[float, K] | None:
    best: tuple[float, K] | None = None
    for key in candidates:
        other = taken[key]
        if one.begins_unlike(other):
            continue
        share = len(one.words & other.words) / len(one.words | other.words)
        if share >= ALIKE and (best is None or share > best[0]):
            best = (share, key)
    return best
