"""The words of the format that readers see: what the catalogues translate beside messages."""

from collections.abc import Iterator, Mapping

from briefbook.model import Stance, Verdict
from briefbook.model.barrier import BarrierSeverity, Field
from briefbook.model.brief import Status
from briefbook.model.claim import ClaimKind, Confidence, Flaw
from briefbook.model.correction import CorrectionKind, CorrectionSeverity
from briefbook.model.entity import EntityKind, Tie
from briefbook.model.forecast import Outcome
from briefbook.model.hypothesis import Rating
from briefbook.model.indicator import IndicatorState
from briefbook.model.question import QuestionStatus
from briefbook.model.record_types import of_briefs
from briefbook.model.scales import all_terms
from briefbook.model.source import Access, How, SourceType, VoiceKind

RECORD_KINDS = (
    *(kind.noun for kind in of_briefs() if kind.has_permalink),
    *("source", "actor", "brief", "topic", "page"),
)
"""Kinds of record that the search tells apart."""

TIE_WORDS: Mapping[Tie, str] = {
    Tie.controls: "controlled-by",
    Tie.owns: "owned-by",
    Tie.employs: "employed-by",
    Tie.member_of: "member-of",
}
"""How a tie reads on the page of the entity that has it."""
PROMISE_WORDS: Mapping[Verdict, str] = {
    Verdict.supported: "kept",
    Verdict.partly_supported: "partly-kept",
    Verdict.refuted: "broken",
    Verdict.open: "under-way",
}
"""How the verdict of a promise reads; others read as those of any claim."""

WORDS: dict[str, tuple[str, ...]] = {
    "verdict": tuple(Verdict),
    "promise verdict": tuple(PROMISE_WORDS.values()),
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
    "tie": tuple(TIE_WORDS.values()),
    "voice": tuple(VoiceKind),
    "access": tuple(Access),
    "outcome": tuple(Outcome),
    "indicator": tuple(IndicatorState),
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
