"""FCT001 forecast-without-criteria: a forecast that does not say what counts as fulfilled."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Judgment
from briefbook.rules import Rule, each
from briefbook.rules.fct.forecasting import Forecasting, forecast_of

KIND = Kind("FCT001", "forecast-without-criteria", Severity.warning)


def check(placed: Forecasting, edition: Edition) -> Iterator[Finding]:
    """Whether a forecast has criteria."""
    forecast = forecast_of(placed)
    if forecast and not forecast.criteria:
        yield Finding(
            KIND,
            "This forecast does not say what must be seen for a yes.",
            placed.place("forecast", on_key=True),
            "Add `criteria:` so exact that two people who dislike each other would agree on the "
            "outcome.",
        )


RULE = Rule(KIND, __name__, each(Claim, Judgment)(check))
