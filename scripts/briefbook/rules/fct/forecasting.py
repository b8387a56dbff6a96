"""Claims and judgments that carry a forecast."""

from briefbook.corpus import Placed
from briefbook.model import Claim, Judgment
from briefbook.model.forecast import Forecast
from briefbook.model.withdrawal import Identified

Forecasting = Placed[Identified]
"""A claim or a judgment."""


def forecast_of(at: Forecasting) -> Forecast | None:
    """Its forecast, if it has one."""
    return at.record.forecast if isinstance(at.record, Claim | Judgment) else None
