"""Competing hypotheses (Heuer): options side by side, rated against each piece of evidence."""

from enum import StrEnum

from briefbook.model.record import Record, listed, optional, required
from briefbook.model.scalars import EvidenceRef, Id, Prose, Text
from briefbook.model.withdrawal import Identified


class Rating(StrEnum):
    """How an item fits a hypothesis."""

    very_inconsistent = "very inconsistent"
    inconsistent = "inconsistent"
    neutral = "neutral"
    consistent = "consistent"
    very_consistent = "very consistent"
    not_applicable = "not applicable"


class Option(Record):
    """One hypothesis."""

    id: Id = required("Its id, unique in the brief.", "political-signal")
    statement: Text = required("The hypothesis.", "The plan is a political signal.")


class MatrixRow(Record):
    """One item of evidence and how it fits each option."""

    evidence: EvidenceRef = required("A claim or a source.", "already-partners")
    ratings: dict[Id, Rating] = required(
        "One rating for each option.", {"political-signal": "consistent"}
    )
    note: Prose | None = optional("Why.", "No counterpart was named.")


class Hypotheses(Identified):
    """A question with its competing answers."""

    question: Text = required("The question.", "What was the announcement?")
    options: tuple[Option, ...] = listed(
        "The hypotheses.", [{"id": "political-signal", "statement": "A political signal."}]
    )
    matrix: tuple[MatrixRow, ...] = listed(
        "The ratings.",
        [{"evidence": "already-partners", "ratings": {"political-signal": "consistent"}}],
    )
