"""How our forecasts came out: counts, scores against who knows nothing, calibration, the list."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from briefbook.analysis.accuracy import Accuracy, Mean, accuracy
from briefbook.analysis.edition import Edition
from briefbook.analysis.forecasts import ENOUGH, Bin, calibration, deciding_day, score
from briefbook.analysis.site_addresses import FORECASTS_DATA
from briefbook.corpus import Target
from briefbook.model import Judgment
from briefbook.pages import Page, Part, in_parts
from briefbook.pages.context import Context
from briefbook.pages.environment import render
from briefbook.pages.kept_lists import all_forecasts
from briefbook.pages.localisation import Locale
from briefbook.pages.page_types.forecasts_board.page import forecast_row
from briefbook.pages.row import RecordRow

ADDRESS = "forecasts/accuracy/"
MOST = 60
"""Decided forecasts in the list, the newest first; all stand in the data."""


@dataclass(frozen=True, slots=True)
class _Given:
    """What the page is made of: counts and scores, calibration, and whom the list names."""

    found: Accuracy
    bins: tuple[Bin, ...] | None
    decided: tuple[Target, ...]
    more: int


def parts_of(edition: Edition) -> Iterator[Part]:
    """One page, of what all briefs say."""
    ours = [one for one in all_forecasts(edition) if one.is_judged]
    forecasts = [one.forecast for one in ours]
    decided = sorted(
        ((day, name, judgment) for name, judgment, _, forecast in ours
         if score(forecast, edition.today) and (day := deciding_day(forecast))),
        key=lambda one: (-one[0].toordinal(), *one[1:]),
    )  # fmt: skip
    listed = tuple(Target("record", record, brief) for _, brief, record in decided[:MOST])
    found = accuracy(forecasts, edition.today)
    given = _Given(found, calibration(forecasts, edition.today), listed, len(decided) - len(listed))
    yield Part(ADDRESS, given)


def page_of(edition: Edition, about: Part) -> Page:
    """The page."""
    given: _Given = about.given
    context = Context(edition, ADDRESS)
    say = context.locale.say
    markdown = render(
        "page_types/accuracy/template.md.j2",
        context,
        title=say("How our forecasts came out"),
        description=say("How often we were right, scored by what we had said before."),
        board=context.url("forecasts/"),
        data=context.url(FORECASTS_DATA),
        counts=_counts(given.found, context.locale),
        scored=given.found.scored,
        enough=ENOUGH,
        means=_means(given.found, context.locale),
        bins=[_calibrated(one, context.locale) for one in given.bins or ()],
        rows=[_row(target, context) for target in given.decided],
        more=given.more,
    )
    return Page(ADDRESS, say("How our forecasts came out"), markdown)


def _counts(found: Accuracy, locale: Locale) -> list[tuple[str, str]]:
    say = locale.say
    counts = (
        (say("Scored: it came out yes or no, and we had given a probability"), found.scored),
        (say("Waiting for their day"), found.waiting),
        (say("Overdue: their day has passed, and nobody has said how they came out"),
         found.overdue),
        (say("Came out in part: counted, not scored"), found.partly),
        (say("Could not be decided: counted, not scored"), found.void),
        (say("Came out yes or no, and we had given no probability by then: not scored"),
         found.unscored),
    )  # fmt: skip
    return [(words, locale.number(many)) for words, many in counts]


def _means(found: Accuracy, locale: Locale) -> list[tuple[str, str, str]]:
    say = locale.say
    share = locale.percent(Decimal(str(round(found.base_rate, 2))))
    rows = (
        (say("We"), found.ours),
        (say("Who always says how often such things came true here (%(share)s)", share=share),
         found.of_base_rate),
        (say("Who always says half and half"), found.of_coin),
    )  # fmt: skip
    return [(words, *_numbers(mean, locale)) for words, mean in rows if mean]


def _numbers(mean: Mean, locale: Locale) -> tuple[str, str]:
    return locale.decimal(mean.brier), locale.decimal(mean.log)


def _calibrated(one: Bin, locale: Locale) -> str:
    return locale.say(
        "Of %(number)s that we put at %(low)s to %(high)s %%, %(share)s %% came true.",
        number=locale.number(one.n), low=round(one.low * 100), high=round(one.high * 100),
        share=round(one.came_true * 100),
    )  # fmt: skip


def _row(target: Target, context: Context) -> RecordRow:
    record = context.edition.records[target]
    if not isinstance(record, Judgment):
        raise TypeError(f"{target} is no judgment")
    return forecast_row(target.brief, record, context)


PAGES = in_parts("accuracy", parts_of, page_of)
