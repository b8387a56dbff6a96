"""Forecasts: the probability that stands, what is due, and how the resolved ones came out.

Scores are proper (Brier 1950; Good 1952) and weigh each day: the probability that stood on a day
is scored, so moving a forecast on its last day earns a day's worth. Days are counted from that of
the first estimate to that which decides, both included; what was written later never counts. Zero
is best for both; always saying 50 % earns a Brier score of 0.25. The log score takes a probability
below 1 % or above 99 % for that limit: nobody gains by a boast, and no score is infinite.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from briefbook.analysis.freshness import is_past
from briefbook.model import Edtf
from briefbook.model.forecast import Estimate, Forecast, Outcome

ENOUGH = 20
"""Resolved forecasts from which on a calibration is worth showing; below it, the list."""
BINS = 5


class ForecastState(StrEnum):
    """How a forecast stands on a day."""

    open = "open"
    overdue = "overdue"
    resolved = "resolved"


@dataclass(frozen=True, slots=True)
class Score:
    """Time-weighted scores over `days` days."""

    brier: float
    log: float
    days: int


@dataclass(frozen=True, slots=True)
class Bin:
    """A step of the calibration: forecasts of similar probability, and how many came true."""

    low: float
    high: float
    n: int
    mean: float
    came_true: float


def estimate_on(forecast: Forecast, day: date) -> Estimate | None:
    """The probability that stood on a day: the last one written by then."""
    by_then = [step for step in forecast.history if step.date.earliest
               and step.date.earliest <= day]  # fmt: skip
    return max(reversed(by_then), key=lambda step: step.date.earliest or date.max, default=None)


def state(forecast: Forecast, today: date) -> ForecastState:
    """Resolved, overdue (its day is past and nobody has said how it came out), or open."""
    if forecast.resolution:
        return ForecastState.resolved
    return ForecastState.overdue if is_past(forecast.resolves_on, today) else ForecastState.open


def time_passed(forecast: Forecast, made: Edtf | None, today: date) -> float | None:
    """How much of a forecast's time has passed, from 0 to 1; None without a beginning or an end.

    It begins with its first probability, else on the day it was `made`.
    """
    first = forecast.history[0].date if forecast.history else made
    start = first.earliest if first else None
    end = forecast.resolves_on.latest if forecast.resolves_on else None
    if start is None or end is None:
        return None
    whole = (end - start).days
    return min(1.0, max(0.0, (today - start).days / whole)) if whole > 0 else 1.0


def deciding_day(forecast: Forecast) -> date | None:
    """The last day that is scored: that on which it resolves, or an earlier one that decided it.

    None while nobody has said how it came out, or without any day.
    """
    if forecast.resolution is None:
        return None
    days = (forecast.resolves_on, forecast.resolution.date)
    return min((day.latest for day in days if day and day.latest), default=None)


def score(forecast: Forecast, today: date) -> Score | None:
    """Its scores, or None without a yes or no, without a probability that stood before it, and for
    a resolution in the future. An estimate dated by a month or a year counts from its last day.

    “partly” and “void” are not scored: both scores need an outcome that is one or the other.
    """
    resolution = forecast.resolution
    if resolution is None or resolution.outcome not in (Outcome.yes, Outcome.no):
        return None
    steps = sorted(
        (step for step in forecast.history if step.date.latest), key=_written
    )  # fmt: skip
    end = deciding_day(forecast)
    told = resolution.date.earliest if resolution.date else None
    if not steps or end is None or _written(steps[0]) > end or (told and told > today):
        return None
    outcome = 1.0 if resolution.outcome is Outcome.yes else 0.0
    stretches = list(_stretches(steps, end))
    days = sum(length for _, length in stretches)
    return Score(
        sum(length * (p - outcome) ** 2 for p, length in stretches) / days,
        sum(length * _surprise(p if outcome else 1 - p) for p, length in stretches) / days,
        days,
    )


def _stretches(steps: Sequence[Estimate], end: date) -> Iterable[tuple[float, int]]:
    """Each probability with the number of days that it stood, the last day included.

    Of several on one day the last counts.
    """
    by_day: dict[int, Decimal] = {}
    for step in steps:
        if _written(step) <= end:
            by_day[_written(step).toordinal()] = step.probability
    starts = list(by_day)
    for start, following in zip(starts, [*starts[1:], end.toordinal() + 1], strict=True):
        yield float(by_day[start]), following - start


def _written(step: Estimate) -> date:
    """The last day on which it may have been written: nobody is scored for having known."""
    return step.date.latest or date.max


def _surprise(probability: float) -> float:
    """−ln p, with p kept between 1 and 99 %."""
    return -math.log(min(max(probability, 0.01), 0.99))


def calibration(forecasts: Iterable[Forecast], today: date) -> tuple[Bin, ...] | None:
    """How often forecasts came true by what was last said of them; None below 20 resolved ones.

    Bins are a fifth wide; empty ones are left out. Each holds its number: print it.
    """
    said: list[tuple[float, bool]] = []
    for forecast in forecasts:
        resolution, end = forecast.resolution, deciding_day(forecast)
        if score(forecast, today) is None or resolution is None or end is None:
            continue
        counted = [step for step in forecast.history if _written(step) <= end]
        if last := max(reversed(counted), key=_written, default=None):
            said.append((float(last.probability), resolution.outcome is Outcome.yes))
    if len(said) < ENOUGH:
        return None
    bins: list[Bin] = []
    for index in range(BINS):
        inside = [one for one in said if min(int(one[0] * BINS), BINS - 1) == index]
        if inside:
            n = len(inside)
            mean = sum(p for p, _ in inside) / n
            came_true = sum(true for _, true in inside) / n
            bins.append(Bin(index / BINS, (index + 1) / BINS, n, mean, came_true))
    return tuple(bins)
