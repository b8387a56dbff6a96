"""Kinds of change, each with its words, how much it matters to a reader, and whose it is."""

from enum import StrEnum
from typing import Self

from briefbook.model.correction import CorrectionSeverity as Weight


class ChangeKind(StrEnum):
    """What sort of change: its name for machines (“claim-added”), its weight, its owner.

    The owner is the noun of a record type, or what holds the field: “brief”, “evidence”,
    “forecast”; “record” where it may be of any type.
    """

    weight: Weight
    owner: str

    def __new__(cls, name: str, weight: Weight = Weight.minor, owner: str = "") -> Self:
        """A member is a name with its weight and owner."""
        kind = str.__new__(cls, name)
        kind._value_ = name
        kind.weight = weight
        kind.owner = owner
        return kind

    brief_added = "brief-added", Weight.substantive, "brief"
    brief_removed = "brief-removed", Weight.critical, "brief"
    brief_renamed = "brief-renamed", Weight.substantive, "brief"
    status_changed = "status-changed", Weight.critical, "brief"
    brief_reworded = "brief-reworded", Weight.substantive, "brief"
    brief_changed = "brief-changed", Weight.minor, "brief"
    record_renamed = "record-renamed", Weight.substantive, "record"
    claim_added = "claim-added", Weight.substantive, "claim"
    claim_removed = "claim-removed", Weight.critical, "claim"
    claim_withdrawn = "claim-withdrawn", Weight.critical, "claim"
    claim_restored = "claim-restored", Weight.critical, "claim"
    claim_reworded = "claim-reworded", Weight.substantive, "claim"
    claim_changed = "claim-changed", Weight.minor, "claim"
    attribution_changed = "attribution-changed", Weight.substantive, "claim"
    verdict_moved = "verdict-moved", Weight.critical, "claim"
    flaw_changed = "flaw-changed", Weight.substantive, "claim"
    established_changed = "established-changed", Weight.substantive, "claim"
    judgment_added = "judgment-added", Weight.substantive, "judgment"
    judgment_removed = "judgment-removed", Weight.critical, "judgment"
    judgment_withdrawn = "judgment-withdrawn", Weight.critical, "judgment"
    judgment_restored = "judgment-restored", Weight.critical, "judgment"
    judgment_reworded = "judgment-reworded", Weight.substantive, "judgment"
    judgment_changed = "judgment-changed", Weight.minor, "judgment"
    likelihood_moved = "likelihood-moved", Weight.critical, "judgment"
    confidence_moved = "confidence-moved", Weight.substantive, "judgment"
    evidence_added = "evidence-added", Weight.substantive, "evidence"
    evidence_removed = "evidence-removed", Weight.substantive, "evidence"
    evidence_changed = "evidence-changed", Weight.minor, "evidence"
    stance_changed = "stance-changed", Weight.substantive, "evidence"
    credibility_changed = "credibility-changed", Weight.substantive, "evidence"
    quotation_changed = "quotation-changed", Weight.substantive, "evidence"
    source_added = "source-added", Weight.minor, "source"
    source_removed = "source-removed", Weight.substantive, "source"
    source_withdrawn = "source-withdrawn", Weight.critical, "source"
    source_restored = "source-restored", Weight.substantive, "source"
    source_regraded = "source-regraded", Weight.substantive, "source"
    source_redated = "source-redated", Weight.substantive, "source"
    origin_changed = "origin-changed", Weight.substantive, "source"
    address_changed = "address-changed", Weight.minor, "source"
    source_changed = "source-changed", Weight.minor, "source"
    question_opened = "question-opened", Weight.substantive, "question"
    question_removed = "question-removed", Weight.substantive, "question"
    question_withdrawn = "question-withdrawn", Weight.substantive, "question"
    question_restored = "question-restored", Weight.substantive, "question"
    question_partly_answered = "question-partly-answered", Weight.substantive, "question"
    question_answered = "question-answered", Weight.substantive, "question"
    question_reopened = "question-reopened", Weight.substantive, "question"
    question_moot = "question-moot", Weight.substantive, "question"
    question_reworded = "question-reworded", Weight.minor, "question"
    question_changed = "question-changed", Weight.minor, "question"
    barrier_added = "barrier-added", Weight.substantive, "barrier"
    barrier_removed = "barrier-removed", Weight.substantive, "barrier"
    barrier_withdrawn = "barrier-withdrawn", Weight.substantive, "barrier"
    barrier_restored = "barrier-restored", Weight.substantive, "barrier"
    barrier_in_force = "barrier-in-force", Weight.substantive, "barrier"
    barrier_lifted = "barrier-lifted", Weight.substantive, "barrier"
    barrier_redated = "barrier-redated", Weight.substantive, "barrier"
    barrier_reworded = "barrier-reworded", Weight.minor, "barrier"
    barrier_changed = "barrier-changed", Weight.minor, "barrier"
    forecast_created = "forecast-created", Weight.substantive, "forecast"
    forecast_removed = "forecast-removed", Weight.critical, "forecast"
    forecast_changed = "forecast-changed", Weight.substantive, "forecast"
    probability_moved = "probability-moved", Weight.substantive, "forecast"
    probability_rewritten = "probability-rewritten", Weight.critical, "forecast"
    forecast_resolved = "forecast-resolved", Weight.substantive, "forecast"
    resolution_rewritten = "resolution-rewritten", Weight.critical, "forecast"
    assumption_added = "assumption-added", Weight.minor, "assumption"
    assumption_removed = "assumption-removed", Weight.minor, "assumption"
    assumption_withdrawn = "assumption-withdrawn", Weight.substantive, "assumption"
    assumption_restored = "assumption-restored", Weight.minor, "assumption"
    assumption_reworded = "assumption-reworded", Weight.minor, "assumption"
    assumption_changed = "assumption-changed", Weight.minor, "assumption"
    hypotheses_added = "hypotheses-added", Weight.minor, "hypotheses"
    hypotheses_removed = "hypotheses-removed", Weight.minor, "hypotheses"
    hypotheses_withdrawn = "hypotheses-withdrawn", Weight.minor, "hypotheses"
    hypotheses_restored = "hypotheses-restored", Weight.minor, "hypotheses"
    hypotheses_reworded = "hypotheses-reworded", Weight.minor, "hypotheses"
    hypotheses_changed = "hypotheses-changed", Weight.minor, "hypotheses"
    event_added = "event-added", Weight.minor, "event"
    event_removed = "event-removed", Weight.minor, "event"
    event_withdrawn = "event-withdrawn", Weight.minor, "event"
    event_restored = "event-restored", Weight.minor, "event"
    event_reworded = "event-reworded", Weight.minor, "event"
    event_changed = "event-changed", Weight.minor, "event"
    relation_added = "relation-added", Weight.minor, "relation"
    relation_removed = "relation-removed", Weight.minor, "relation"
    relation_changed = "relation-changed", Weight.minor, "relation"
    entity_added = "entity-added", Weight.minor, "entity"
    entity_removed = "entity-removed", Weight.minor, "entity"
    entity_withdrawn = "entity-withdrawn", Weight.minor, "entity"
    entity_restored = "entity-restored", Weight.minor, "entity"
    entity_reworded = "entity-reworded", Weight.substantive, "entity"
    entity_changed = "entity-changed", Weight.minor, "entity"
    topic_added = "topic-added", Weight.minor, "topic"
    topic_removed = "topic-removed", Weight.minor, "topic"
    topic_reworded = "topic-reworded", Weight.minor, "topic"
    topic_changed = "topic-changed", Weight.minor, "topic"
    correction_added = "correction-added", Weight.substantive, "correction"
    correction_removed = "correction-removed", Weight.critical, "correction"
    correction_rewritten = "correction-rewritten", Weight.critical, "correction"
    signoff_added = "signoff-added", Weight.substantive, "signoff"
    signoff_removed = "signoff-removed", Weight.substantive, "signoff"
    waiver_added = "waiver-added", Weight.substantive, "waiver"
    waiver_removed = "waiver-removed", Weight.minor, "waiver"
    waiver_changed = "waiver-changed", Weight.substantive, "waiver"
    origins_moved = "origins-moved", Weight.substantive, "claim"
    grade_moved = "grade-moved", Weight.substantive, "claim"
    basis_moved = "basis-moved", Weight.substantive, "record"
    limit_moved = "limit-moved", Weight.substantive, "claim"

    @property
    def words(self) -> str:
        """“verdict moved”."""
        return self.value.replace("-", " ")

    @property
    def rank(self) -> int:
        """Its place in a report, the weightiest 0: verdicts, retractions and what silences alarms,
        judgments, what claims say, grades and origins, evidence, the rest.
        """
        if self in _RANKS:
            return _RANKS[self]
        if self.weight is not Weight.minor:
            return REST - 1
        return REST if self.value.startswith(_OF_CLAIMS) else REST + 1

    @property
    def is_knock_on(self) -> bool:
        """Whether it moves although nobody touched it: through origins, grades, bases, limits."""
        return self in _KNOCK_ON

    @property
    def is_one_sided(self) -> bool:
        """Whether something came or went as a whole, so that there is no value on one side."""
        return self.is_knock_on or self.value.endswith(_WHOLE)

    @property
    def names_its_field(self) -> bool:
        """Whether the kind alone says which field it is."""
        several = self is ChangeKind.brief_reworded or self.value.endswith(("-changed", "-redated"))
        return self in _OF_ONE_FIELD or not several


_KNOCK_ON = (
    ChangeKind.origins_moved,
    ChangeKind.grade_moved,
    ChangeKind.basis_moved,
    ChangeKind.limit_moved,
)
_ORDER: tuple[tuple[ChangeKind, ...], ...] = (
    (ChangeKind.verdict_moved, ChangeKind.brief_added),
    (
        ChangeKind.brief_removed,
        ChangeKind.status_changed,
        ChangeKind.claim_removed,
        ChangeKind.claim_withdrawn,
        ChangeKind.claim_restored,
        ChangeKind.judgment_removed,
        ChangeKind.judgment_withdrawn,
        ChangeKind.judgment_restored,
        ChangeKind.source_withdrawn,
        ChangeKind.source_restored,
        ChangeKind.correction_removed,
        ChangeKind.correction_rewritten,
        ChangeKind.forecast_removed,
        ChangeKind.probability_rewritten,
        ChangeKind.resolution_rewritten,
        ChangeKind.waiver_added,
        ChangeKind.waiver_changed,
    ),
    (
        ChangeKind.likelihood_moved,
        ChangeKind.confidence_moved,
        ChangeKind.judgment_added,
        ChangeKind.judgment_reworded,
        ChangeKind.forecast_created,
        ChangeKind.forecast_changed,
        ChangeKind.forecast_resolved,
        ChangeKind.probability_moved,
        ChangeKind.brief_renamed,
        ChangeKind.brief_reworded,
    ),
    (
        ChangeKind.flaw_changed,
        ChangeKind.established_changed,
        ChangeKind.claim_added,
        ChangeKind.claim_reworded,
        ChangeKind.attribution_changed,
        ChangeKind.correction_added,
        ChangeKind.signoff_added,
        ChangeKind.signoff_removed,
        ChangeKind.question_answered,
        ChangeKind.question_partly_answered,
        ChangeKind.question_reopened,
        ChangeKind.question_moot,
        ChangeKind.barrier_in_force,
        ChangeKind.barrier_lifted,
    ),
    (ChangeKind.source_regraded, ChangeKind.origin_changed, ChangeKind.credibility_changed),
    (
        ChangeKind.stance_changed,
        ChangeKind.evidence_removed,
        ChangeKind.evidence_added,
        ChangeKind.quotation_changed,
        ChangeKind.evidence_changed,
        ChangeKind.judgment_changed,
        ChangeKind.claim_changed,
    ),
)
_RANKS = {
    kind: 100 * place + within for place, kinds in enumerate(_ORDER)
    for within, kind in enumerate(kinds)
}  # fmt: skip
REST = 100 * len(_ORDER) + 1
"""The rank from which on changes come last."""
_OF_CLAIMS = ("claim-", "judgment-", "brief-", "question-", "barrier-")
_WHOLE = ("-added", "-removed", "-opened", "-created", "-withdrawn", "-restored", "-resolved")
_OF_ONE_FIELD = (
    ChangeKind.flaw_changed,
    ChangeKind.established_changed,
    ChangeKind.stance_changed,
    ChangeKind.credibility_changed,
    ChangeKind.quotation_changed,
)
