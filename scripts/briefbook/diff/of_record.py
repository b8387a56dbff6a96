"""What differs between two states of one record, field by field."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change, Detail
from briefbook.corpus import Placed
from briefbook.diff.compared_briefs import ComparedBriefs
from briefbook.diff.kinds_by_field import ChangeKinds
from briefbook.diff.of_barrier import kind_of_dates
from briefbook.diff.of_evidence import of_evidence
from briefbook.diff.of_forecast import of_forecast
from briefbook.diff.of_question import kind_of_status
from briefbook.model import Question, Record
from briefbook.model.barrier import Barrier
from briefbook.model.canonical_form import is_reordered, of_field, plain


def _differs(sides: ComparedBriefs, before: Record, after: Record, name: str) -> bool:
    """Whether a field means something else; a term also does on another scale."""
    if of_field(before, name) != of_field(after, name) or is_reordered(before, after, name):
        return True
    if name != "likelihood" or sides.words_before.scale == sides.words_after.scale:
        return False
    words = (
        sides.words_before.say(getattr(before, name)),
        sides.words_after.say(getattr(after, name)),
    )
    return words[0] != words[1]


def _is_appended(one: Sequence[Record], other: Sequence[Record]) -> bool:
    """Whether a history got one entry, and all before it stands as it stood."""
    return [plain(item) for item in one] == [plain(item) for item in other[:-1]]


def of_record(
    sides: ComparedBriefs, kinds: ChangeKinds, before: Placed[Record], after: Placed[Record]
) -> Iterator[Change]:
    """All changes of one record, but for its id and references that follow another's.

    One without an id is named by what it says.
    """
    named = () if after.id else (Detail(kinds.type.noun, None, kinds.type.says(after.record)),)
    for change in _of_fields(sides, kinds, before, after):
        yield replace(change, holds=(*named, *change.holds)) if named else change


def _of_fields(
    sides: ComparedBriefs, kinds: ChangeKinds, before: Placed[Record], after: Placed[Record]
) -> Iterator[Change]:
    if before.record == after.record and sides.words_before.scale == sides.words_after.scale:
        return
    was = sides.followed(before.record)
    for name in type(after.record).model_fields:
        one, other = getattr(was, name), getattr(after.record, name)
        if name == "forecast" and one != other:  # of estimates of one day the order counts
            yield from of_forecast(sides, before, after)
            continue
        if name == "id" or not _differs(sides, was, after.record, name):
            continue
        if name == "renamed_from" and before.id != after.id and before.id in other:
            continue
        if name == "evidence":
            yield from of_evidence(sides, before, after, name, one, other)
        elif name == "reliability" and one and _is_appended(one, other):
            kind = kinds.kind_of(name)
            yield from sides.differ(kind, before, after, name, one[-1:], other[-1:], ordered=True)
        elif name == "reliability" or is_reordered(was, after.record, name):
            kind = kinds.kind_of(name)
            yield from sides.differ(kind, before, after, name, one, other, ordered=True)
        elif of_field(was, name) == of_field(after.record, name):  # on another scale
            words = sides.words_before.say(one), sides.words_after.say(other)
            yield sides.change(kinds.kind_of(name), before, after, name, *words)
        else:
            kind = _kind(sides, kinds, after.record, name, one, other)
            yield from sides.differ(kind, before, after, name, one, other)


def _kind(
    sides: ComparedBriefs, kinds: ChangeKinds, record: Record, name: str,
    one: Any, other: Any,  # noqa: ANN401 whatever the field holds
) -> ChangeKind:  # fmt: skip
    """What the change of a field is called, by its values where those tell it."""
    if name == "withdrawn":
        return kinds.kind("changed" if one and other else "withdrawn" if other else "restored")
    if isinstance(record, Question) and name == "status":
        return kind_of_status(one, other)
    if isinstance(record, Barrier) and name == "in_force":
        return kind_of_dates(one, other, sides.after.today)
    return kinds.kind_of(name)
