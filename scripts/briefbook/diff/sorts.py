"""Kinds of change of each record type: by field, and what a new one is called."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from briefbook.model import Claim, Judgment, Question, Record, Source
from briefbook.model.correction import Correction
from briefbook.model.entity import Entity
from briefbook.model.record_types import RECORD_TYPES, RecordType
from briefbook.model.relation import Relation
from briefbook.model.signoff import Signoff
from briefbook.model.topic import Topic
from briefbook.model.waiver import Waiver


@dataclass(frozen=True, slots=True)
class Sort:
    """How changes of a record type are named, by field.

    Fields without a kind of their own are “<noun>-changed”. `added` is the kind of a new one.
    `guess` says whether a new one may be an old one under another id.
    """

    type: RecordType[Any]
    fields: Mapping[str, str] = field(default_factory=dict)
    added: str = ""
    guess: bool = True

    def kind(self, change: str) -> str:
        """The name of a change: “claim-withdrawn”."""
        if change == "added" and self.added:
            return self.added
        return f"{self.type.noun}-{change}"

    def kind_of(self, name: str) -> str:
        """The kind of change that a field is."""
        if name in self.fields:
            return self.fields[name]
        return self.kind("reworded" if name == self.type.field else "changed")


_FIELDS: Mapping[type[Record], Mapping[str, str]] = {
    Claim: {
        "verdict": "verdict-moved", "flaw": "flaw-changed", "established": "established-changed",
        "confidence": "confidence-moved",
        **dict.fromkeys(("claimant", "said", "relayed_by"), "attribution-changed"),
    },
    Judgment: {"likelihood": "likelihood-moved", "confidence": "confidence-moved"},
    Relation: {"relation": "relation-changed"},
    Correction: {"reason": "correction-rewritten"},
    Waiver: {"rule": "waiver-changed"},
    Source: {
        "title": "source-changed", "reliability": "source-regraded",
        "published": "source-redated", "dated": "source-redated",
        "derives_from": "origin-changed", "speaker": "origin-changed",
        "url": "address-changed", "archived_url": "address-changed", "doi": "address-changed",
    },
}  # fmt: skip
"""Fields whose change has a kind of its own."""

_ADDED: Mapping[type[Record], str] = {Question: "question-opened"}
_NEVER_RENAMED = (Relation, Signoff, Waiver, Source, Entity, Topic)
"""Types without ids of their own, and those of which a new one is never an old one renamed."""

SORTS: Mapping[type[Record], Sort] = {
    one.model: Sort(one, _FIELDS.get(one.model, {}), _ADDED.get(one.model, ""),
                    one.model not in _NEVER_RENAMED)
    for one in RECORD_TYPES
}  # fmt: skip
"""Every record type."""
