"""Competing explanations: the matrix, and which explanation has least against it."""

from dataclasses import dataclass
from fractions import Fraction

from briefbook.analysis.dependencies import target_of
from briefbook.analysis.hypothesis_ranking import rank_hypotheses, weights_of
from briefbook.model import Claim
from briefbook.model.hypothesis import Hypotheses
from briefbook.pages.context import Context, Link
from briefbook.pages.records.correction.card import NoticeView, notices
from briefbook.pages.records.history import MoveView, moves
from briefbook.pages.records.signoff.card import SignoffView, signoffs
from briefbook.pages.withdrawal import WithdrawalView, withdrawal_view
from briefbook.text.bidi import isolated
from briefbook.text.html import Html


@dataclass(frozen=True, slots=True)
class StandingView:
    """One explanation with what speaks against it: points, and points by the sources' grades."""

    rank: int
    letter: str
    statement: str
    score: int
    weighted: str
    weighted_rank: int


@dataclass(frozen=True, slots=True)
class RowView:
    """One item and how it fits each explanation; `tells_apart` is False where all are alike.

    `ratings` are in words, each with its explanation; `values` are the model's own.
    """

    link: Link
    ratings: list[tuple[str, str]]
    values: list[str]
    note: Html | str
    tells_apart: bool


@dataclass(frozen=True, slots=True)
class MatrixView:
    """A comparison as the page prints it."""

    id: str
    lang: str | None
    question: str
    options: list[str]
    letters: list[str]
    standings: list[StandingView]
    rows: list[RowView]
    unknown: int
    withdrawn: WithdrawalView | None
    notices: list[NoticeView]
    moves: list[MoveView]
    signed: list[SignoffView]


def matrix_view(record: Hypotheses, context: Context) -> MatrixView:
    """Compute the comparison of one question of the context's brief."""
    edition = context.edition
    claims = {
        row.evidence: found
        for row in record.matrix
        if isinstance(found := edition.records.get(target_of(row.evidence, context.brief)), Claim)
    }
    result = rank_hypotheses(record, weights_of(record, edition.sources, claims))
    letters = {option.id: _letter(index) for index, option in enumerate(record.options)}
    statements = {option.id: option.statement for option in record.options}
    return MatrixView(
        id=record.id,
        lang=context.lang,
        question=record.question,
        letters=[letters[option.id] for option in record.options],
        options=[option.statement for option in record.options],
        standings=[
            StandingView(
                one.rank, letters[one.option], statements[one.option], one.score,
                _points(one.weighted, context), one.weighted_rank,
            )
            for one in result.standings
        ],
        rows=[
            RowView(
                context.source(row.evidence)
                if row.evidence in edition.sources
                else context.record(row.evidence),
                [
                    (f"{letters[one.id]}. {isolated(one.statement)}",
                     context.locale.word("rating", row.ratings.get(one.id)))
                    for one in record.options
                ],
                [str(row.ratings.get(one.id, "")) for one in record.options],
                context.prose(row.note),
                value.diagnosticity > 0,
            )
            for row, value in zip(record.matrix, result.rows, strict=True)
        ],
        unknown=result.unknown_weights,
        withdrawn=withdrawal_view(record, context),
        notices=notices(record.id, context),
        moves=moves(record.id, context),
        signed=signoffs(record.id, context),
    )  # fmt: skip


def _letter(index: int) -> str:
    """A to Z; beyond it numbers."""
    return chr(ord("A") + index) if index < 26 else str(index + 1)


def _points(value: Fraction, context: Context) -> str:
    """One decimal; nothing for none."""
    return context.locale.decimal(float(value), 1) if round(value, 1) else ""
