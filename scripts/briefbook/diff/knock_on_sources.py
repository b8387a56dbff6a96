"""What moves at a claim when its evidence, or what its sources are worth, moves."""

from collections.abc import Iterable, Iterator, Sequence

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change, Pair
from briefbook.analysis.edition import Edition
from briefbook.analysis.grades import best
from briefbook.analysis.sides import CountedSide, sides_of_day, sides_since
from briefbook.corpus import Placed
from briefbook.findings import Place
from briefbook.model import Brief, Claim, Record, Stance
from briefbook.text.listing import counted

_OF_EVIDENCE = frozenset(
    {
        ChangeKind.evidence_added,
        ChangeKind.evidence_removed,
        ChangeKind.evidence_changed,
        ChangeKind.stance_changed,
        ChangeKind.credibility_changed,
    }
)
_FALLS = frozenset({ChangeKind.source_withdrawn, ChangeKind.source_restored})


def joins(change: Change) -> bool:
    """Whether a change may put origins into one institution, or into two: an actor's affiliations,
    or a name by which it publishes."""
    if not change.kind.startswith("entity-"):
        return False
    fields = (change.field, *(detail.field for detail in change.holds))
    return any(one.startswith(("affiliated_with", "name", "aliases")) for one in fields) and (
        change.kind != ChangeKind.entity_added
        or any(one.startswith("affiliated_with") for one in fields)
    )


def follows(
    placed: Placed[Record], kind: ChangeKind, field: str, before: str | None, after: str,
    cause: str = "", through: str = "",
) -> Change:  # fmt: skip
    """A change that follows from another, at the record that it moves."""
    place = Place(placed.path, placed.route)
    return Change(
        kind, placed.brief_id, placed.id, field, before, after, place, cause=cause, through=through
    )


def said_of(change: Change) -> str:
    """“verdict moved, contested → refuted”."""
    what = change.kind.replace("-", " ")
    if change.before and change.after and not change.kind.endswith("reworded"):
        return f"{what}, {change.before} → {change.after}"
    return what


def through_withdrawals(changes: Iterable[Change], pairs: Iterable[Pair]) -> Iterator[Change]:
    """Claims that cite a source which was withdrawn, or came back."""
    fallen = {change.record: change for change in changes if change.kind in _FALLS}
    for pair in pairs if fallen else ():
        claim = pair.after.record if pair.after else None
        if not isinstance(claim, Claim) or pair.after is None:
            continue
        cited = (name for item in claim.evidence for name in (item.source, item.via) if name)
        for name in dict.fromkeys(cited):
            if name in fallen:
                said = f"{name}: {said_of(fallen[name])}"
                yield follows(
                    pair.after, ChangeKind.basis_moved, "evidence", None, said, cause=f"#{name}"
                )


def through_sources(
    before: Edition, after: Edition, changes: Sequence[Change], pairs: Iterable[Pair]
) -> Iterator[Change]:
    """Claims of which the sources, or what those are worth, have moved: their own evidence too."""
    own = {(change.brief, change.record) for change in changes if change.kind in _OF_EVIDENCE}
    sources = any(
        change.kind.startswith(("source-", "origin-")) or joins(change) for change in changes
    )
    for pair in pairs if own or sources else ():
        if pair.before is None or pair.after is None:
            continue
        if not sources and (pair.brief, pair.id) not in own:
            continue
        old, new = pair.before.record, pair.after.record
        if not isinstance(old, Claim) or not isinstance(new, Claim):
            continue
        if pair.before.brief is None or pair.after.brief is None:
            continue
        for kind, field, said in (
            (ChangeKind.origins_moved, "origins", origins_in_words),
            (ChangeKind.grade_moved, "grade", _grades),
        ):
            was = said(before, old, pair.before.brief)
            now = said(after, new, pair.after.brief)
            if was != now:
                yield follows(pair.after, kind, field, was or "none", now or "none")


def origins_in_words(edition: Edition, claim: Claim, brief: Brief) -> str:
    """“3 links, 2 independent origins for; 1 link, 1 independent origin against; since then 1 link,
    1 independent origin for”, as the claim's card counts them: on the day for which it is judged,
    and since. Institutions too where these are fewer."""
    days = (
        ("", sides_of_day(claim, brief, edition)),
        ("since then ", sides_since(claim, brief, edition)),
    )
    return "; ".join(
        f"{when}{_counted(side)} {word}"
        for when, sides in days
        for word, side in (("for", sides.supports), ("against", sides.disputes))
        if side.links
    )


def _counted(side: CountedSide) -> str:
    said = f"{counted(side.links, 'link')}, {counted(side.origins, 'independent origin')}"
    if side.institutions < side.origins:
        said += f" in {counted(side.institutions, 'institution')}"
    return said


def _grades(edition: Edition, claim: Claim, _brief: Brief) -> str:
    found = []
    for word, stance in (("for", Stance.supports), ("against", Stance.disputes)):
        items = [item for item in claim.evidence if item.stance is stance]
        grade = best(items, edition.sources)
        if grade:
            found.append(f"best source {word}: {grade.value}")
    return "; ".join(found)
