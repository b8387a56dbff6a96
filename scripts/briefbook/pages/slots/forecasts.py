"""Forecasts that come due next."""

from datetime import date

from briefbook.model import Claim, Judgment
from briefbook.model.standing import not_withdrawn
from briefbook.pages.context import Context
from briefbook.pages.environment import fragment
from briefbook.pages.records.claim.row import claim_row
from briefbook.pages.records.judgment.row import judgment_row
from briefbook.pages.slots import Slot
from briefbook.text.html import Html


def fill(context: Context, number: int) -> Html:
    """Unresolved ones with a day, the earliest first."""
    found: list[tuple[date, str, Claim | Judgment]] = []
    for name, brief in context.edition.briefs.items():
        items: list[Claim | Judgment] = [*brief.judgments, *brief.claims]
        for item in not_withdrawn(items, brief):
            forecast = item.forecast
            if forecast and not forecast.resolution and forecast.resolves_on:
                found.append((forecast.resolves_on.latest or date.max, name, item))
    found.sort(key=lambda entry: (entry[0], entry[1], entry[2].id))
    rows = []
    for _, name, item in found[:number]:
        inside, brief_link = context.inside(name), context.brief_link(name)
        if isinstance(item, Claim):
            rows.append(claim_row(item, inside, brief_link))
        else:
            rows.append(judgment_row(item, inside, brief_link))
    empty = context.locale.say("No forecast is waiting for its day.")
    return fragment("slots/rows.html.j2", context, rows=rows, empty=empty)


SLOT = Slot("forecasts", fill)
