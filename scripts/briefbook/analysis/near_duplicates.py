"""Statements that say almost the same: found by their rarest words, in time linear in the corpus.

Two statements are alike if at least four fifths of their words are shared (Jaccard similarity) and
they agree in numbers, in names and in “not”. Sets that are so alike must share one of their few
rarest words (prefix filtering: Bayardo, Ma and Srikant 2007), so only statements that do are
compared; of those that share a word the latest few are enough.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Generic, TypeVar

K = TypeVar("K")

ALIKE = 0.8
_LATEST = 16
_SHORTEST = 4
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+(?:['’-][^\W_\u3400-\u9fff]+)*")
_EMPTY = frozenset(
    {"a", "an", "the", "of", "in", "on", "at", "to", "by", "for", "from", "with", "and"}
    | {"or", "as", "that", "this", "these", "those", "it", "its", "is", "are", "was"}
    | {"were", "be", "been", "has", "have", "had", "will", "would", "can", "could"}
    | {"their", "his", "her", "they", "he", "she", "which", "who"}
)
_NOT = frozenset(
    {"not", "no", "never", "neither", "nor", "without", "cannot"}
    | {"не", "ни", "нет", "без", "никогда"}
    | {"不", "没", "未", "无", "非"}
)


_SHORT_NOT = ("n't", "n’t")


@dataclass(frozen=True, slots=True)
class _Words:
    """A statement taken apart: its words, and what two alike statements must agree in."""

    words: frozenset[str]
    exact: tuple[frozenset[str], bool]
    first: str

    @classmethod
    def of(cls, statement: str) -> "_Words":
        found = _WORD.findall(statement)
        lower = [word.lower() for word in found]
        every = frozenset(lower)
        names = {w for w in found[1:] if w != w.lower()}
        mixed = [word for word in every if not word.isalpha()]
        numbers = {word for word in mixed if any(char.isdigit() for char in word)}
        denies = not _NOT.isdisjoint(every) or any(word.endswith(_SHORT_NOT) for word in mixed)
        return cls(
            every - _EMPTY,
            (frozenset({*names, *numbers}), denies),
            next((word for word in lower if word not in _EMPTY), ""),
        )

    def begins_unlike(self, other: "_Words") -> bool:
        """Whether each begins with a word that the other lacks: the first word may be a name."""
        return self.first not in other.words and other.first not in self.words


@dataclass(frozen=True, slots=True)
class Likeness(Generic[K]):
    """A statement, the earlier one that it is most alike, and how alike (0.8 to 1)."""

    later: K
    earlier: K
    share: float


def near_duplicates(statements: Mapping[K, str]) -> Iterator[Likeness[K]]:
    """Each statement that is much like an earlier one, with the likest; in the order given."""
    taken = {key: _Words.of(text) for key, text in statements.items()}
    often = Counter(word for one in taken.values() for word in one.words)
    index: dict[tuple[str, object], list[K]] = {}
    for key, one in taken.items():
        if len(one.words) < _SHORTEST:
            continue
        rarest = sorted(one.words, key=lambda word: (often[word], word))
        rarest = rarest[: len(rarest) - ceil(ALIKE * len(rarest)) + 1]
        keys = [(word, one.exact) for word in rarest]
        found = _likest(one, _candidates(keys, index), taken)
        if found:
            yield Likeness(key, found[1], found[0])
        for place in keys:
            index.setdefault(place, []).append(key)


def _candidates(
    words: Iterable[tuple[str, object]], index: Mapping[tuple[str, object], list[K]]
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
