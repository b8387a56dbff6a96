"""CHG004 vanished-id: something that readers can have linked to is gone."""

from collections.abc import Iterator

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change, Comparison
from briefbook.analysis.former_ids import former_ids_of, heir_of
from briefbook.analysis.same_work import normal_url
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Place
from briefbook.model import Entity, Record, Source, Topic
from briefbook.model.record_types import of_briefs, of_library
from briefbook.rules import PUBLIC_STATUSES, Rule
from briefbook.rules.chg import brief_of_change, is_titled_alike, was_published
from briefbook.text.skeleton import as_seen

KIND = Kind("CHG004", "vanished-id")
_GONE = (
    ChangeKind.record_renamed,
    *(
        ChangeKind(f"{kind.noun}-removed")
        for kind in of_briefs()
        if "withdrawn" in kind.model.model_fields
    ),
)
"""What has a permalink and could have been withdrawn instead."""
_SHELVES = tuple(ChangeKind(f"{kind.noun}-removed") for kind in of_library())


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Whether every published brief, record, source, actor and topic is still there."""
    yield from _of_old_names(comparison)
    for change in comparison.changes:
        if change.kind == ChangeKind.brief_removed and was_published(comparison, change.brief):
            yield _of_brief(change)
        elif change.kind == ChangeKind.brief_renamed:
            yield from _of_renaming(comparison, change)
        elif change.kind == ChangeKind.status_changed and was_published(comparison, change.brief):
            yield from _of_status(comparison, change)
        elif change.kind in _GONE and was_published(comparison, change.brief):
            yield from _of_record(comparison, change)
        elif change.kind in _SHELVES and (
            not change.brief or was_published(comparison, change.brief)
        ):
            yield from _of_shelf(comparison, change)


def _of_shelf(comparison: Comparison, change: Change) -> Iterator[Finding]:
    """An entry of the library is gone, or another that stood beside it takes its address over."""
    leads = "with it"
    if heir := heir_of(change.record, comparison.after):
        kind, name = heir
        stood = comparison.before.library_records(kind)
        if name not in stood or _is_one(stood.get(change.record), stood[name]):
            return  # it was renamed, or two entries for one thing were merged
        leads = f"now leads to “{name}”, which stood beside it and is something else"
    yield Finding(
        KIND,
        f"“{change.record}” is gone from the library, and its page {leads}.",
        Place(change.place.path),
        "Put it back; an entry that no longer stands keeps its place with `withdrawn`.",
    )


def _is_one(old: Record | None, heir: Record) -> bool:
    """Whether two entries that stood side by side may be one thing, entered twice. Two topics may
    always become one: that says nothing of anybody."""
    if isinstance(old, Source) and isinstance(heir, Source):
        one, other = old.address, heir.address
        return is_titled_alike(old, heir) or bool(
            one and other and normal_url(one) == normal_url(other)
        )
    if isinstance(old, Entity) and isinstance(heir, Entity):
        return bool(_names(old) & _names(heir))
    return isinstance(heir, Topic)


def _names(entity: Entity) -> set[str]:
    return {as_seen(name) for name in (entity.name, *(one.name for one in entity.aliases))}


def _of_brief(change: Change) -> Finding:
    return Finding(
        KIND,
        f"The brief “{change.brief}” was published and is gone: links to it would break.",
        Place(change.place.path),
        "Put the file back with status withdrawn and `withdrawn: {date, reason, notice}`; if it "
        "was renamed, list the old id under `renamed_from`.",
    )


def _of_old_names(comparison: Comparison) -> Iterator[Finding]:
    """Addresses that led on to a renamed brief, and do so no more."""
    after = comparison.after
    for name, brief in after.briefs.items():
        old = comparison.before.briefs.get(comparison.renamed.get(name, name))
        for former in old.renamed_from if old else ():
            if former not in brief.renamed_from and former not in after.briefs:
                yield old_name_lost(
                    former, Place(after.corpus.briefs[name].path, ("title",), on_key=True)
                )
    for pair in comparison.pairs:
        if pair.before is None or pair.after is None:
            continue
        lost = {*_former(pair.before.record)} - {*_former(pair.after.record), pair.after.id}
        if lost and (not pair.brief or was_published(comparison, pair.brief)):
            yield from (_record_name_lost(one, pair.after) for one in sorted(lost))


def _former(record: Record) -> tuple[str, ...]:
    return getattr(record, "renamed_from", ())


def _record_name_lost(former: str, placed: Placed[Record]) -> Finding:
    return Finding(
        KIND,
        f"The old address of “{placed.id}”, “{former}”, does not lead to it any more.",
        placed.place("id", on_key=True),
        f"Put `{former}` back under its `renamed_from`.",
    )


def old_name_lost(former: str, place: Place) -> Finding:
    """An old id of a brief that leads nowhere now."""
    return Finding(
        KIND,
        f"The old address of this brief, “{former}”, does not lead here any more.",
        place,
        f"Put `{former}` back under `renamed_from`.",
    )


def _of_status(comparison: Comparison, change: Change) -> Iterator[Finding]:
    """A published brief is not taken back into the workshop: readers have seen it."""
    brief = comparison.after.briefs.get(change.brief)
    if brief is not None and change.field == "status" and brief.status not in PUBLIC_STATUSES:
        yield Finding(
            KIND,
            f"This brief was {change.before} and is {change.after} now: what readers have seen "
            "cannot be taken back without a word.",
            change.place,
            "Leave it published while you work on it, or set it to withdrawn or superseded and "
            "say why.",
        )


def _of_renaming(comparison: Comparison, change: Change) -> Iterator[Finding]:
    brief = comparison.after.briefs[change.brief]
    if was_published(comparison, change.brief) and change.before not in brief.renamed_from:
        yield Finding(
            KIND,
            f"This looks like the brief “{change.before}” under another id, and links to the old "
            "one would break.",
            change.place,
            f"Add `renamed_from: [{change.before}]`; the old address then leads here.",
        )


def _of_record(comparison: Comparison, change: Change) -> Iterator[Finding]:
    gone = change.before if change.kind == ChangeKind.record_renamed else change.record
    here = brief_of_change(comparison, change)
    if not gone or here is None:
        return
    if gone in comparison.after.corpus.links.routes_by_path.get(here.path, {}):
        return  # as another type of record it still has its address
    if heirs := [name for name, former in former_ids_of(here.record).items() if gone in former]:
        old = comparison.before.corpus.briefs[comparison.renamed.get(change.brief, change.brief)]
        if heirs[0] not in comparison.before.corpus.links.routes_by_path.get(old.path, {}):
            return  # it was renamed, and its old address leads on
        yield Finding(
            KIND,
            f"The record “{gone}” was published and is gone: its address now leads to "
            f"“{heirs[0]}”, which stood beside it and says something else.",
            here.place("title", on_key=True),
            "Put it back; a record that no longer stands keeps its id and gets "
            "`withdrawn: {date, reason, notice}`.",
        )
        return
    renamed = (
        f"; it looks renamed to “{change.after}”"
        if change.kind == ChangeKind.record_renamed
        else ""
    )
    yield Finding(
        KIND,
        f"The record “{gone}” was published and is gone{renamed}: links to it would break.",
        change.place
        if change.kind == ChangeKind.record_renamed
        else here.place("title", on_key=True),
        "Put it back; a record that no longer stands keeps its id and gets "
        "`withdrawn: {date, reason, notice}`. To give it another id: briefbook rename.",
    )


RULE = Rule(KIND, __name__, compare=compare)
