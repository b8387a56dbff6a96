"""FCT004 disordered-history: a forecast's history that is not in the order of its days."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.findings import Finding, Kind
from briefbook.model import Claim, Judgment
from briefbook.rules import Rule, each
from briefbook.rules.fct.forecasting import Forecasting, forecast_of

KIND = Kind("FCT004", "disordered-history")


def check(placed: Forecasting, edition: Edition) -> Iterator[Finding]:
    """Whether each entry is dated on or after the one before it."""
    forecast = forecast_of(placed)
    last = None
    for index, step in enumerate(forecast.history if forecast else ()):
        day = step.date.first
        if last is not None and day is not None and day < last:
            yield Finding(
                KIND,
                f"The entry of {step.date.text} stands after a later one.",
                placed.place("forecast", "history", index, "date"),
                "A history grows at its end only: put the newest entry last, and never change an "
                "old one.",
            )
            return
        last = last if day is None else day


RULE = Rule(KIND, __name__, each(Claim, Judgment)(check))
