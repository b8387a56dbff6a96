"""A question: what we don't know, why it matters, and what would answer it."""

from enum import StrEnum

from briefbook.model.barrier import FieldKind
from briefbook.model.edtf import Edtf
from briefbook.model.evidence import Evidence
from briefbook.model.indicator import Indicator
from briefbook.model.record import OneOrMany, Record, listed, optional, required
from briefbook.model.scalars import EntityId, Prose, Ref, Text
from briefbook.model.withdrawal import Identified


class QuestionStatus(StrEnum):
    """How far it is answered."""

    open = "open"
    partly_answered = "partly-answered"
    answered = "answered"
    moot = "moot"


OPEN = (QuestionStatus.open, QuestionStatus.partly_answered)
"""A question with one of these still waits for its answer."""


class Search(Record):
    """Where an answer was looked for."""

    date: Edtf = required("When.", "2026-11-23")
    where: Text = required("Where.", "Kremlin and government news pages")
    found: Prose | None = optional("What was found.", "Nothing on the report.")


class Question(Identified):
    """One open question."""

    question: Text = required("The question.", "Which institutions work with Sberbank?")
    kind: FieldKind | None = optional("What sort of unknown.", "technology")
    why_it_matters: Prose | None = optional("What hangs on it.", "No partner, no check.")
    bears_on: OneOrMany[Ref] = listed("Records that wait for it.", ["already-partners"])
    indicators: OneOrMany[Indicator] = listed(
        "What would answer it.", ["Papers with authors of both sides"]
    )
    searched: tuple[Search, ...] = listed(
        "Where we looked.", [{"date": "2026-11-23", "where": "news pages"}]
    )
    status: QuestionStatus = required("How far it is answered.", "open")
    answer: Prose | None = optional("The answer so far.", "Only one university is on record.")
    evidence: tuple[Evidence, ...] = listed(
        "What the answer rests on.", [{"source": "prime-tsinghua", "stance": "supports"}]
    )
    review_by: Edtf | None = optional("When to look again.", "2027-05-23")
    entities: OneOrMany[EntityId] = listed("Who it is about.", ["sberbank"])

    @property
    def is_open(self) -> bool:
        """Whether it still waits for its answer, or for the rest of it."""
        return self.status in OPEN
