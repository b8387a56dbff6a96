"""Basis stale: what leans on a brief, barrier or assumption that is past its day, and on what.

A record past the day on which somebody promised to look again may still be right; what leans on
it should say that nobody has looked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefbook.analysis.dependencies import DependencyGraph, reversed_edges
from briefbook.analysis.freshness import has_ended, is_past
from briefbook.corpus import Corpus, Target
from briefbook.model import Brief
from briefbook.model.assumption import Assumption
from briefbook.model.barrier import Barrier


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
    """Stale records, and all that leans on them; linear in the corpus. Nobody is to look again
    at what is withdrawn.

    What leans on a barrier not holding gains when that has ended: it is not stale through it.

    A record of another brief counts as stale with its brief; inside one brief the notice at its
    top is enough.
    """
    itself = dict(_stale(corpus, today))
    briefs = {
        placed.brief_id
        for placed in corpus.not_withdrawn(Brief)
        if is_past(placed.record.review_by, today)
    }
    edges = _needs(dependencies, [name for name, why in itself.items() if why == Why.ended])
    for name, ends in edges.items():
        for end in ends:
            if end.brief in briefs and end.brief != name.brief:
                itself.setdefault(end, Why.its_brief)
    lent = {end for end, why in itself.items() if why == Why.its_brief}
    backwards = reversed_edges(edges)
    through: dict[Target, Target] = {}
    front = list(itself)
    while front:
        following = []
        for end in front:
            for start in backwards.get(end, ()):
                if end in lent and start.brief == end.brief:
                    continue
                if start not in itself and start not in through:
                    through[start] = end
                    following.append(start)
        front = following
    return Staleness(itself, through)


def _needs(
    dependencies: DependencyGraph, ended: list[Target]
) -> Mapping[Target, tuple[Target, ...]]:
    """What each record leans on and is limited by, but for what has ended and should have."""
    helped = {
        (lean.target, name)
        for name in ended
        for lean in dependencies.leaners.get(name, ())
        if lean.holds is False
    }
    return {
        name: tuple(
            end
            for end in (*dependencies.basis.get(name, ()), *dependencies.limits.get(name, ()))
            if (name, end) not in helped
        )
        for name in (*dependencies.basis, *dependencies.limits)
    }


def _stale(corpus: Corpus, today: date) -> Iterator[tuple[Target, Why]]:
    for barrier in corpus.not_withdrawn(Barrier):
        if has_ended(barrier.record.in_force, today):
            yield barrier.target, Why.ended
        elif is_past(barrier.record.review_by, today):
            yield barrier.target, Why.overdue
    for assumption in corpus.not_withdrawn(Assumption):
        if is_past(assumption.record.review_by, today):
            yield assumption.target, Why.overdue
