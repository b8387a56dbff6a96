"""What differs between two states of one record, field by field."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from briefbook.analysis.changes import Change
from briefbook.analysis.edition import Edition
from briefbook.corpus import BriefFile, Placed
from briefbook.diff.of_barrier import kind_of_dates
from briefbook.diff.of_evidence import of_evidence
from briefbook.diff.of_forecast import of_forecast
from briefbook.diff.of_question import kind_of_status
from briefbook.diff.sorts import Sort
from briefbook.diff.words import Words
from briefbook.findings import Place
from briefbook.model import Brief, Question, Record
from briefbook.model.barrier import Barrier
from briefbook.model.correction import Correction
from briefbook.model.meaning import APART, of_field, plain


@dataclass(frozen=True)
class Sides:
    """Both sides of a comparison at one brief, or at the library: where changes are made.

    For records of the library there are no files; `owner` is the brief whose own source it is.
    """

    before: Edition
    after: Edition
    old: BriefFile | None = None
    new: BriefFile | None = None
    owner: str = ""

    @property
    def before_brief(self) -> Brief | None:
        """The brief in the base."""
        return self.old.brief if self.old else None

    @property
    def after_brief(self) -> Brief | None:
        """The brief in the head."""
        return self.new.brief if self.new else None

    @property
    def brief_id(self) -> str:
        """The brief's id in the head, else in the base."""
        file = self.new or self.old
        return file.id if file else self.owner

    @property
    def old_id(self) -> str:
        """Its id in the base."""
        return self.old.id if self.old else self.brief_id

    def there(self) -> Placed[Record] | None:
        """The brief itself in the base."""
        if self.old is None or self.old.brief is None:
            return None
        return Placed(self.old.brief, self.old.path, (), self.old.id, self.old.brief)

    def here(self) -> Placed[Record] | None:
        """The brief itself in the head."""
        if self.new is None or self.new.brief is None:
            return None
        return Placed(self.new.brief, self.new.path, (), self.new.id, self.new.brief)

    @cached_property
    def _words(self) -> tuple[Words, Words]:
        return Words(self.before, self.before_brief), Words(self.after, self.after_brief)

    @property
    def words_before(self) -> Words:
        """Words of the base."""
        return self._words[0]

    @property
    def words_after(self) -> Words:
        """Words of the head."""
        return self._words[1]

    def said(self, before: object, after: object) -> tuple[str | None, str | None]:
        """Two values in words; if the words agree, they are told apart by all that they hold."""
        one, other = self.words_before.say(before), self.words_after.say(after)
        if one == other and one is not None:
            return _whole(before), _whole(after)
        return one, other

    def change(
        self, kind: str, before: Placed[Record] | None, after: Placed[Record] | None,
        field: str, was: str | None, now: str | None,
    ) -> Change:  # fmt: skip
        """A change at a record, placed at the field in the head, else in the base."""
        at = after or before
        if at is None:
            raise ValueError("a change needs a place")
        steps = [step for step in field.split(".") if step]
        route = (*at.route, *(int(step) if step.isdigit() else step for step in steps))
        record = at.id if not isinstance(at.record, Brief) else ""
        place = Place(at.path, route)
        return Change(kind, self.brief_id, record, field, was, now, place, gone=after is None)


def _differs(sides: Sides, before: Record, after: Record, name: str) -> bool:
    """Whether a field means something else; a term also does on another scale."""
    if of_field(before, name) != of_field(after, name):
        return True
    if name != "likelihood" or sides.words_before.scale == sides.words_after.scale:
        return False
    one, other = sides.said(getattr(before, name), getattr(after, name))
    return one != other


def _whole(value: object) -> str:
    return str(plain(value))


def of_record(
    sides: Sides, sort: Sort, before: Placed[Record], after: Placed[Record]
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
            yield sides.change(sort.kind(word), before, after, name, *sides.said(one, other))
        else:
            kind = sort.kind_of(name)
            if isinstance(before.record, Question) and name == "status":
                kind = kind_of_status(one, other)
            elif isinstance(before.record, Barrier) and name == "in_force":
                kind = kind_of_dates(one, other, sides.after.today)
            elif isinstance(before.record, Correction):
                kind = "correction-rewritten"
            yield sides.change(kind, before, after, name, *sides.said(one, other))
