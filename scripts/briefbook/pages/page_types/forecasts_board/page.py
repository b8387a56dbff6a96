"""Forecasts: overdue, due next, without a day, resolved; ours with their scores."""

from collections.abc import Iterator, Sequence
from datetime import date

from briefbook.analysis.accuracy import accuracy
from briefbook.analysis.edition import Edition
from briefbook.analysis.forecasts import ForecastState, score, state
from briefbook.corpus import Target
from briefbook.model import Claim, Judgment
from briefbook.model.forecast import Forecast
from briefbook.pages import Page, Part, in_parts
from briefbook.pages.context import Context
from briefbook.pages.environment import render
from briefbook.pages.kept_lists import OurForecast, all_forecasts
from briefbook.pages.localisation import Locale, locale_of
from briefbook.pages.paging import paged
from briefbook.pages.records.claim.row import claim_row
from briefbook.pages.records.judgment.card import score_words
from briefbook.pages.records.judgment.row import judgment_row
from briefbook.pages.row import RecordRow

SIZE = 60
ForecastEntry = tuple[int, date, OurForecast]
OVERDUE, DUE, WITHOUT, RESOLVED = range(4)


def parts_of(edition: Edition) -> Iterator[Part]:
    """Those that wait for somebody first, then by day."""
    everything = sorted(_found(edition), key=lambda entry: (*entry[:2], *entry[2][:2]))
    entries = [(group, Target("record", one.record, one.brief)) for group, _, one in everything]
    scores = tuple(_scores(everything, edition.today, locale_of(edition.settings)))
    for part in paged("forecasts/", entries, SIZE):
        yield Part(part.address, (part, scores))


def _found(edition: Edition) -> Iterator[ForecastEntry]:
    for one in all_forecasts(edition):
        group = _group(one.forecast, edition.today)
        yield group, _day(one.forecast, group), one


def _group(forecast: Forecast, today: date) -> int:
    match state(forecast, today):
        case ForecastState.resolved:
            return RESOLVED
        case ForecastState.overdue:
            return OVERDUE
    return DUE if forecast.resolves_on else WITHOUT


def _day(forecast: Forecast, group: int) -> date:
    if group == RESOLVED and forecast.resolution:
        last = forecast.resolution.date.latest
        return date.fromordinal(date.max.toordinal() - (last or date.min).toordinal() + 1)
    due = forecast.resolves_on or forecast.review_on
    return (due.latest if due else None) or date.max


def page_of(edition: Edition, about: Part) -> Page:
    """One page of it."""
    part, scores = about.given
    context = Context(edition, part.address)
    say = context.locale.say
    titles = {
        OVERDUE: ("overdue", say("Overdue: their day has passed, and nobody has said how they came "
                                 "out")),
        DUE: ("due", say("Waiting for their day")),
        WITHOUT: ("without-a-day", say("Without a day that decides")),
        RESOLVED: ("resolved", say("Resolved")),
    }  # fmt: skip
    groups: dict[int, dict[str, list[RecordRow]]] = {}
    for group, target in part.items:
        item = edition.records.get(target)
        if isinstance(item, Claim | Judgment):
            row = forecast_row(target.brief, item, context)
            groups.setdefault(group, {}).setdefault(_year(group, item), []).append(row)
    markdown = render(
        "page_types/forecasts_board/template.md.j2",
        context,
        title=say("Forecasts"),
        description=say("What will be decided, what is due, and how the resolved ones came out."),
        groups=[(*titles[group], by_year) for group, by_year in groups.items()],
        years=[(year, f"#due-{year}") for year in groups.get(DUE, ())],
        scores=scores,
        accuracy=context.url("forecasts/accuracy/"),
        part=part,
    )
    return Page(part.address, say("Forecasts"), markdown)


def _year(group: int, item: Claim | Judgment) -> str:
    """The year in which a waiting one is decided: they stand by it."""
    if group != DUE or not item.forecast:
        return ""
    return str(_day(item.forecast, group).year)


def forecast_row(name: str, item: Claim | Judgment, context: Context) -> RecordRow:
    """A claim or judgment of a brief with how its forecast came out, and its scores."""
    inside, brief = context.inside(name), context.brief_link(name)
    locale, forecast = context.locale, item.forecast
    row = (
        claim_row(item, inside, brief) if isinstance(item, Claim)
        else judgment_row(item, inside, brief)
    )  # fmt: skip
    if forecast and forecast.resolution:
        outcome = locale.word("outcome", forecast.resolution.outcome)
        day = inside.when(forecast.resolution.date)
        row.facts.append(locale.say("Came out: %(outcome)s (%(day)s).", outcome=outcome, day=day))
        if words := score_words(forecast, context.edition.today, locale):
            row.facts.append(words)
    return row


def _scores(everything: Sequence[ForecastEntry], today: date, locale: Locale) -> list[str]:
    """A sentence about our own resolved forecasts; the page of accuracy says more."""
    ours = [one.forecast for *_, one in everything if one.is_judged]
    found = accuracy(ours, today).ours
    if found is None:
        return [locale.say("None of our own forecasts has resolved yet, so there is no score.")]
    scored = sum(score(forecast, today) is not None for forecast in ours)
    number = locale.counted("%(num)s resolved forecast", "%(num)s resolved forecasts", scored)
    return [
        locale.say("Mean Brier score %(mean)s over %(number)s (0 is best, 0.25 is a coin).",
                   mean=locale.decimal(found.brier), number=number)
    ]  # fmt: skip


PAGES = in_parts("forecasts_board", parts_of, page_of)
