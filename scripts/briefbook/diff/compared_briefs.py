"""Both sides of a comparison at one brief, or at the library: where changes are made."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change, Detail
from briefbook.analysis.edition import Edition
from briefbook.corpus import BriefFile, Placed
from briefbook.diff.differences import Differences
from briefbook.diff.renames import Renames
from briefbook.diff.words import Words
from briefbook.findings import Place
from briefbook.model import Brief, Record


@dataclass(frozen=True)
class ComparedBriefs:
    """Both sides of a comparison at one brief, or at the library: where changes are made.

    For records of the library there are no files; `owner` is the brief whose own source it is.
    """

    before: Edition
    after: Edition
    old: BriefFile | None = None
    new: BriefFile | None = None
    owner: str = ""
    renames: Renames | None = None

    def followed(self, record: Record) -> Record:
        """A record of the base whose references follow what was renamed."""
        home = self.old.id if self.old else self.owner
        return self.renames.follow(record, home) if self.renames else record

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

    def placed_before(self) -> Placed[Record] | None:
        """The brief itself in the base."""
        if self.old is None or self.old.brief is None:
            return None
        return Placed(self.old.brief, self.old.path, (), self.old.id, self.old.brief)

    def placed_after(self) -> Placed[Record] | None:
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

    def differ(
        self, kind: ChangeKind, before: Placed[Record], after: Placed[Record], field: str,
        one: object, other: object, *, ordered: bool = False,
    ) -> Iterator[Change]:  # fmt: skip
        """A change for all that differs between two values of a field; `ordered` where the order of
        a list counts.
        """
        values = Differences(*self._words)
        for found in (values.of_short if ordered else values.of)(one, other, field):
            yield self.change(
                kind, before, after, found.field, found.before, found.after, found.holds
            )

    def parts(self, one: object, other: object, field: str) -> Iterator[Detail]:
        """What differs between two values, as parts of another change."""
        return (found.detail for found in Differences(*self._words).of(one, other, field))

    def held(
        self, record: Record, *, field: str = "", without: tuple[str, ...] = (), gone: bool = False
    ) -> tuple[Detail, ...]:
        """What something new at a field holds, or what is gone held, part by part."""
        words = self._words[0] if gone else self._words[1]
        return tuple(
            Detail(name, text, None) if gone else Detail(name, None, text)
            for name, text in words.contents(record, field, without)
        )

    def change(
        self, kind: ChangeKind, before: Placed[Record] | None, after: Placed[Record] | None,
        field: str, was: str | None, now: str | None, holds: tuple[Detail, ...] = (),
    ) -> Change:  # fmt: skip
        """A change at a record, placed at the field in the head, else in the base."""
        placed = after or before
        if placed is None:
            raise ValueError("a change needs a place")
        steps = [step for step in field.split(".") if step]
        route = (*placed.route, *(int(step) if step.isdigit() else step for step in steps))
        record = placed.id if not isinstance(placed.record, Brief) else ""
        place = Place(placed.path, route)
        return Change(
            kind, self.brief_id, record, field, was, now, place, gone=after is None, holds=holds
        )
