"""What differs between the libraries of two editions, and the sources of single briefs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefbook.analysis.changes import Change, Pair
from briefbook.analysis.edition import Edition
from briefbook.corpus import Corpus, Placed
from briefbook.diff.compared_briefs import ComparedBriefs
from briefbook.diff.kinds_by_field import CHANGE_KINDS
from briefbook.diff.of_record import of_record
from briefbook.model import Record
from briefbook.model.canonical_form import digest
from briefbook.model.record_types import (
    RecordType,
)


@dataclass(frozen=True, slots=True)
class LibrarySide:
    """The records of one type, of the library and of briefs, by owner and id.

    `unread` holds the ids of entries that are there and could not be read.
    """

    records: Mapping[tuple[str, str], Placed[Record]]
    unread: frozenset[str]

    @classmethod
    def of(cls, corpus: Corpus, kind: RecordType[Any], apart: set[str]) -> "LibrarySide":
        """The records of a type in a corpus, without what stands in files that are left out."""
        placed = corpus.placed(kind.model)
        found = {(entry.brief_id, entry.id): entry for entry in placed if entry.path not in apart}
        known = corpus.links.ids_by_role.get(kind.noun, frozenset())
        return cls(found, known - {name for _, name in found})


def of_library_type(
    before: Edition,
    after: Edition,
    kind: RecordType[Any],
    both: tuple[LibrarySide, ...],
    owners: Mapping[str, str],
) -> Iterator[tuple[str, Change | None, Pair | None]]:
    """Changes and pairs, each with the brief whose own source it is (empty: the library)."""
    kinds = CHANGE_KINDS[kind.model]
    old, new = both
    known = {
        (owners.get(owner, owner), name): entry for (owner, name), entry in old.records.items()
    }
    places = {name: owner for owner, name in known}
    for (owner, name), entry in new.records.items():
        one = known.pop((owner, name), None)
        if one is None and name in places and "" in (places[name], owner):
            # A source that moved between a brief and the library is the same source.
            one = known.pop((places[name], name), None)
        sides = ComparedBriefs(before, after, owner=owner)
        yield owner, None, Pair(kinds.type.noun, owner, one, entry)
        if one is not None:
            if digest(one.record) != digest(entry.record):
                for change in of_record(sides, kinds, one, entry):
                    yield owner, change, None
        elif name not in old.unread:
            said = kinds.type.says(entry.record)
            change = sides.change(kinds.kind("added"), None, entry, kinds.type.field, None, said)
            yield owner, change, None
    for (owner, name), entry in known.items():
        if name in new.unread:
            continue
        sides, said = ComparedBriefs(before, after, owner=owner), kinds.type.says(entry.record)
        change = sides.change(kinds.kind("removed"), entry, None, kinds.type.field, said, None)
        yield owner, change, Pair(kinds.type.noun, owner, entry, None)
