"""What a change moves elsewhere: through origins and grades of sources, bases and barriers.

A claim that nobody touched can lose an independent origin because a source now names where it got
its story from; a judgment can rest on a claim whose verdict moved.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change, Pair
from briefbook.analysis.dependencies import reversed_edges
from briefbook.analysis.edition import Edition
from briefbook.analysis.leaning import wants
from briefbook.corpus import Target
from briefbook.diff.knock_on_sources import (
    follows,
    said_of,
    through_sources,
    through_withdrawals,
)
from briefbook.model import Claim, Verdict
from briefbook.text.rewording import says_the_same

_MOVES = frozenset(
    {
        ChangeKind.verdict_moved,
        ChangeKind.likelihood_moved,
        ChangeKind.confidence_moved,
        ChangeKind.flaw_changed,
        ChangeKind.claim_withdrawn,
        ChangeKind.claim_removed,
        ChangeKind.claim_restored,
        ChangeKind.judgment_withdrawn,
        ChangeKind.judgment_removed,
        ChangeKind.judgment_restored,
        ChangeKind.barrier_lifted,
        ChangeKind.barrier_in_force,
        ChangeKind.barrier_withdrawn,
        ChangeKind.barrier_removed,
        ChangeKind.assumption_withdrawn,
        ChangeKind.assumption_removed,
        ChangeKind.assumption_reworded,
        ChangeKind.claim_reworded,
        ChangeKind.judgment_reworded,
        ChangeKind.barrier_redated,
    }
)
"""Changes that matter to what rests on the record."""
_LIMITS = frozenset(
    {
        ChangeKind.barrier_lifted,
        ChangeKind.barrier_in_force,
        ChangeKind.barrier_redated,
        ChangeKind.barrier_withdrawn,
        ChangeKind.barrier_removed,
        ChangeKind.barrier_restored,
    }
)


_OWN = frozenset(
    {
        ChangeKind.verdict_moved,
        ChangeKind.likelihood_moved,
        ChangeKind.confidence_moved,
        ChangeKind.claim_added,
        ChangeKind.judgment_added,
        ChangeKind.claim_withdrawn,
        ChangeKind.judgment_withdrawn,
        ChangeKind.claim_restored,
        ChangeKind.judgment_restored,
    }
)
"""Moves of a record's own: beside them nobody needs to be told that its basis moved."""


def knock_on(
    before: Edition, after: Edition, changes: Sequence[Change], pairs: Sequence[Pair]
) -> Iterator[Change]:
    """The changes that follow from others; what moved by itself is not said again."""
    moved = {(change.brief, change.record) for change in changes if change.kind in _OWN}
    of_sources = list(through_sources(before, after, changes, pairs))
    causes = [*changes, *(one for one in of_sources if _lost_sides(one))]
    yield from of_sources
    yield from through_withdrawals(changes, pairs)
    places = {
        Target("record", pair.id, pair.brief): pair.after
        for pair in pairs
        if pair.after is not None and pair.id
    }
    for kind, field, starts, edges in (
        (
            ChangeKind.basis_moved,
            "depends_on",
            _MOVES | {ChangeKind.origins_moved},
            after.dependencies.dependents,
        ),
        (ChangeKind.limit_moved, "limited_by", _LIMITS, reversed_edges(after.dependencies.limits)),
    ):
        favours = _Favours(after)
        for step in _reached(causes, starts, edges, through=kind == ChangeKind.basis_moved):
            placed = places.get(step.target)
            if placed is not None and (placed.brief_id, placed.id) not in moved:
                said = _because(step) + favours.told(step)
                yield follows(placed, kind, field, None, said, _named(step.why), _lies(step))


def _lost_sides(change: Change) -> list[str]:
    """On which sides a claim has nothing left, whatever its verdict says still."""
    was, now = (f"{said or ''};" for said in (change.before, change.after))
    moved = change.kind == ChangeKind.origins_moved
    return [
        side
        for side in ("for", "against")
        if moved and f" {side};" in was and f" {side};" not in now
    ]


@dataclass(frozen=True, slots=True)
class _Step:
    """What leans on a record that moved: `why` it moves, and through which other record."""

    target: Target
    why: Change
    through: Target | None = None


def _reached(
    changes: Iterable[Change],
    kinds: frozenset[str],
    edges: Mapping[Target, Iterable[Target]],
    *,
    through: bool,
) -> Iterator[_Step]:
    """What leans on a record that moved: each with every cause that it names itself.

    With `through` also what leans on that, and so on, with its nearest cause; linear.
    """
    causes = {
        Target("record", change.record, change.brief): change
        for change in changes
        if change.kind in kinds and change.record and not _is_of_signs_alone(change)
    }
    nearest: dict[Target, Change] = {}
    for cause, change in causes.items():
        for target in edges.get(cause, ()):
            if target not in causes:
                nearest.setdefault(target, change)
            yield _Step(target, change)
    front = list(nearest) if through else []
    while front:
        following = []
        for name in front:
            for target in edges.get(name, ()):
                if target not in nearest and target not in causes:
                    nearest[target] = nearest[name]
                    following.append(target)
                    yield _Step(target, nearest[name], name)
        front = following


def _is_of_signs_alone(change: Change) -> bool:
    """Whether a text only got a comma, or lost one: nothing that rests on it moves."""
    return change.kind.endswith("-reworded") and says_the_same(change.before, change.after)


_LIKELIER: Mapping[str, int] = {
    Verdict.refuted: 0, Verdict.unverified: 1, Verdict.contested: 1, Verdict.partly_supported: 2,
    Verdict.supported: 3,
}  # fmt: skip
"""Verdicts by how far a claim is said to hold; others say nothing of that."""


class _Favours:
    """Whether what moved speaks for who leans on it, or against.

    Of each record reached it is noted whether it becomes likelier to hold. A verdict that moved
    says so only to who leans on the claim holding, or on its not holding, in so many words.
    """

    def __init__(self, after: Edition) -> None:
        self._after = after
        self._likelier: dict[Target, bool] = {}
        self._holds: dict[Target, dict[Target, bool | None]] = {}

    def told(self, step: _Step) -> str:
        """What is said of a step; nothing where it is not known."""
        cause = step.through or Target("record", step.why.record, step.why.brief)
        holds = self._leaners_of(cause).get(step.target)
        up, wanted = self._likelier.get(cause), wants(holds, _verdict(cause, self._after))
        if step.through is None:
            up = _likelier(step.why)
            wanted = holds if step.why.kind == ChangeKind.verdict_moved else wanted
        if up is None or wanted is None:
            return ""
        favour = up is wanted
        refuted = _verdict(step.target, self._after) == Verdict.refuted
        self._likelier.setdefault(step.target, favour is not refuted)
        return " (in its favour)" if favour else " (against it)"

    def _leaners_of(self, cause: Target) -> Mapping[Target, bool | None]:
        """Who leans on a record, and on its holding or not."""
        if cause not in self._holds:
            found: dict[Target, bool | None] = {}
            for lean in self._after.dependencies.leaners.get(cause, ()):
                found.setdefault(lean.target, lean.holds)
            self._holds[cause] = found
        return self._holds[cause]


def _likelier(why: Change) -> bool | None:
    """Whether a claim became likelier to hold by a verdict that moved, or a side that it lost."""
    if why.kind == ChangeKind.verdict_moved:
        was, now = (_LIKELIER.get(said or "") for said in (why.before, why.after))
        return None if was is None or now is None or was == now else now > was
    lost = _lost_sides(why)
    return lost == ["against"] if len(lost) == 1 else None


def _verdict(target: Target, after: Edition) -> Verdict | None:
    record = after.records.get(target)
    return record.verdict if isinstance(record, Claim) else None


def _because(step: _Step) -> str:
    """“opened: verdict moved, contested → refuted”, with what lies between."""
    why, home = step.why, step.target.brief
    cause = why.record if why.brief == home else f"{why.brief}#{why.record}"
    between = f", through {_lies(step)}" if step.through else ""
    return f"{cause}{between}: {said_of(why)}"


def _lies(step: _Step) -> str:
    """What lies between, as the brief itself names it; nothing for what leans on it directly."""
    if step.through is None:
        return ""
    own = step.through.brief == step.target.brief
    return step.through.id if own else f"{step.through.brief}#{step.through.id}"


def _named(change: Change) -> str:
    return f"{change.brief}#{change.record}"
