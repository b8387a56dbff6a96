"""Compares two editions: pairs their briefs and records, and says what differs, as changes."""

from collections.abc import Iterator

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change, Comparison, Pair
from briefbook.analysis.edition import Edition
from briefbook.corpus import Corpus, Placed, placed_in
from briefbook.diff.compared_briefs import ComparedBriefs
from briefbook.diff.kinds_by_field import CHANGE_KINDS
from briefbook.diff.knock_on import knock_on
from briefbook.diff.match import by_likeness, match
from briefbook.diff.of_library import LibrarySide, of_library_type
from briefbook.diff.of_record import of_record
from briefbook.diff.paired_briefs import by_id, paired_briefs
from briefbook.diff.readable import Readable, readable
from briefbook.model import Brief, Record
from briefbook.model.canonical_form import APART, plain
from briefbook.model.record_types import (
    RECORD_TYPES,
    of_briefs,
    of_library,
)

_TEXTS = ("title", "summary", "scope", "background")
_LISTS = frozenset(kind.listed for kind in RECORD_TYPES)
_STANDING = ("status", "superseded_by", "withdrawn")


def compare(before: Edition, after: Edition) -> Comparison:
    """Everything that differs in meaning between two editions, and what that moves elsewhere.

    The order is that of briefs, then of places in their files. Files that cannot be read on one
    of the sides are left out, and named.
    """
    apart = {*_unreadable(before.corpus), *_unreadable(after.corpus)}
    names = paired_briefs(before.corpus, after.corpus, apart)
    found: list[Change] = []
    pairs: list[Pair] = []
    for old, new in names:
        sides = ComparedBriefs(before, after, old, new)
        found += _of_brief(sides, frozenset())
        for kind in of_briefs():
            found += _of_list(sides, placed_in(old, kind), placed_in(new, kind), pairs)
    partly = []
    for one, other in _halves(before.corpus, after.corpus, apart):
        partly += [half.file.path for half in (one, other) if half.omitted]
        sides = ComparedBriefs(before, after, one.file, other.file)
        left = one.omitted | other.omitted
        found += _of_brief(sides, left)
        for kind in of_briefs():
            known = [
                [placed for placed in half.placed(kind) if placed.id not in left]
                for half in (one, other)
            ]
            found += _of_list(sides, known[0], known[1], pairs, only_both=kind.listed in left)
    renamed = {new.id: old.id for old, new in names if old and new and old.id != new.id}
    owners = {old: new for new, old in renamed.items()}
    gone = frozenset(old.id for old, new in names if old and not new)
    for kind in of_library():
        both = tuple(LibrarySide.of(side.corpus, kind, apart) for side in (before, after))
        for owner, change, pair in of_library_type(before, after, kind, both, owners):
            pairs += [pair] if pair else []
            found += [change] if change and owner not in gone else []
    found += knock_on(before, after, found, pairs)
    ordered = sorted(dict.fromkeys(found), key=_order)
    return Comparison(
        before, after, tuple(ordered), tuple(pairs), tuple(sorted(apart)), renamed,
        partly=tuple(sorted(set(partly))),
    )  # fmt: skip


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
    if old is None and new is not None:
        yield sides.change(
            ChangeKind.brief_added, None, sides.placed_after(), "title", None, new.title
        )
        return
    if new is None and old is not None:
        yield sides.change(
            ChangeKind.brief_removed, sides.placed_before(), None, "title", old.title, None
        )
        return
    if old is None or new is None:
        return
    there, here = sides.placed_before(), sides.placed_after()
    if sides.old_id != sides.brief_id:
        yield sides.change(
            ChangeKind.brief_renamed, there, here, "id", sides.old_id, sides.brief_id
        )
    for name in Brief.model_fields:
        if name in _LISTS or name in left:
            continue
        one, other = getattr(old, name), getattr(new, name)
        if plain(one) == plain(other):
            continue
        if name in _TEXTS:
            kind = ChangeKind.brief_reworded
        elif name in _STANDING:
            kind = ChangeKind.status_changed
        elif name == "reviews":
            kind = ChangeKind.attribution_changed
        elif name in APART[Brief]:
            continue
        else:
            kind = ChangeKind.brief_changed
        yield sides.change(kind, there, here, name, *sides.in_words(one, other))


def _of_list(
    sides: ComparedBriefs,
    old: list[Placed[Record]],
    new: list[Placed[Record]],
    pairs: list[Pair],
    *,
    only_both: bool = False,
) -> Iterator[Change]:
    """Changes of a list of records; with `only_both` of those that stand on both sides."""
    records = [*new, *old]
    if not records:
        return
    kinds = CHANGE_KINDS[type(records[0].record)]
    gone: list[Placed[Record]] = []
    fresh: list[Placed[Record]] = []
    for one, other in match(
        old, new, lambda found: kinds.type.key(found.record), lambda found: found.record
    ):
        if one and other:
            pairs.append(Pair(kinds.type.noun, sides.brief_id, one, other))
            yield from of_record(sides, kinds, one, other)
        elif one:
            gone.append(one)
        elif other:
            fresh.append(other)
    if only_both:
        return
    likely = (
        by_likeness(gone, fresh, lambda found: kinds.type.says(found.record)) if kinds.guess else []
    )
    for one, other in likely:
        gone = [placed for placed in gone if placed is not one]
        fresh = [placed for placed in fresh if placed is not other]
        if one.id != other.id:
            yield sides.change(
                ChangeKind.record_renamed, one, other, "id", one.id or None, other.id or None
            )
        pairs.append(Pair(kinds.type.noun, sides.brief_id, one, other))
        yield from of_record(sides, kinds, one, other)
    for placed in fresh:
        pairs.append(Pair(kinds.type.noun, sides.brief_id, None, placed))
        said = kinds.type.says(placed.record) + sides.words_after.assessment(placed.record)
        yield sides.change(kinds.kind("added"), None, placed, kinds.type.field, None, said)
    for placed in gone:
        pairs.append(Pair(kinds.type.noun, sides.brief_id, placed, None))
        if sides.new is not None:
            yield sides.change(
                kinds.kind("removed"),
                placed,
                None,
                kinds.type.field,
                kinds.type.says(placed.record),
                None,
            )
