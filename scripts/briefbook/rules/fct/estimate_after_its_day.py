"""FCT008 estimate-after-its-day: a probability written when the forecast was decided."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.findings import Finding, Kind
from briefbook.model import Claim, Judgment
from briefbook.rules import Rule, each
from briefbook.rules.fct.forecasting import Forecasting, forecast_of

KIND = Kind("FCT008", "estimate-after-its-day")


def check(placed: Forecasting, edition: Edition) -> Iterator[Finding]:
    """Whether entries are dated after the day that decides, or after the outcome."""
    forecast = forecast_of(placed)
    if forecast is None:
        return
    days = (forecast.resolves_on, forecast.resolution.date if forecast.resolution else None)
    decided = min((day.last for day in days if day and day.last is not None), default=None)
    for index, step in enumerate(forecast.history):
        first, last = step.date.first, step.date.last
        place = placed.place("forecast", "history", index, "date")
        if decided is None or first is None or last is None or last <= decided:
            continue
        if first > decided:
            yield Finding(
                KIND,
                f"The probability of {step.date.text} was written when the forecast was decided.",
                place,
                "Take it out: it is never scored. To say how it came out, add `resolution:`; if "
                "the day itself was wrong, correct `resolves_on:` and enter a correction.",
            )
        else:
            yield Finding(
                KIND,
                f"The probability of {step.date.text} may have been written when the forecast was "
                "decided: one without a day counts from the last day that it may mean.",
                place,
                "Give the day on which it was written; without one it is never scored.",
            )


RULE = Rule(KIND, __name__, each(Claim, Judgment)(check))
