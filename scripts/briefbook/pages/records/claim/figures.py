"""Figures that sources give for one claim, side by side with their dates and bases."""

from dataclasses import dataclass

from briefbook.model import Claim
from briefbook.model.evidence import Value
from briefbook.pages.context import Context, Link
from briefbook.pages.environment import fragment
from briefbook.pages.pictures.figures import figures_picture
from briefbook.text.html import Html


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure; that of the claim itself has no source."""

    amount: str
    unit: str
    as_of: str
    basis: str
    source: Link | None


def figures(claim: Claim, context: Context) -> Html | str:
    """The figures of a claim, if there are two or more to compare: as a picture with a table behind
    it where it can be drawn, else as a table."""
    table = _table(claim, context)
    if not table:
        return _alone(claim.claimed, context) if claim.claimed else ""
    return figures_picture(claim, table, context) or table


def _alone(value: Value, context: Context) -> Html:
    """The figure as claimed, where there is none to compare it with."""
    row = _row(value, None, context)
    return fragment("records/claim/figure_alone.html.j2", context, row=row)


def drawn_figures(claim: Claim, context: Context) -> Html | str:
    """The same where it can be drawn, else nothing."""
    table = _table(claim, context)
    return figures_picture(claim, table, context) if table else ""


def _table(claim: Claim, context: Context) -> Html | str:
    rows = [_row(claim.claimed, None, context)] if claim.claimed else []
    rows += [
        _row(value, context.source(item.source), context)
        for item in claim.evidence
        for value in item.value
    ]
    if len(rows) < 2:
        return ""
    return fragment("records/claim/figures.html.j2", context, rows=rows, statement=claim.statement)


def _row(value: Value, source: Link | None, context: Context) -> FigureRow:
    return FigureRow(
        context.locale.number(value.amount),
        value.unit,
        context.when(value.as_of),
        value.basis or "",
        source,
    )
