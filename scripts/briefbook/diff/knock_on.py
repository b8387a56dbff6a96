"""What a change moves elsewhere: through origins and grades of sources, bases and barriers.

A claim that nobody touched can lose an independent origin because a source now names where it got
its story from; a judgment can rest on a claim whose verdict moved.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefbook.analysis.changes import Change, Pair
from briefbook.analysis.edition import Edition
from briefbook.analysis.grades import best
from briefbook.analysis.leaning import reversed_edges
from briefbook.corpus import Placed, Target
from briefbook.findings import Place
from briefbook.model import Claim, Record, Stance

_MOVES = frozenset({
    "verdict-moved", "likelihood-moved", "confidence-moved", "flaw-changed", "claim-withdrawn",
    "claim-removed", "claim-restored", "judgment-withdrawn", "judgment-removed",
    "judgment-restored", "barrier-lifted", "barrier-in-force", "barrier-withdrawn",
    "barrier-removed", "assumption-withdrawn", "assumption-removed", "assumption-reworded",
    "claim-reworded", "judgment-reworded", "barrier-redated",
})  # fmt: skip
"""Changes that matter to what rests on the record."""
_LIMITS = frozenset({
    "barrier-lifted", "barrier-in-force", "barrier-redated", "barrier-withdrawn",
    "barrier-removed", "barrier-restored",
})  # fmt: skip


def knock_on(
    before: Edition, after: Edition, changes: Sequence[Change], pairs: Sequence[Pair]
) -> Iterator[Change]:
    """The changes that follow from others; what was changed itself is not said again."""
    touched = {(change.brief, change.record) for change in changes}
    yield from _through_sources(before, after, changes, pairs)
    places = {
        Target("record", pair.id, pair.brief): pair.after
        for pair in pairs
        if pair.after is not None and pair.id
    }
    for kind, field, starts, edges in (
        ("basis-moved", "depends_on", _MOVES, after.leaning.dependents),
        ("limit-moved", "limited_by", _LIMITS, reversed_edges(after.leaning.limits)),
    ):
        for target, why in _reached(changes, starts, edges, through=kind == "basis-moved"):
            at = places.get(target)
            if at is not None and (target.brief, target.id) not in touched:
                cause = why.record if why.brief == target.brief else f"{why.brief}#{why.record}"
                yield _at(at, kind, field, None, f"{cause}: {_said(why)}")


def _reached(
    changes: Iterable[Change],
    kinds: frozenset[str],
    edges: Mapping[Target, Iterable[Target]],
    *,
    through: bool,
) -> Iterator[tuple[Target, Change]]:
    """What leans on a record that moved, the nearest first, each once with its nearest cause.

    With `through` also what leans on that, and so on; linear.
    """
    causes = {
        Target("record", change.record, change.brief): change
        for change in changes
        if change.kind in kinds and change.record
    }
    front, seen = list(causes), set(causes)
    while front:
        following = []
        for name in front:
            for target in edges.get(name, ()):
                if target not in seen:
                    seen.add(target)
                    causes[target] = causes[name]
                    following.append(target)
                    yield target, causes[name]
        front = following if through else []


def _said(change: Change) -> str:
    what = change.kind.replace("-", " ")
    if change.before and change.after and not change.kind.endswith("reworded"):
        return f"{what}, {change.before} → {change.after}"
    return what


def _at(at: Placed[Record], kind: str, field: str, before: str | None, after: str) -> Change:
    return Change(kind, at.brief_id, at.id, field, before, after, Place(at.path, at.route))


def _through_sources(
    before: Edition, after: Edition, changes: Iterable[Change], pairs: Iterable[Pair]
) -> Iterator[Change]:
    """Claims whose own words stand while what their sources are worth has moved."""
    own = {
        (change.brief, change.record)
        for change in changes
        if change.kind in ("evidence-added", "evidence-removed", "stance-changed",
                           "evidence-changed", "credibility-changed")
    }  # fmt: skip
    if not any(change.kind.startswith(("source-", "origin-")) for change in changes):
        return
    for pair in pairs:
        if pair.before is None or pair.after is None or (pair.brief, pair.id) in own:
            continue
        old, new = pair.before.record, pair.after.record
        if not isinstance(old, Claim) or not isinstance(new, Claim):
            continue
        for kind, field, was, now in (
            ("origins-moved", "origins", _origins(before, old), _origins(after, new)),
            ("grade-moved", "grade", _grades(before, old), _grades(after, new)),
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
