"""Figures that sources give for one claim, side by side with their dates and bases."""

from dataclasses import dataclass

from briefbook.model import Claim
from briefbook.model.evidence import Value
from briefbook.pages.context import Context, Link


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure; that of the claim itself has no source."""

    amount: str
    unit: str
    as_of: str
    basis: str
    source: Link | None


def figure_rows(claim: Claim, context: Context) -> list[FigureRow]:
    """A table of figures, if there are two or more to compare; else nothing."""
    rows = [_row(claim.claimed, None, context)] if claim.claimed else []
    rows += [
        _row(value, context.source(item.source), context)
        for item in claim.evidence
        for value in item.value
    ]
    return rows if len(rows) > 1 else []


def _row(value: Value, source: Link | None, context: Context) -> FigureRow:
    return FigureRow(
        context.locale.number(value.amount),
        value.unit,
        context.when(value.as_of),
        value.basis or "",
        source,
    )
