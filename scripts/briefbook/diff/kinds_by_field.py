"""Kinds of change of each record type: by field, and what a new one is called."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.model import Claim, Judgment, Question, Record, Source
from briefbook.model.correction import Correction
from briefbook.model.entity import Entity
from briefbook.model.record_types import RECORD_TYPES, RecordType
from briefbook.model.relation import Relation
from briefbook.model.signoff import Signoff
from briefbook.model.topic import Topic
from briefbook.model.waiver import Waiver


@dataclass(frozen=True, slots=True)
class ChangeKinds:
    """How changes of a record type are named, by field.

    Fields without a kind of their own are “<noun>-changed”. `added` is the kind of a new one.
    `guess` says whether a new one may be an old one under another id.
    """

    type: RecordType[Any]
    fields: Mapping[str, ChangeKind] = field(default_factory=dict)
    added: ChangeKind | None = None
    guess: bool = True

    def kind(self, change: str) -> ChangeKind:
        """The kind of a change by its word: “claim-withdrawn”.

        Raises ValueError where the type has no such kind.
        """
        if change == "added" and self.added:
            return self.added
        return ChangeKind(f"{self.type.noun}-{change}")

    def kind_of(self, name: str) -> ChangeKind:
        """The kind of change that a field is."""
        if name in self.fields:
            return self.fields[name]
        return self.kind("reworded" if name == self.type.field else "changed")


_FIELDS: Mapping[type[Record], Mapping[str, ChangeKind]] = {
    Claim: {
        "verdict": ChangeKind.verdict_moved,
        "flaw": ChangeKind.flaw_changed,
        "established": ChangeKind.established_changed,
        "confidence": ChangeKind.confidence_moved,
        **dict.fromkeys(("claimant", "said", "relayed_by"), ChangeKind.attribution_changed),
    },
    Judgment: {
        "likelihood": ChangeKind.likelihood_moved,
        "confidence": ChangeKind.confidence_moved,
    },
    Relation: {"relation": ChangeKind.relation_changed},
    Correction: dict.fromkeys(Correction.model_fields, ChangeKind.correction_rewritten),
    Waiver: {"rule": ChangeKind.waiver_changed},
    Source: {
        "title": ChangeKind.source_changed,
        "reliability": ChangeKind.source_regraded,
        "published": ChangeKind.source_redated,
        "dated": ChangeKind.source_redated,
        "derives_from": ChangeKind.origin_changed,
        "speaker": ChangeKind.origin_changed,
        "url": ChangeKind.address_changed,
        "archived_url": ChangeKind.address_changed,
        "doi": ChangeKind.address_changed,
    },
}
"""Fields whose change has a kind of its own."""

_ADDED: Mapping[type[Record], ChangeKind] = {Question: ChangeKind.question_opened}
_NEVER_RENAMED = (Relation, Signoff, Waiver, Source, Entity, Topic)
"""Types without ids of their own, and those of which a new one is never an old one renamed."""

CHANGE_KINDS: Mapping[type[Record], ChangeKinds] = {
    one.model: ChangeKinds(one, _FIELDS.get(one.model, {}), _ADDED.get(one.model),
                    one.model not in _NEVER_RENAMED)
    for one in RECORD_TYPES
}  # fmt: skip
"""Every record type."""
