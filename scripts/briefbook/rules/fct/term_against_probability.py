"""FCT006 term-against-probability: the term and the standing probability do not fit."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.forecasts import estimate_on
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Judgment
from briefbook.model.scales import scales
from briefbook.rules import Rule, each

KIND = Kind("FCT006", "term-against-probability", Severity.warning)


def check(placed: Placed[Judgment], edition: Edition) -> Iterator[Finding]:
    """Whether the probability that stands lies in the band of the term and in the range."""
    likelihood, forecast = placed.record.likelihood, placed.record.forecast
    step = estimate_on(forecast, edition.today) if forecast and not forecast.resolution else None
    if placed.brief is None or likelihood is None or forecast is None or step is None:
        return
    percent = step.probability * 100
    band = scales()[edition.scale(placed.brief)].band(likelihood.term or "")
    low, high = likelihood.range or (0, 1)
    if (band and not band.holds(percent)) or not low <= step.probability <= high:
        said = likelihood.term or f"{low * 100:.0f} to {high * 100:.0f} %"
        yield Finding(
            KIND,
            f"The probability that stands is {percent.normalize():f} %, and the judgment says "
            f"“{said}”.",
            placed.place("forecast", "history", forecast.history.index(step), "probability"),
            "Move the likelihood along with the forecast, and say under `corrections` that it "
            "moved if the brief is published.",
        )


RULE = Rule(KIND, __name__, each(Judgment)(check))
