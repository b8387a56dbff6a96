"""The words of the format that readers see: what the catalogues translate beside messages."""

from collections.abc import Iterator

from briefbook.model import Stance, Verdict
from briefbook.model.barrier import BarrierSeverity, Field
from briefbook.model.brief import Status
from briefbook.model.claim import ClaimKind, Confidence, Flaw
from briefbook.model.correction import CorrectionKind, CorrectionSeverity
from briefbook.model.entity import EntityKind
from briefbook.model.forecast import Outcome
from briefbook.model.hypothesis import Rating
from briefbook.model.question import QuestionStatus
from briefbook.model.record_types import of_briefs
from briefbook.model.scales import all_terms
from briefbook.model.source import How, SourceType

RECORD_KINDS = (
    *(kind.noun for kind in of_briefs() if kind.has_permalink),
    *("source", "actor", "brief", "topic", "page"),
)
"""Kinds of record that the search tells apart."""

WORDS: dict[str, tuple[str, ...]] = {
    "verdict": tuple(Verdict),
    "flaw": tuple(Flaw),
    "confidence": tuple(Confidence),
    "claim kind": tuple(ClaimKind),
    "stance": tuple(Stance),
    "field": tuple(Field),
    "severity": tuple(BarrierSeverity),
    "status": (*Status, *QuestionStatus, "overdue", "resolved", "in-force", "ended"),
    "question status": tuple(QuestionStatus),
    "correction": tuple(CorrectionKind),
    "correction severity": tuple(CorrectionSeverity),
    "entity kind": tuple(EntityKind),
    "outcome": tuple(Outcome),
    "rating": tuple(Rating),
    "source type": tuple(SourceType),
    "how": tuple(How),
    "likelihood": tuple(sorted(all_terms())),
    "record": RECORD_KINDS,
    "grade": ("none",),
}
"""For each kind of word its values, as the model writes them."""


def vocabulary() -> Iterator[tuple[str, str]]:
    """Every kind with each of its words, hyphens as spaces: what a catalogue must hold."""
    for kind, values in WORDS.items():
        for value in dict.fromkeys(values):
            yield kind, value.replace("-", " ").replace("_", " ")
