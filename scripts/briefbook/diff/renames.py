"""What has another id on the other side, and references that only follow."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefbook.analysis.changes import Pair
from briefbook.model import Record
from briefbook.model.leaves import with_names
from briefbook.model.record import id_of

Known = tuple[str, str]
"""A noun and an id; of a record of a brief, its brief's former id and its own."""


@dataclass(frozen=True)
class Renames:
    """Former ids with the new ones; `followed` counts the records whose references follow each."""

    briefs: Mapping[str, str]
    records: Mapping[Known, str]
    library: Mapping[Known, str]
    followed: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, briefs: Mapping[str, str], pairs: Iterable[Pair]) -> "Renames":
        """From ids of briefs, the new by the former, and pairs of records."""
        former = {new: old for old, new in briefs.items()}
        records: dict[Known, str] = {}
        library: dict[Known, str] = {}
        for pair in pairs:
            if pair.before is None or pair.after is None:
                continue
            old, new = pair.before.id, pair.after.id
            if not old or not new or old == new:
                continue
            if pair.noun in ("source", "entity", "topic"):
                library[pair.noun, old] = new
            else:
                records[former.get(pair.brief, pair.brief), old] = new
        return cls(briefs, records, library)

    def follow(self, record: Record, home: str) -> Record:
        """A record of the base, its references to what was renamed by the new ids.

        `home` is the former id of its brief; empty in the library.
        """
        if not (self.briefs or self.records or self.library):
            return record
        seen: set[str] = set()

        def name(roles: tuple[str, ...], text: str) -> str:
            new = self._new(roles, text, home)
            if new != text:
                (brief, _, one), (was, _, other) = new.rpartition("#"), text.rpartition("#")
                seen.update({brief} - {was, ""}, {one} - {other})
            return new

        own = id_of(record)
        found = with_names(record, lambda roles, text: text if text == own else name(roles, text))
        self.followed.update(seen)
        return found

    def _new(self, roles: tuple[str, ...], text: str, home: str) -> str:
        for role in roles:
            if role in ("source", "entity", "topic") and (role, text) in self.library:
                return self.library[role, text]
            if role == "brief" and text in self.briefs:
                return self.briefs[text]
            if role in ("record", "link"):
                brief, mark, record = text.rpartition("#")
                new = self.records.get((brief if mark else home, record), record)
                if mark:
                    return f"{self.briefs.get(brief, brief)}#{new}"
                if new != record or role == "record":
                    return new
                return self.briefs.get(text, text)
        return text
