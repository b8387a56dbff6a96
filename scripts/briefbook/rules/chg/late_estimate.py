"""CHG013 late-estimate: a probability was added to a forecast that is decided."""

from collections.abc import Iterator

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Comparison
from briefbook.findings import Finding, Kind, Severity
from briefbook.model.forecast import Forecast
from briefbook.rules import Rule
from briefbook.rules.chg import pairs

KIND = Kind("CHG013", "late-estimate", Severity.warning)


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Whether forecasts that had an outcome got no further probability."""
    decided = {
        (pair.brief, pair.id)
        for pair in pairs(comparison, "claim", "judgment")
        if pair.before and _is_decided(getattr(pair.before.record, "forecast", None))
    }
    for change in comparison.changes:
        added = change.kind in (ChangeKind.probability_moved, ChangeKind.probability_rewritten)
        if added and change.before != change.after and (change.brief, change.record) in decided:
            if change.gone or change.field.count(".") > 2:
                continue
            yield Finding(
                KIND,
                f"The forecast “{change.record}” is decided already, and a probability of "
                f"{change.after} was added to it.",
                change.place,
                "Take it out: what is given after the outcome is no forecast. To correct the "
                "outcome, enter a correction.",
            )


def _is_decided(forecast: object) -> bool:
    return isinstance(forecast, Forecast) and forecast.resolution is not None


RULE = Rule(KIND, __name__, compare=compare)
