"""Forecasts that come due next."""

from datetime import date

from briefbook.model import Claim, Judgment
from briefbook.pages.blocks.claim import said_by
from briefbook.pages.blocks.context import Context
from briefbook.pages.environment import fragment
from briefbook.pages.slots import Slot
from briefbook.text.html import Html


def fill(context: Context, number: int) -> Html:
    """Unresolved ones with a day, the earliest first."""
    found: list[tuple[date, str, Claim | Judgment]] = []
    for name, brief in context.edition.briefs.items():
        items: list[Claim | Judgment] = [*brief.judgments, *brief.claims]
        for item in items:
            forecast = item.forecast
            if forecast and not forecast.resolution and forecast.resolves_on:
                found.append((forecast.resolves_on.latest or date.max, name, item))
    found.sort(key=lambda entry: (entry[0], entry[1], entry[2].id))
    rows = [
        (
            *_statement(item, context.inside(name)),
            context.url(f"briefings/{name}/#{item.id}"),
            context.when(item.forecast.resolves_on if item.forecast else None),
            context.brief_link(name),
        )
        for _, name, item in found[:number]
    ]
    return fragment("slots/forecasts.html.j2", rows=rows)


def _statement(item: Claim | Judgment, context: Context) -> tuple[str, str]:
    """Who says it, and the statement; our own judgments stand bare."""
    return said_by(item, context) if isinstance(item, Claim) else ("", item.statement)


SLOT = Slot("forecasts", fill)
