"""FCT005 misdated-estimate: a probability dated before anybody could read it, or in the future."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.findings import Finding, Kind
from briefbook.model import Claim, Judgment
from briefbook.rules import Rule, each
from briefbook.rules.fct.forecasting import Forecasting, forecast_of

KIND = Kind("FCT005", "misdated-estimate")


def check(placed: Forecasting, edition: Edition) -> Iterator[Finding]:
    """Whether entries are dated before the brief was published, or after today."""
    forecast = forecast_of(placed)
    published = placed.brief.published if placed.brief else None
    out = published.first if published else None
    for index, step in enumerate(forecast.history if forecast else ()):
        first, last = step.date.first, step.date.last
        if first is not None and first > edition.today.toordinal():
            why = "lies in the future"
        elif published and last is not None and out is not None and last < out:
            why = f"lies before the brief was published on {published.text}"
        else:
            continue
        yield Finding(
            KIND,
            f"The date of this probability, {step.date.text}, {why}.",
            placed.place("forecast", "history", index, "date"),
            "Date an entry with the day on which it was written: a forecast counts from the day "
            "on which others could read it.",
        )


RULE = Rule(KIND, __name__, each(Claim, Judgment)(check))
