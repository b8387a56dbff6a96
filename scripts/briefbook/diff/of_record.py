"""What differs between two states of one record, field by field."""

from collections.abc import Iterator

from briefbook.analysis.changes import Change
from briefbook.corpus import Placed
from briefbook.diff.compared_briefs import ComparedBriefs
from briefbook.diff.kinds_by_field import ChangeKinds
from briefbook.diff.of_barrier import kind_of_dates
from briefbook.diff.of_evidence import of_evidence
from briefbook.diff.of_forecast import of_forecast
from briefbook.diff.of_question import kind_of_status
from briefbook.model import Question, Record
from briefbook.model.barrier import Barrier
from briefbook.model.canonical_form import APART, of_field


def _differs(sides: ComparedBriefs, before: Record, after: Record, name: str) -> bool:
    """Whether a field means something else; a term also does on another scale."""
    if of_field(before, name) != of_field(after, name):
        return True
    if name != "likelihood" or sides.words_before.scale == sides.words_after.scale:
        return False
    one, other = sides.in_words(getattr(before, name), getattr(after, name))
    return one != other


def of_record(
    sides: ComparedBriefs, kinds: ChangeKinds, before: Placed[Record], after: Placed[Record]
) -> Iterator[Change]:
    """All changes of meaning of one record."""
    if before.record == after.record and sides.words_before.scale == sides.words_after.scale:
        return
    apart = APART.get(type(after.record), frozenset[str]())
    for name in type(after.record).model_fields:
        one, other = getattr(before.record, name), getattr(after.record, name)
        if name in ("id", *apart) or not _differs(sides, before.record, after.record, name):
            continue
        if name == "evidence":
            yield from of_evidence(sides, before, after, name, one, other)
        elif name == "forecast":
            yield from of_forecast(sides, before, after)
        elif name == "withdrawn":
            word = "changed" if one and other else "withdrawn" if other else "restored"
            yield sides.change(kinds.kind(word), before, after, name, *sides.in_words(one, other))
        else:
            kind = kinds.kind_of(name)
            if isinstance(before.record, Question) and name == "status":
                kind = kind_of_status(one, other)
            elif isinstance(before.record, Barrier) and name == "in_force":
                kind = kind_of_dates(one, other, sides.after.today)
            yield sides.change(kind, before, after, name, *sides.in_words(one, other))
