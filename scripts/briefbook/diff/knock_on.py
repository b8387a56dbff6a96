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
from briefbook.analysis.grades import best
from briefbook.corpus import Placed, Target
from briefbook.findings import Place
from briefbook.model import Claim, Record, Stance

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
_FALLS = frozenset({ChangeKind.source_withdrawn, ChangeKind.source_restored})


def knock_on(
    before: Edition, after: Edition, changes: Sequence[Change], pairs: Sequence[Pair]
) -> Iterator[Change]:
    """The changes that follow from others; what moved by itself is not said again."""
    moved = {(change.brief, change.record) for change in changes if change.kind in _OWN}
    yield from _through_sources(before, after, changes, pairs)
    yield from _through_withdrawals(changes, pairs)
    places = {
        Target("record", pair.id, pair.brief): pair.after
        for pair in pairs
        if pair.after is not None and pair.id
    }
    for kind, field, starts, edges in (
        (ChangeKind.basis_moved, "depends_on", _MOVES, after.dependencies.dependents),
        (ChangeKind.limit_moved, "limited_by", _LIMITS, reversed_edges(after.dependencies.limits)),
    ):
        for step in _reached(changes, starts, edges, through=kind == ChangeKind.basis_moved):
            placed = places.get(step.target)
            if placed is not None and (placed.brief_id, placed.id) not in moved:
                yield _at(placed, kind, field, None, _because(step), _named(step.why), _lies(step))


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
        if change.kind in kinds and change.record
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


def _because(step: _Step) -> str:
    """“opened: verdict moved, contested → refuted”, with what lies between."""
    why, home = step.why, step.target.brief
    cause = why.record if why.brief == home else f"{why.brief}#{why.record}"
    between = f", through {_lies(step)}" if step.through else ""
    return f"{cause}{between}: {_said(why)}"


def _lies(step: _Step) -> str:
    """What lies between, as the brief itself names it; nothing for what leans on it directly."""
    if step.through is None:
        return ""
    own = step.through.brief == step.target.brief
    return step.through.id if own else f"{step.through.brief}#{step.through.id}"


def _named(change: Change) -> str:
    return f"{change.brief}#{change.record}"


def _said(change: Change) -> str:
    what = change.kind.replace("-", " ")
    if change.before and change.after and not change.kind.endswith("reworded"):
        return f"{what}, {change.before} → {change.after}"
    return what


def _at(
    placed: Placed[Record], kind: ChangeKind, field: str, before: str | None, after: str,
    cause: str = "", through: str = "",
) -> Change:  # fmt: skip
    place = Place(placed.path, placed.route)
    return Change(
        kind, placed.brief_id, placed.id, field, before, after, place, cause=cause, through=through
    )


def _through_withdrawals(changes: Iterable[Change], pairs: Iterable[Pair]) -> Iterator[Change]:
    """Claims that cite a source which was withdrawn, or came back."""
    fallen = {change.record: change for change in changes if change.kind in _FALLS}
    for pair in pairs if fallen else ():
        claim = pair.after.record if pair.after else None
        if not isinstance(claim, Claim) or pair.after is None:
            continue
        cited = (name for item in claim.evidence for name in (item.source, item.via) if name)
        for name in dict.fromkeys(cited):
            if name in fallen:
                said = f"{name}: {_said(fallen[name])}"
                yield _at(
                    pair.after, ChangeKind.basis_moved, "evidence", None, said, cause=f"#{name}"
                )


def _through_sources(
    before: Edition, after: Edition, changes: Iterable[Change], pairs: Iterable[Pair]
) -> Iterator[Change]:
    """Claims whose own words stand while what their sources are worth has moved."""
    own = {
        (change.brief, change.record)
        for change in changes
        if change.kind
        in (
            ChangeKind.evidence_added,
            ChangeKind.evidence_removed,
            ChangeKind.stance_changed,
            ChangeKind.evidence_changed,
            ChangeKind.credibility_changed,
        )
    }
    if not any(change.kind.startswith(("source-", "origin-")) for change in changes):
        return
    for pair in pairs:
        if pair.before is None or pair.after is None or (pair.brief, pair.id) in own:
            continue
        old, new = pair.before.record, pair.after.record
        if not isinstance(old, Claim) or not isinstance(new, Claim):
            continue
        for kind, field, was, now in (
            (ChangeKind.origins_moved, "origins", _origins(before, old), _origins(after, new)),
            (ChangeKind.grade_moved, "grade", _grades(before, old), _grades(after, new)),
        ):
            if was != now:
                yield _at(pair.after, kind, field, was, now)


def _origins(edition: Edition, claim: Claim) -> str:
    sides = (
        ("for", edition.origins.supports(claim)), ("against", edition.origins.disputes(claim)),
    )  # fmt: skip
    return "; ".join(
        f"{len(side.links)} {'link' if len(side.links) == 1 else 'links'}, {len(side.origins)} "
        f"independent {'origin' if len(side.origins) == 1 else 'origins'} {word}"
        for word, side in sides
        if side.links
    )


def _grades(edition: Edition, claim: Claim) -> str:
    found = []
    for word, stance in (("for", Stance.supports), ("against", Stance.disputes)):
        items = [item for item in claim.evidence if item.stance is stance]
        grade = best(items, edition.sources)
        if grade:
            found.append(f"best source {word}: {grade.value}")
    return "; ".join(found)
