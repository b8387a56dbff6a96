"""Compares two editions: pairs their briefs and records, and says what differs, as changes."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change, Comparison, Detail, Pair
from briefbook.analysis.edition import Edition
from briefbook.corpus import Corpus
from briefbook.diff.compared_briefs import ComparedBriefs
from briefbook.diff.kinds_by_field import CHANGE_KINDS
from briefbook.diff.knock_on import knock_on
from briefbook.diff.left_out import left_out
from briefbook.diff.moves import with_moves
from briefbook.diff.of_library import LibrarySide, of_library_pair, paired_library
from briefbook.diff.of_record import of_record
from briefbook.diff.of_whole import whole, whole_brief
from briefbook.diff.paired_briefs import by_id, paired_briefs
from briefbook.diff.paired_records import paired_records, rejoined
from briefbook.diff.readable import Readable, readable
from briefbook.diff.renames import Renames
from briefbook.model import Brief
from briefbook.model.canonical_form import plain
from briefbook.model.record_types import RECORD_TYPES, RecordType, of_library
from briefbook.text.listing import counted

_TEXTS = ("title", "summary", "scope", "background", "method")
_LISTS = frozenset(kind.listed for kind in RECORD_TYPES)
_STANDING = ("status", "superseded_by", "withdrawn")


def compare(before: Edition, after: Edition) -> Comparison:
    """Everything that differs in meaning between two editions, and what that moves elsewhere.

    The order is that of briefs, then of places in their files. Files that cannot be read on one
    of the sides are left out, and named.
    """
    apart = {*_unreadable(before.corpus), *_unreadable(after.corpus)}
    names = paired_briefs(before.corpus, after.corpus, apart)
    halves = list(_halves(before.corpus, after.corpus, apart))
    renamed = {new.id: old.id for old, new in names if old and new and old.id != new.id}
    owners = {old: new for new, old in renamed.items()}
    pairs = [pair for old, new in names for pair in paired_records(old, new)]
    pairs += [pair for one, other in halves for pair in _paired_halves(one, other)]
    library = {kind: list(_library(before, after, kind, apart, owners)) for kind in of_library()}
    entries = [pair for found in library.values() for pair in found]
    renames = Renames.of(owners, (*pairs, *entries))
    pairs = list(rejoined(pairs, renames))
    changes: list[Change] = []
    compared = (ComparedBriefs(before, after, old, new, renames=renames) for old, new in names)
    sides = {side.brief_id: side for side in compared}
    for side in sides.values():
        changes += _of_brief(side, frozenset())
    for one, other in halves:
        side = ComparedBriefs(before, after, one.file, other.file, renames=renames)
        sides[other.file.id] = side
        changes += _of_brief(side, one.omitted | other.omitted)
    for pair in pairs:
        changes += _of_pair(sides[pair.brief], pair)
    gone = frozenset(old.id for old, new in names if old and not new)
    for kind, found in library.items():
        for entry in found:
            if entry.brief not in gone:
                side = ComparedBriefs(before, after, owner=entry.brief, renames=renames)
                changes += of_library_pair(side, CHANGE_KINDS[kind.model], entry)
    changes = [_with_followers(change, renames) for change in changes]
    changes = with_moves(changes, pairs)
    both = [*pairs, *entries]
    changes += knock_on(before, after, changes, both)
    omitted = _omitted(before.corpus, after.corpus, halves)
    return Comparison(
        before, after, tuple(sorted(dict.fromkeys(changes), key=_order)), tuple(both),
        tuple(sorted({*apart, *omitted})), renamed,
        partly=tuple(sorted({*_partly(halves), *omitted})),
        omitted={path: tuple(sorted(names)) for path, names in sorted(omitted.items())},
    )  # fmt: skip


def _library(
    before: Edition, after: Edition, kind: RecordType[Any], apart: set[str],
    owners: Mapping[str, str],
) -> Iterator[Pair]:  # fmt: skip
    old, new = (LibrarySide.of(side.corpus, kind, apart) for side in (before, after))
    yield from paired_library(kind.noun, old, new, owners)


def _of_pair(sides: ComparedBriefs, pair: Pair) -> Iterator[Change]:
    """What happened to a record of a brief."""
    one, other = pair.before, pair.after
    kinds = CHANGE_KINDS[type(pair.placed.record)]
    if one and other:
        if one.id != other.id and kinds.type.has_id:
            old, new = one.id or None, other.id or None
            yield sides.change(ChangeKind.record_renamed, one, other, "id", old, new)
        yield from of_record(sides, kinds, one, other)
    elif other or sides.new is not None:
        yield whole(sides, kinds, one, other)


def _with_followers(change: Change, renames: Renames) -> Change:
    """A renaming with the number of records whose references only follow it."""
    many = renames.followed[change.after or ""]
    if change.kind not in (ChangeKind.record_renamed, ChangeKind.brief_renamed) or not many:
        return change
    said = f"{counted(many, 'record')} {'follows' if many == 1 else 'follow'} it"
    return replace(change, holds=(*change.holds, Detail("references", None, said)))


def _paired_halves(one: Readable, other: Readable) -> Iterator[Pair]:
    """Records of two briefs with mistakes, as far as they can be read on both sides."""
    left = one.omitted | other.omitted
    for pair in paired_records(one.file, other.file, (one.placed, other.placed), left):
        whole = pair.before is not None and pair.after is not None
        if whole or CHANGE_KINDS[type(pair.placed.record)].type.listed not in left:
            yield pair


def _omitted(
    before: Corpus, after: Corpus, halves: list[tuple[Readable, Readable]]
) -> dict[str, set[str]]:
    """By file the records and fields that were not compared, though the file was."""
    found = left_out(after)
    for path, names in left_out(before).items():
        found.setdefault(path, set()).update(names)
    for one, two in halves:
        if names := {*filter(None, one.omitted | two.omitted)}:
            found.setdefault(two.file.path, set()).update(names)
    return found


def _partly(halves: list[tuple[Readable, Readable]]) -> Iterator[str]:
    for pair in halves:
        yield from (half.file.path for half in pair if half.omitted)


def _halves(before: Corpus, after: Corpus, apart: set[str]) -> Iterator[tuple[Readable, Readable]]:
    """Briefs with mistakes on one of the sides, as far as they can be read on both."""
    old, new = by_id(before), by_id(after)
    for name in sorted(old.keys() & new.keys()):
        if apart.isdisjoint((old[name].path, new[name].path)):
            continue
        one, other = readable(old[name]), readable(new[name])
        if one and other:
            yield one, other


def _order(change: Change) -> tuple[str, bool, str, tuple[tuple[bool, str, int], ...], str, str]:
    steps = tuple(
        (isinstance(step, str), step if isinstance(step, str) else "",
         step if isinstance(step, int) else 0)
        for step in change.place.route
    )  # fmt: skip
    return change.brief, change.knock_on, change.place.path, steps, change.kind, change.record


def _unreadable(corpus: Corpus) -> Iterator[str]:
    for file in corpus.files:
        if file.brief is None:
            yield file.path
    read = {file.path for file in corpus.files} | {file.path for file in corpus.library}
    for finding in corpus.findings:
        if finding.place.path not in read:
            yield finding.place.path


def _of_brief(sides: ComparedBriefs, left: frozenset[str]) -> Iterator[Change]:
    """Changes of the brief itself, but for fields that could not be read."""
    old, new = sides.before_brief, sides.after_brief
    if there_or_not := whole_brief(sides):
        yield there_or_not
    there, here = sides.placed_before(), sides.placed_after()
    if old is None or new is None or there is None or here is None:
        return
    if sides.old_id != sides.brief_id:
        yield sides.change(
            ChangeKind.brief_renamed, there, here, "id", sides.old_id, sides.brief_id
        )
    was = sides.followed(old)
    for name in Brief.model_fields:
        if name in _LISTS or name in left or name == "format":
            continue
        one, other = getattr(was, name), getattr(new, name)
        if name == "renamed_from" and sides.old_id != sides.brief_id and sides.old_id in other:
            continue
        if plain(one) == plain(other):
            continue
        yield from sides.differ(_kind_of(name), there, here, name, one, other)


def _kind_of(name: str) -> ChangeKind:
    if name in _TEXTS:
        return ChangeKind.brief_reworded
    if name in _STANDING:
        return ChangeKind.status_changed
    return ChangeKind.attribution_changed if name == "reviews" else ChangeKind.brief_changed
