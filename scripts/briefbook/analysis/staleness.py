"""Basis stale: what leans on a brief, barrier or assumption that is past its day, and on what.

A record past the day on which somebody promised to look again may still be right; what leans on
it should say that nobody has looked.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from briefbook.analysis.dependencies import DependencyGraph, reversed_edges
from briefbook.analysis.freshness import has_ended, is_past
from briefbook.corpus import Corpus, Placed, Target
from briefbook.corpus.few_or_all import FewOrAll
from briefbook.model import Brief
from briefbook.model.assumption import Assumption
from briefbook.model.barrier import Barrier

_KINDS: tuple[type[Barrier | Assumption], ...] = (Barrier, Assumption)


class Why(StrEnum):
    """Why a record is stale."""

    ended = "no longer in force"
    overdue = "past its review day"
    its_brief = "its brief is past its review day"
    leans = "leans on something stale"


@dataclass(frozen=True, slots=True)
class Staleness:
    """What is stale of itself and why, and through what each other record is so.

    `through` names the one next step towards the stale record, so that a reader can follow it.
    """

    itself: Mapping[Target, Why]
    through: Mapping[Target, Target]


def staleness(corpus: Corpus, dependencies: DependencyGraph, today: date) -> Staleness:
    """Stale records, and all that leans on them. Nobody is to look again at what is withdrawn.

    What leans on a barrier not holding gains when that has ended: it is not stale through it.
    A record of another brief counts as stale with its brief; inside one brief the notice at its
    top is enough.
    """
    found = _Found(corpus, dependencies, today)
    return Staleness(FewOrAll(found.why, found.itself), FewOrAll(found.next, found.through))


@dataclass(frozen=True)
class _Found:
    """Each for one record, by the way to what is stale; or for all, linear in the corpus."""

    corpus: Corpus
    dependencies: DependencyGraph
    today: date

    @cached_property
    def _own(self) -> Mapping[Target, Why]:
        """What is stale of itself, whoever leans on it."""

        def stale(records: Iterable[Placed[Barrier | Assumption]]) -> Mapping[Target, Why]:
            return {
                placed.target: why
                for placed in records
                if not placed.is_withdrawn and (why := _why(placed.record, self.today))
            }

        return self.corpus.by_target(stale, *_KINDS)

    def _is_of_stale_brief(self, target: Target) -> bool:
        path = self.corpus.path_of.get(target.brief, "")
        return any(
            is_past(placed.record.review_by, self.today) and not placed.is_withdrawn
            for placed in self.corpus.at(path, Brief)
        )

    def _ends(self, name: Target) -> Iterator[Target]:
        """What a record leans on and is limited by, but for what has ended and should have."""
        graph = self.dependencies
        for end in (*graph.basis.get(name, ()), *graph.limits.get(name, ())):
            helped = self._own.get(end) is Why.ended and any(
                lean == (name, False) for lean in graph.leaners.get(end, ())
            )
            if not helped:
                yield end

    def why(self, target: Target) -> Why | None:
        """Why a record is stale of itself; None if it is not."""
        if own := self._own.get(target):
            return own
        graph = self.dependencies
        users = (*graph.dependents.get(target, ()), *graph.limited.get(target, ()))
        lent = any(user.brief != target.brief for user in users)
        return Why.its_brief if lent and self._is_of_stale_brief(target) else None

    def next(self, target: Target) -> Target | None:
        """The one of what a record leans on through which the way to a stale one is shortest: of
        several the one that it names first. None if there is no way, or it is stale itself."""
        if self.why(target):
            return None
        front = {end: end for end in self._steps(target)}
        seen = {target, *front}
        while front:
            if found := next((first for end, first in front.items() if self.why(end)), None):
                return found
            following: dict[Target, Target] = {}
            for end, first in front.items():
                following.update((more, first) for more in self._steps(end)
                                 if more not in seen and more not in following)  # fmt: skip
            seen.update(following)
            front = following
        return None

    def _steps(self, name: Target) -> Iterator[Target]:
        return (end for end in self._ends(name) if not self._is_told_above(name, end))

    def _is_told_above(self, name: Target, end: Target) -> bool:
        """Whether a record is stale with its brief alone, which the notice at the top tells."""
        return name.brief == end.brief and self.why(end) is Why.its_brief

    def itself(self) -> Mapping[Target, Why]:
        """Why each stale record is so."""
        found = dict(self._own)
        graph = self.dependencies
        for end in dict.fromkeys((*graph.dependents, *graph.limited)):
            if end not in found and (why := self.why(end)):
                found[end] = why
        return found

    def through(self) -> Mapping[Target, Target]:
        """For each record that leans on something stale the next step towards it."""
        graph = self.dependencies
        steps = {name: tuple(self._steps(name)) for name in {**graph.basis, **graph.limits}}
        backwards = reversed_edges(steps)
        depth = dict.fromkeys(self.itself(), 0)
        front = list(depth)
        while front:
            following = []
            for end in front:
                for start in backwards.get(end, ()):
                    if start not in depth:
                        depth[start] = depth[end] + 1
                        following.append(start)
            front = following
        return {
            name: next(end for end in steps[name] if depth.get(end) == deep - 1)
            for name, deep in depth.items()
            if deep
        }


def _why(record: Barrier | Assumption, today: date) -> Why | None:
    if isinstance(record, Barrier) and has_ended(record.in_force, today):
        return Why.ended
    return Why.overdue if is_past(record.review_by, today) else None
