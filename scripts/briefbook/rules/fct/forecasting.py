"""Claims and judgments that carry a forecast."""

from briefbook.corpus import Placed
from briefbook.model import Claim, Judgment
from briefbook.model.forecast import Forecast
from briefbook.model.withdrawal import Identified

Forecasting = Placed[Identified]
"""A claim or a judgment."""


def forecast_of(placed: Forecasting) -> Forecast | None:
    """Its forecast, if it has one."""
    return placed.record.forecast if isinstance(placed.record, Claim | Judgment) else None
