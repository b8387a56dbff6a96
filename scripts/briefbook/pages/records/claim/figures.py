"""Figures that sources give for one claim, side by side with their dates and bases."""

from dataclasses import dataclass

from briefbook.model import Claim
from briefbook.pages.context import Context, Link


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure."""

    amount: str
    unit: str
    as_of: str
    basis: str
    source: Link


def figure_rows(claim: Claim, context: Context) -> list[FigureRow]:
    """A table of figures, if there are two or more to compare; else nothing."""
    rows = [
        FigureRow(
            context.locale.number(item.value.amount),
            item.value.unit,
            context.when(item.value.as_of),
            item.value.basis or "",
            context.source(item.source),
        )
        for item in claim.evidence
        if item.value is not None
    ]
    return rows if len(rows) > 1 else []
