"""Who leans on whom: records that rest on others, and everything that can be reached along them."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from briefbook.corpus import Corpus, Placed, Target
from briefbook.corpus.of_each import OfEach
from briefbook.model import Claim, Judgment, Record
from briefbook.model.barrier import Barrier
from briefbook.model.question import Question

N = TypeVar("N", bound=Hashable)


def target_of(reference: str, brief: str) -> Target:
    """What “record” or “brief#record” names, seen from a brief."""
    owner, mark, record = reference.rpartition("#")
    return Target("record", record, owner if mark else brief)


class Lean(NamedTuple):
    """One end of a leaning, and whether it is on the record's holding; None: as it was found."""

    target: Target
    holds: bool | None = None


def leans_of(placed: Placed[Record]) -> tuple[Lean, ...]:
    """What a record leans on, with the sign that it says."""
    record = placed.record
    if isinstance(record, Claim | Judgment):
        leans = (Lean(target_of(one.record, placed.brief_id), one.holds)
                 for one in record.depends_on)  # fmt: skip
        return tuple(dict.fromkeys(leans))
    if isinstance(record, Barrier):
        return tuple(Lean(target) for target in _targets(placed, record.rests_on))
    return ()


@dataclass(frozen=True)
class DependencyGraph:
    """`depends_on`, `rests_on` and `limited_by` of a corpus, in both directions."""

    corpus: Corpus

    @cached_property
    def basis(self) -> Mapping[Target, tuple[Target, ...]]:
        """For each judgment, claim and barrier what it needs to stand."""
        return _Basis(self.corpus)

    @cached_property
    def limits(self) -> Mapping[Target, tuple[Target, ...]]:
        """For each claim the barriers that limit it."""
        return {
            placed.target: _targets(placed, placed.record.limited_by)
            for placed in self.corpus.placed(Claim)
            if placed.record.limited_by
        }

    @cached_property
    def dependents(self) -> Mapping[Target, tuple[Target, ...]]:
        """For each record those that need it, in the order of files."""
        return reversed_edges(self.basis)

    @cached_property
    def leaners(self) -> Mapping[Target, tuple[Lean, ...]]:
        """For each record those that lean on it, with the sign of each leaning."""
        found: dict[Target, list[Lean]] = {}
        for kind in _LEANING:
            for placed in self.corpus.placed(kind):
                for lean in leans_of(placed):
                    found.setdefault(lean.target, []).append(Lean(placed.target, lean.holds))
        return {target: tuple(leans) for target, leans in found.items()}

    @cached_property
    def waiting(self) -> Mapping[Target, tuple[Target, ...]]:
        """For each question the judgments that wait on it, the ones it bears on first.

        A judgment waits if the question bears on it, or on something that it leans on. What is
        withdrawn neither waits nor is waited for.
        """
        judgments = {placed.target for placed in self.corpus.not_withdrawn(Judgment)}
        return {
            placed.target: tuple(
                found
                for found in reachable(_targets(placed, placed.record.bears_on), self.dependents)
                if found in judgments
            )
            for placed in self.corpus.not_withdrawn(Question)
        }


class _Basis(Mapping[Target, tuple[Target, ...]]):
    """For who asks for few records, only their briefs are gone through."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._of_brief = OfEach(corpus.path_of, self._at)

    def __getitem__(self, target: Target) -> tuple[Target, ...]:
        if target.role != "record" or target.brief not in self._of_brief:
            raise KeyError(target)
        return self._of_brief[target.brief][target]

    def _at(self, path: str) -> Mapping[Target, tuple[Target, ...]]:
        records = self._corpus.placed_at.get(path, {})
        return _needs(placed for kind in _LEANING for placed in records.get(kind, ()))

    @cached_property
    def _whole(self) -> Mapping[Target, tuple[Target, ...]]:
        return _needs(placed for kind in _LEANING for placed in self._corpus.placed(kind))

    def __iter__(self) -> Iterator[Target]:
        return iter(self._whole)

    def __len__(self) -> int:
        return len(self._whole)


_LEANING: tuple[type[Record], ...] = (Claim, Judgment, Barrier)


def _needs(records: Iterable[Placed[Record]]) -> Mapping[Target, tuple[Target, ...]]:
    return {
        placed.target: tuple(dict.fromkeys(lean.target for lean in leans))
        for placed in records
        if (leans := leans_of(placed))
    }


def reversed_edges(
    edges: Mapping[Target, Iterable[Target]],
) -> Mapping[Target, tuple[Target, ...]]:
    """The same graph, read backwards; linear."""
    found: dict[Target, dict[Target, None]] = {}
    for start, ends in edges.items():
        for end in ends:
            found.setdefault(end, {})[start] = None
    return {end: tuple(starts) for end, starts in found.items()}


def reachable(starts: Iterable[N], edges: Mapping[N, Iterable[N]]) -> Iterator[N]:
    """The starts and all that can be reached from them, nearest first, each once."""
    seen: dict[N, None] = dict.fromkeys(starts)
    front = list(seen)
    while front:
        yield from front
        following: dict[N, None] = {}
        for name in front:
            following.update((end, None) for end in edges.get(name, ()) if end not in seen)
        seen.update(following)
        front = list(following)


def _targets(placed: Placed[Record], references: Iterable[str]) -> tuple[Target, ...]:
    return tuple(dict.fromkeys(target_of(name, placed.brief_id) for name in references))
