"""The one table of record types: where each stands, what it is called, how two are told apart."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from briefbook.model.assumption import Assumption
from briefbook.model.barrier import Barrier
from briefbook.model.brief import Brief
from briefbook.model.canonical_form import folded
from briefbook.model.claim import Claim
from briefbook.model.correction import Correction
from briefbook.model.entity import Entity
from briefbook.model.event import Event
from briefbook.model.hypothesis import Hypotheses
from briefbook.model.judgment import Judgment
from briefbook.model.question import Question
from briefbook.model.record import Record, id_of
from briefbook.model.relation import Relation
from briefbook.model.scalars import Refers
from briefbook.model.signoff import Signoff
from briefbook.model.source import Source
from briefbook.model.topic import Topic
from briefbook.model.waiver import Waiver

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class RecordType(Generic[R]):
    """What the rest of the program needs to know of a type of record.

    `noun` names it for machines (“claim-added”, the `kind` of search and manifest), `called` in
    sentences. `field` holds what the record says, on its own the words of a link to it. It stands
    in the list `listed` of a brief, in `library_list` of the library (a folder of the site, too),
    or in both. `key` tells two of them apart where the id does not; `sentence` says it where no
    one field does.
    """

    model: type[R]
    noun: str
    called: str
    field: str
    listed: str = ""
    library_list: str = ""
    key: Callable[[R], Hashable] = id_of
    sentence: Callable[[R], str] | None = None

    @property
    def has_id(self) -> bool:
        """Whether a record of it can have an id."""
        return "id" in self.model.model_fields

    @property
    def has_permalink(self) -> bool:
        """Whether its id is an anchor on the brief's page; entries of the library have pages."""
        return self.has_id and not self.library_list

    @property
    def says_prose(self) -> bool:
        """Whether its field holds prose, which is not shown as typed."""
        marks = self.model.model_fields[self.field].metadata
        return any(isinstance(mark, Refers) and "prose" in mark.roles for mark in marks)

    def says(self, record: R) -> str:
        """What a record of it says, on one line."""
        return self.sentence(record) if self.sentence else folded(str(getattr(record, self.field)))


def _event_key(record: Event) -> Hashable:
    return record.id or (record.date.text, folded(record.what))


def _relation_key(record: Relation) -> Hashable:
    return record.subject, folded(record.relation), record.object.entity or record.object.name


def _relation_sentence(record: Relation) -> str:
    return " ".join(map(str, (record.subject, folded(record.relation),
                              record.object.entity or record.object.name)))  # fmt: skip


def _correction_key(record: Correction) -> Hashable:
    return record.id or (record.date.text, tuple(sorted(record.records)))


def _signoff_key(record: Signoff) -> Hashable:
    return record.record, folded(record.by), record.on.text, record.hash


def _signoff_sentence(record: Signoff) -> str:
    return f"{folded(record.by)}, {record.on.text}"


def _waiver_key(record: Waiver) -> Hashable:
    return folded(record.rule), record.at


def _waiver_sentence(record: Waiver) -> str:
    where = f" at {record.at}" if record.at else ""
    why = f": {folded(record.reason)}" if record.reason else ""
    return f"{folded(record.rule)}{where}{why}"


RECORD_TYPES: tuple[RecordType[Any], ...] = (
    RecordType(Judgment, "judgment", "a judgment", "statement", "judgments"),
    RecordType(Claim, "claim", "a claim", "statement", "claims"),
    RecordType(Barrier, "barrier", "a barrier", "statement", "barriers"),
    RecordType(Question, "question", "a question", "question", "questions"),
    RecordType(Assumption, "assumption", "an assumption", "statement", "assumptions"),
    RecordType(Hypotheses, "hypotheses", "a set of hypotheses", "question", "hypotheses"),
    RecordType(Event, "event", "an event", "what", "events", key=_event_key),
    RecordType(Relation, "relation", "a relation", "relation", "relations",
        key=_relation_key, sentence=_relation_sentence),
    RecordType(Correction, "correction", "a correction", "reason", "corrections",
        key=_correction_key),
    RecordType(Signoff, "signoff", "a sign-off", "by", "signoffs",
        key=_signoff_key, sentence=_signoff_sentence),
    RecordType(Source, "source", "a source", "title", "sources", "sources"),
    RecordType(Waiver, "waiver", "a waiver", "rule", "waivers", key=_waiver_key,
        sentence=_waiver_sentence),
    RecordType(Entity, "entity", "an entity", "name", library_list="entities"),
    RecordType(Topic, "topic", "a topic", "name", library_list="topics"),
)  # fmt: skip
"""Every type of record, those of a brief first, in the order of its lists."""


@cache
def of_briefs() -> tuple[RecordType[Any], ...]:
    """The types that stand in a list of a brief and nowhere else."""
    return tuple(one for one in RECORD_TYPES if not one.library_list)


@cache
def of_library() -> tuple[RecordType[Any], ...]:
    """The types that have a list in the library: sources, entities, topics."""
    return tuple(one for one in RECORD_TYPES if one.library_list)


def listed_in(kind: type[Record]) -> str:
    """The field of a brief in which records of a type stand."""
    return _by_model()[kind].listed


@cache
def _by_model() -> dict[type[Record], RecordType[Any]]:
    return {one.model: one for one in RECORD_TYPES}


def record_type_of(record: Record) -> RecordType[Any]:
    """The type of a record.

    Raises KeyError for what is no record type: a brief, or a part of a record.
    """
    return _by_model()[type(record)]


def records_of(brief: Brief, kind: RecordType[Any]) -> tuple[Record, ...]:
    """The records of a type that a brief holds, in its order."""
    found: tuple[Record, ...] = getattr(brief, kind.listed)
    return found


def with_permalinks(brief: Brief) -> Iterator[Record]:
    """The records of a brief that have an id, and so an anchor on its page."""
    for kind in of_briefs():
        if kind.has_permalink:
            for record in records_of(brief, kind):
                if id_of(record):
                    yield record


def statement_of(record: Record) -> str:
    """What a record says, as it was typed.

    Raises KeyError for what is no record type.
    """
    kind = record_type_of(record)
    return kind.says(record) if kind.sentence else str(getattr(record, kind.field))
