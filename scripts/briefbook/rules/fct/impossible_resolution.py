"""FCT009 impossible-resolution: an outcome that cannot have been known on its day."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.findings import Finding, Kind
from briefbook.model import Claim, Judgment
from briefbook.model.forecast import Forecast
from briefbook.rules import Rule, each
from briefbook.rules.fct.forecasting import Forecasting, forecast_of

KIND = Kind("FCT009", "impossible-resolution")


def check(placed: Forecasting, edition: Edition) -> Iterator[Finding]:
    """Whether an outcome is dated in the future, before the first estimate, or after its entry."""
    forecast = forecast_of(placed)
    why = _why(forecast, edition) if forecast else ""
    if forecast and forecast.resolution and why:
        yield Finding(
            KIND,
            f"This forecast is said to be decided on {forecast.resolution.date.text}, {why}.",
            placed.place("forecast", "resolution", "date"),
            "`date` is the day on which it was decided, `recorded` the day on which you wrote it "
            "down: correct the one that is wrong.",
        )
    recorded = forecast.resolution.recorded if forecast and forecast.resolution else None
    if recorded and recorded.first is not None and recorded.first > edition.today.toordinal():
        yield Finding(
            KIND,
            f"This outcome is said to have been written down on {recorded.text}, which lies in the "
            "future.",
            placed.place("forecast", "resolution", "recorded"),
            "`recorded` is the day on which you wrote it down: give that day.",
        )


def _why(forecast: Forecast, edition: Edition) -> str:
    resolution = forecast.resolution
    if resolution is None or resolution.date.first is None:
        return ""
    first = min((s.date.first for s in forecast.history if s.date.first is not None), default=None)
    if resolution.date.first > edition.today.toordinal():
        return "which lies in the future"
    last = resolution.date.last
    if first is not None and last is not None and last < first:
        return "before its first probability was given"
    recorded = resolution.recorded.last if resolution.recorded else None
    if recorded is not None and recorded < resolution.date.first:
        return "and written down before that"
    return ""


RULE = Rule(KIND, __name__, each(Claim, Judgment)(check))
