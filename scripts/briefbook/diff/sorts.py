"""Sorts of records: how each is told apart, what it says, and which kind of change a field is."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field

from briefbook.model import Claim, Entity, Judgment, Question, Record, Source, Topic
from briefbook.model.assumption import Assumption
from briefbook.model.barrier import Barrier
from briefbook.model.correction import Correction
from briefbook.model.event import Event
from briefbook.model.hypothesis import Hypotheses
from briefbook.model.meaning import folded
from briefbook.model.relation import Relation
from briefbook.model.signoff import Signoff
from briefbook.model.waiver import Waiver


@dataclass(frozen=True, slots=True)
class Sort:
    """A type of record: its word, the field that says what it is, and kinds of change by field.

    Fields without a kind of their own are “<noun>-changed”. `added` is the kind of a new one.
    `key` tells records apart; `guess` says whether a new one may be an old one under another id.
    """

    noun: str
    text: str
    fields: Mapping[str, str] = field(default_factory=dict)
    key: Callable[[Record], Hashable] = lambda record: getattr(record, "id", None)
    added: str = ""
    guess: bool = True

    def says(self, record: Record) -> str:
        """What the record says, on one line."""
        if isinstance(record, Relation):
            other = record.object.entity or record.object.name
            return f"{record.subject} {folded(record.relation)} {other}"
        if isinstance(record, Signoff):
            return f"{folded(record.by)}, {record.on.text}"
        if isinstance(record, Waiver):
            where = f" at {record.at}" if record.at else ""
            why = f": {folded(record.reason)}" if record.reason else ""
            return f"{folded(record.rule)}{where}{why}"
        return folded(str(getattr(record, self.text)))

    def kind(self, change: str) -> str:
        """The name of a change: “claim-withdrawn”."""
        if change == "added" and self.added:
            return self.added
        return f"{self.noun}-{change}"

    def kind_of(self, name: str) -> str:
        """The kind of change that a field is."""
        if name in self.fields:
            return self.fields[name]
        return self.kind("reworded" if name == self.text else "changed")


def _event(record: Record) -> Hashable:
    if not isinstance(record, Event):
        raise TypeError(type(record))
    return record.id or (record.date.text, folded(record.what))


def _relation(record: Record) -> Hashable:
    if not isinstance(record, Relation):
        raise TypeError(type(record))
    return record.subject, folded(record.relation), record.object.entity or record.object.name


def _correction(record: Record) -> Hashable:
    if not isinstance(record, Correction):
        raise TypeError(type(record))
    return record.id or (record.date.text, tuple(sorted(record.records)))


def _signoff(record: Record) -> Hashable:
    if not isinstance(record, Signoff):
        raise TypeError(type(record))
    return record.record, folded(record.by), record.on.text, record.hash


def _waiver(record: Record) -> Hashable:
    if not isinstance(record, Waiver):
        raise TypeError(type(record))
    return folded(record.rule), record.at


SORTS: Mapping[type[Record], Sort] = {
    Claim: Sort(
        "claim", "statement",
        {"verdict": "verdict-moved", "flaw": "flaw-changed", "established": "established-changed",
         "confidence": "confidence-moved",
         **dict.fromkeys(("claimant", "said", "relayed_by"), "attribution-changed")},
    ),
    Judgment: Sort(
        "judgment", "statement",
        {"likelihood": "likelihood-moved", "confidence": "confidence-moved"},
    ),
    Question: Sort("question", "question", added="question-opened"),
    Barrier: Sort("barrier", "statement"),
    Assumption: Sort("assumption", "statement"),
    Hypotheses: Sort("hypotheses", "question"),
    Event: Sort("event", "what", key=_event),
    Relation: Sort(
        "relation", "relation", {"relation": "relation-changed"}, _relation, guess=False
    ),
    Correction: Sort("correction", "reason", {"reason": "correction-rewritten"}, _correction),
    Signoff: Sort("signoff", "by", key=_signoff, guess=False),
    Waiver: Sort("waiver", "rule", {"rule": "waiver-changed"}, _waiver, guess=False),
    Source: Sort(
        "source", "title",
        {"title": "source-changed", "reliability": "source-regraded",
         "published": "source-redated", "dated": "source-redated",
         "derives_from": "origin-changed", "speaker": "origin-changed",
         "url": "address-changed", "archived_url": "address-changed", "doi": "address-changed"},
        guess=False,
    ),
    Entity: Sort("entity", "name", guess=False),
    Topic: Sort("topic", "name", guess=False),
}  # fmt: skip
"""Every type of record that stands in a list of a brief or of the library."""

LISTS = (
    "judgments", "claims", "barriers", "questions", "assumptions", "hypotheses", "events",
    "relations", "corrections", "signoffs", "waivers",
)  # fmt: skip
"""The lists of a brief whose records are compared; its sources are compared with the library's."""
