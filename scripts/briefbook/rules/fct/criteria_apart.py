"""FCT011 criteria-apart: criteria with other figures, or a later year, than the forecast."""

import re
from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Judgment
from briefbook.rules import Rule, each
from briefbook.rules.fct.forecasting import Forecasting, forecast_of
from briefbook.text.listing import both

KIND = Kind("FCT011", "criteria-apart", Severity.note)
_NUMBER = re.compile(r"(?<![\w.,-])\d+(?:[,\u202f ]\d{3})*(?:[.,]\d+)?(?![\w-])")
_YEAR = re.compile(r"(?:19|20|21)\d\d")


def check(placed: Forecasting, edition: Edition) -> Iterator[Finding]:
    """Whether statement and criteria have figures, and none in common; or the criteria a year after
    that of the day."""
    forecast, record = forecast_of(placed), placed.record
    if forecast is None or not forecast.criteria or not isinstance(record, Claim | Judgment):
        return
    said, asked = _numbers(record.statement), _numbers(forecast.criteria)
    figures, wanted = ([one for one in n if not _YEAR.fullmatch(one)] for n in (said, asked))
    last = forecast.resolves_on.latest if forecast.resolves_on else None
    later = [one for one in asked if _YEAR.fullmatch(one) and last and int(one) > last.year]
    if figures and wanted and not {*figures} & {*wanted}:
        what = f"The criteria speak of {both(wanted)}, and the statement of {both(figures)}."
    elif later:
        what = f"The criteria name {both(later)}, and the forecast is decided before that."
    else:
        return
    yield Finding(
        KIND,
        what,
        placed.place("forecast", "criteria"),
        "Look whether they are harder or easier to fulfil than the statement, and make both say "
        "the same; if they do, leave it.",
    )


def _numbers(text: str) -> dict[str, None]:
    return {re.sub(r"[ \u202f,]", "", found): None for found in _NUMBER.findall(text)}


RULE = Rule(KIND, __name__, each(Claim, Judgment)(check))
