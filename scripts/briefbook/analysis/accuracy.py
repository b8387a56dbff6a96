"""How our own forecasts came out: how many wait, and the scores of those that are decided.

Scores stand beside those of two who know nothing: one who says 50 % each time, and one who says
each time how often such things came true here (the base rate). Whoever is not better than the
second has told nobody anything.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from briefbook.analysis.forecasts import ForecastState, Score, score, state
from briefbook.model.forecast import Forecast, Outcome


@dataclass(frozen=True, slots=True)
class Mean:
    """Mean scores over forecasts, each counted once; 0 is best for both."""

    brier: float
    log: float


@dataclass(slots=True)
class Accuracy:
    """Counts of forecasts by what became of them, and the scores of those that came out yes or
    no after a probability was given."""

    waiting: int = 0
    overdue: int = 0
    partly: int = 0
    void: int = 0
    unscored: int = 0
    scores: list[tuple[Score, bool]] = field(default_factory=list)
    """Each score, and whether it came true."""

    @property
    def scored(self) -> int:
        """How many have a score."""
        return len(self.scores)

    @property
    def total(self) -> int:
        """All forecasts."""
        return (
            self.waiting + self.overdue + self.partly + self.void + self.unscored + self.scored
        )  # fmt: skip

    @property
    def base_rate(self) -> float:
        """The share of the scored ones that came true; 0 where there is none."""
        return sum(true for _, true in self.scores) / self.scored if self.scores else 0.0

    @property
    def ours(self) -> Mean | None:
        """The mean of our scores; None without any."""
        if not self.scores:
            return None
        return Mean(
            sum(one.brier for one, _ in self.scores) / self.scored,
            sum(one.log for one, _ in self.scores) / self.scored,
        )

    @property
    def of_base_rate(self) -> Mean | None:
        """What saying the base rate each time would have earned."""
        return self._always(self.base_rate)

    @property
    def of_coin(self) -> Mean | None:
        """What saying 50 % each time would have earned."""
        return self._always(0.5)

    def _always(self, said: float) -> Mean | None:
        if not self.scores:
            return None
        share = self.base_rate
        brier = share * (1 - said) ** 2 + (1 - share) * said**2
        yes, no = (-math.log(min(max(p, 0.01), 0.99)) for p in (said, 1 - said))
        return Mean(brier, share * yes + (1 - share) * no)


def accuracy(forecasts: Iterable[Forecast], today: date) -> Accuracy:
    """What became of forecasts by a day; linear."""
    found = Accuracy()
    for forecast in forecasts:
        outcome = forecast.resolution.outcome if forecast.resolution else None
        result = score(forecast, today)
        if result:
            found.scores.append((result, outcome is Outcome.yes))
        elif outcome is Outcome.partly:
            found.partly += 1
        elif outcome is Outcome.void:
            found.void += 1
        elif outcome:
            found.unscored += 1
        elif state(forecast, today) is ForecastState.overdue:
            found.overdue += 1
        else:
            found.waiting += 1
    return found
