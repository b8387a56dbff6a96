"""Who leans on whom: records that rest on others, and everything that can be reached along them."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from briefbook.corpus import Corpus, Placed, Target
from briefbook.corpus.few_or_all import FewOrAll
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
        return self.corpus.by_target(_needs, *_LEANING)

    @cached_property
    def limits(self) -> Mapping[Target, tuple[Target, ...]]:
        """For each claim the barriers that limit it."""
        return self.corpus.by_target(_limits, Claim)

    @cached_property
    def leaners(self) -> Mapping[Target, tuple[Lean, ...]]:
        """For each record those that lean on it, with the sign of each leaning."""

        def one(target: Target) -> tuple[Lean, ...] | None:
            paths, at = self.corpus.links.naming(target), self.corpus.at
            return _leaners([one for k in _LEANING for path in paths for one in at(path, k)]).get(
                target
            )

        placed = self.corpus.placed
        return FewOrAll(one, lambda: _leaners([one for k in _LEANING for one in placed(k)]))

    @cached_property
    def dependents(self) -> Mapping[Target, tuple[Target, ...]]:
        """For each record those that need it, in the order of files."""

        def one(target: Target) -> tuple[Target, ...] | None:
            leaners = self.leaners.get(target, ())
            return tuple(dict.fromkeys(lean.target for lean in leaners)) or None

        return FewOrAll(one, lambda: reversed_edges(self.basis))

    @cached_property
    def limited(self) -> Mapping[Target, tuple[Target, ...]]:
        """For each barrier the claims that it limits, in the order of files."""

        def one(target: Target) -> tuple[Target, ...] | None:
            paths = self.corpus.links.naming(target)
            limits = _limits([one for path in paths for one in self.corpus.at(path, Claim)])
            return tuple([name for name, barriers in limits.items() if target in barriers]) or None

        return FewOrAll(one, lambda: reversed_edges(self.limits))

    @cached_property
    def waiting(self) -> Mapping[Target, tuple[Target, ...]]:
        """For each question the judgments that wait on it, the ones it bears on first.

        A judgment waits if the question bears on it, or on something that it leans on. What is
        withdrawn neither waits nor is waited for.
        """
        judgments = self.corpus.by_target(_standing, Judgment)

        def waits(questions: Iterable[Placed[Question]]) -> Mapping[Target, tuple[Target, ...]]:
            return {
                placed.target: tuple(
                    found
                    for found in reachable(
                        _targets(placed, placed.record.bears_on), self.dependents
                    )
                    if found in judgments
                )
                for placed in questions
                if not placed.is_withdrawn
            }

        return self.corpus.by_target(waits, Question)


_LEANING: tuple[type[Record], ...] = (Claim, Judgment, Barrier)


def _needs(records: Iterable[Placed[Record]]) -> Mapping[Target, tuple[Target, ...]]:
    return {
        placed.target: tuple(dict.fromkeys(lean.target for lean in leans))
        for placed in records
        if (leans := leans_of(placed))
    }


def _limits(claims: Iterable[Placed[Claim]]) -> Mapping[Target, tuple[Target, ...]]:
    return {
        placed.target: _targets(placed, placed.record.limited_by)
        for placed in claims
        if placed.record.limited_by
    }


def _standing(records: Iterable[Placed[Judgment]]) -> Mapping[Target, Placed[Judgment]]:
    return {placed.target: placed for placed in records if not placed.is_withdrawn}


def _leaners(records: Iterable[Placed[Record]]) -> Mapping[Target, tuple[Lean, ...]]:
    found: dict[Target, list[Lean]] = {}
    for placed in records:
        for lean in leans_of(placed):
            found.setdefault(lean.target, []).append(Lean(placed.target, lean.holds))
    return {target: tuple(leans) for target, leans in found.items()}


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
