"""Competing explanations: the matrix, and which explanation has least against it."""

from dataclasses import dataclass
from fractions import Fraction

from briefbook.analysis.competing import compare, weights_of
from briefbook.analysis.leaning import target_of
from briefbook.model import Claim
from briefbook.model.hypothesis import Hypotheses
from briefbook.pages.blocks.context import Context, Link
from briefbook.text.html import Html


@dataclass(frozen=True, slots=True)
class StandingView:
    """One explanation with what speaks against it: points, and points by the sources' grades."""

    rank: int
    statement: str
    score: int
    weighted: str
    weighted_rank: int


@dataclass(frozen=True, slots=True)
class RowView:
    """One item and how it fits each explanation; `tells_apart` is False where all are alike."""

    link: Link
    ratings: list[tuple[str, str]]
    note: Html | str
    tells_apart: bool


@dataclass(frozen=True, slots=True)
class MatrixView:
    """A comparison as the page prints it."""

    id: str
    question: str
    options: list[str]
    standings: list[StandingView]
    rows: list[RowView]
    unknown: int


def matrix_view(record: Hypotheses, context: Context) -> MatrixView:
    """Compute the comparison of one question of the context's brief."""
    edition = context.edition
    claims = {
        row.evidence: found
        for row in record.matrix
        if isinstance(found := edition.records.get(target_of(row.evidence, context.brief)), Claim)
    }
    result = compare(record, weights_of(record, edition.sources, claims))
    statements = {option.id: option.statement for option in record.options}
    return MatrixView(
        id=record.id,
        question=record.question,
        options=[option.statement for option in record.options],
        standings=[
            StandingView(
                one.rank, statements[one.option], one.score, _points(one.weighted),
                one.weighted_rank,
            )
            for one in result.standings
        ],
        rows=[
            RowView(
                context.source(row.evidence)
                if row.evidence in edition.sources
                else context.record(row.evidence),
                [(one.statement, str(row.ratings.get(one.id, ""))) for one in record.options],
                context.prose(row.note),
                value.diagnosticity > 0,
            )
            for row, value in zip(record.matrix, result.rows, strict=True)
        ],
        unknown=result.unknown_weights,
    )  # fmt: skip


def _points(value: Fraction) -> str:
    return f"{float(value):.1f}"
