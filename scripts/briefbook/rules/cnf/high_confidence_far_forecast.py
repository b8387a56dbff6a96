"""CNF003 high-confidence-far-forecast: high confidence about a day more than a year ahead."""

from collections.abc import Iterator
from datetime import timedelta

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Confidence, Judgment
from briefbook.rules import Rule, each

KIND = Kind("CNF003", "high-confidence-far-forecast", Severity.warning)
FAR = timedelta(days=365)


def check(placed: Placed[Judgment], edition: Edition) -> Iterator[Finding]:
    """Whether an unresolved forecast of high confidence resolves more than a year from today."""
    forecast = placed.record.forecast
    if placed.record.confidence is not Confidence.high or not forecast or forecast.resolution:
        return
    day = forecast.resolves_on.earliest if forecast.resolves_on else None
    if day and day - edition.today > FAR:
        yield Finding(
            KIND,
            "High confidence about a day that is more than a year away.",
            placed.place("confidence"),
            "Much can happen by then: call it moderate, or say in `confidence_because` what makes "
            "the outcome as good as settled, and waive this.",
        )


RULE = Rule(KIND, __name__, each(Judgment)(check))
