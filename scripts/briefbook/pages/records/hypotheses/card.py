"""Competing explanations: the matrix, and which explanation has least against it."""

from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction

from briefbook.analysis.dependencies import target_of
from briefbook.analysis.hypothesis_ranking import rank_hypotheses, weights_of
from briefbook.corpus import Target
from briefbook.model import Claim
from briefbook.model.hypothesis import Hypotheses
from briefbook.pages.context import Context, Link
from briefbook.pages.names import shortened
from briefbook.pages.records.correction.card import NoticeView, notices
from briefbook.pages.records.history import MoveView, moves
from briefbook.pages.records.signoff.card import SignoffView, signoffs
from briefbook.pages.withdrawal import WithdrawalView, withdrawal_view
from briefbook.text.bidi import isolated
from briefbook.text.html import Html

_LONGEST = 110
"""Characters of what was found."""


@dataclass(frozen=True, slots=True)
class StandingView:
    """One explanation with what speaks against it: points, and points by the sources' grades; its
    place is “2”, or “1–3” where others have as many."""

    place: str
    shared: bool
    letter: str
    statement: str
    score: int
    weighted: str
    weighted_rank: int
    moved: bool


@dataclass(frozen=True, slots=True)
class RowView:
    """What was found and how it fits each explanation; `tells_apart` is False where all are alike,
    `weighed` where no grade is known, `without` names those that would stand first without it:
    all of them if `decides_all`.

    `ratings` are in words, each with its explanation; `values` are the model's own.
    """

    link: Link
    ratings: list[tuple[str, str]]
    values: list[str]
    note: Html | str
    tells_apart: bool
    weighed: bool
    without: str
    decides_all: bool


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
    judgments: list[Link]
    withdrawn: WithdrawalView | None
    notices: list[NoticeView]
    moves: list[MoveView]
    signed: list[SignoffView]


def _place(rank: int, many: int, context: Context) -> str:
    places = (rank,) if many == 1 else (rank, rank + many - 1)
    return "–".join(map(context.locale.number, places))


def matrix_view(record: Hypotheses, context: Context) -> MatrixView:
    """Compute the comparison of one question of the context's brief."""
    edition = context.edition
    claims = {
        row.evidence: found
        for row in record.matrix
        if isinstance(found := edition.records.get(target_of(row.evidence, context.brief)), Claim)
    }
    result = rank_hypotheses(record, weights_of(record, edition.sources, claims))
    ranks = Counter(one.rank for one in result.standings)
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
                _place(one.rank, ranks[one.rank], context),
                ranks[one.rank] > 1,
                letters[one.option],
                statements[one.option],
                one.score,
                _points(one.weighted, context),
                one.weighted_rank,
                one.weighted_rank != one.rank,
            )
            for one in result.standings
        ],
        rows=[
            RowView(
                _found(row.evidence, claims.get(row.evidence), context),
                [
                    (f"{letters[one.id]}. {isolated(one.statement)}",
                     context.locale.word("rating", row.ratings.get(one.id)))
                    for one in record.options
                ],
                [str(row.ratings.get(one.id, "")) for one in record.options],
                context.prose(row.note),
                value.diagnosticity > 0,
                value.weight is not None,
                context.locale.joined([letters[one] for one in value.first_without]),
                len(value.first_without) == len(record.options),
            )
            for row, value in zip(record.matrix, result.rows, strict=True)
        ],
        unknown=result.unknown_weights,
        judgments=[
            context.target(lean.target)
            for lean in edition.dependencies.leaners.get(
                Target("record", record.id, context.brief), ()
            )
        ],
        withdrawn=withdrawal_view(record, context),
        notices=notices(record.id, context),
        moves=moves(record.id, context),
        signed=signoffs(record.id, context),
    )  # fmt: skip


def _found(evidence: str, claim: Claim | None, context: Context) -> Link:
    """A row by what was found: what holds of its claim, else its verdict and statement; a source by
    its title."""
    if claim is None:
        link, source = context.source(evidence), context.edition.sources.get(evidence)
        if source is None:
            return link
        said, label = source.translated_title or source.title, str(link.label)
        named = said.casefold().startswith(label.casefold())
        title = isolated(said) if named else f"{label}: {isolated(said)}"
        return replace(link, label=title, title="", number=0)
    link = context.record(evidence)
    if not claim.established:
        return link
    said = isolated(shortened(claim.established, _LONGEST))
    return replace(link, label=said, title=link.title or str(link.label))


def _letter(index: int) -> str:
    """A to Z; beyond it numbers."""
    return chr(ord("A") + index) if index < 26 else str(index + 1)


def _points(value: Fraction, context: Context) -> str:
    """One decimal; nothing for none."""
    return context.locale.decimal(float(value), 1) if round(value, 1) else ""
