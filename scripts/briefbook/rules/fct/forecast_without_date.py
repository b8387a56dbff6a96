"""FCT002 forecast-without-date: a forecast that no day decides."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, ClaimKind, Judgment, Verdict
from briefbook.rules import Rule, each
from briefbook.rules.fct.forecasting import Forecasting, forecast_of

KIND = Kind("FCT002", "forecast-without-date", Severity.warning)


def check(placed: Forecasting, edition: Edition) -> Iterator[Finding]:
    """Whether a forecast, or an open claim of the kind forecast, has a day."""
    forecast = forecast_of(placed)
    if forecast:
        if not (forecast.resolves_on or forecast.review_on or forecast.resolution):
            yield _finding(placed, "forecast")
    elif isinstance(placed.record, Claim) and _is_undated(placed.record):
        yield _finding(placed, "kind")


def _is_undated(claim: Claim) -> bool:
    return claim.kind is ClaimKind.forecast and claim.verdict is Verdict.open


def _finding(placed: Forecasting, field: str) -> Finding:
    return Finding(
        KIND,
        "No day decides this forecast.",
        placed.place(field, on_key=field == "forecast"),
        "Add `forecast:` with `resolves_on:`; if the text names no day, `review_on:` says when "
        "to look again.",
    )


RULE = Rule(KIND, __name__, each(Claim, Judgment)(check))
