"""What differs between the libraries of two editions, and the sources of single briefs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change, Pair
from briefbook.corpus import Corpus, Placed
from briefbook.diff.compared_briefs import ComparedBriefs
from briefbook.diff.kinds_by_field import ChangeKinds
from briefbook.diff.of_record import of_record
from briefbook.diff.of_whole import whole
from briefbook.model import Record
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


def paired_library(
    noun: str, old: LibrarySide, new: LibrarySide, owners: Mapping[str, str]
) -> Iterator[Pair]:
    """Which entry of one side is which of the other: by its id, else by a former one.

    The brief of a pair is that whose own source it is. Of what could not be read on one side
    nothing is said.
    """
    known = {
        (owners.get(owner, owner), name): entry for (owner, name), entry in old.records.items()
    }
    places = {name: owner for owner, name in known}
    fresh: list[tuple[str, Placed[Record]]] = []
    for (owner, name), entry in new.records.items():
        one = known.pop((owner, name), None)
        if one is None and name in places and "" in (places[name], owner):
            # A source that moved between a brief and the library is the same source.
            one = known.pop((places[name], name), None)
        if one is not None:
            yield Pair(noun, owner, one, entry)
        elif name not in old.unread:
            fresh.append((owner, entry))
    for owner, entry in fresh:
        former = (known.pop((owner, name), None)
                  for name in getattr(entry.record, "renamed_from", ()))  # fmt: skip
        yield Pair(noun, owner, next((one for one in former if one), None), entry)
    for (owner, name), entry in known.items():
        if name not in new.unread:
            yield Pair(noun, owner, entry, None)


def of_library_pair(sides: ComparedBriefs, kinds: ChangeKinds, pair: Pair) -> Iterator[Change]:
    """What differs between the two states of an entry; what came and went with all it holds."""
    one, other = pair.before, pair.after
    if one is not None and other is not None:
        if one.id != other.id:
            yield sides.change(ChangeKind.record_renamed, one, other, "id", one.id, other.id)
        if one.record != other.record:
            yield from of_record(sides, kinds, one, other)
    elif other is not None:
        yield whole(sides, kinds, None, other)
    elif one is not None:
        yield whole(sides, kinds, one, None)
