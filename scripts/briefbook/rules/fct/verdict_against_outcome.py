"""FCT007 verdict-against-outcome: a resolved forecast whose verdict says something else."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind
from briefbook.model import Claim
from briefbook.rules import Rule, each

KIND = Kind("FCT007", "verdict-against-outcome")


def check(placed: Placed[Claim], edition: Edition) -> Iterator[Finding]:
    """Whether the verdict follows the outcome."""
    forecast = placed.record.forecast
    if forecast is None or forecast.resolution is None:
        return
    suggestion = edition.verdicts.of(placed.record, placed.brief)
    if placed.record.verdict not in suggestion.allows:
        yield Finding(
            KIND,
            f"The forecast came out “{forecast.resolution.outcome}”, and the verdict is "
            f"“{placed.record.verdict}”.",
            placed.place("verdict"),
            f"The verdict of a forecast follows its outcome: call it {suggestion.verdict}, or "
            "correct the outcome.",
        )


RULE = Rule(KIND, __name__, each(Claim)(check))
