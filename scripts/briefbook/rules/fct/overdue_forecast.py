"""FCT003 overdue-forecast: a forecast whose day is past, without an outcome."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.freshness import is_past
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Judgment
from briefbook.rules import Rule, each
from briefbook.rules.fct.forecasting import Forecasting, forecast_of

KIND = Kind("FCT003", "overdue-forecast", Severity.warning)


def check(placed: Forecasting, edition: Edition) -> Iterator[Finding]:
    """Whether an unresolved forecast is past its day, or past the day to look again."""
    forecast = forecast_of(placed)
    if forecast is None or forecast.resolution:
        return
    field = "resolves_on" if forecast.resolves_on else "review_on"
    day = forecast.resolves_on or forecast.review_on
    if day and is_past(day, edition.today):
        yield Finding(
            KIND,
            f"This forecast was due on {day.text}, and nobody has said how it came out.",
            placed.place("forecast", field),
            "Add `resolution:` with date, outcome and evidence; if it cannot be decided, the "
            "outcome is `void`."
            if forecast.resolves_on
            else "Look again, and set the next day.",
        )


RULE = Rule(KIND, __name__, each(Claim, Judgment)(check), timely=True)
