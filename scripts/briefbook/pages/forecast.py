"""A forecast on a card: its probabilities over time, and how it came out."""

from dataclasses import dataclass

from briefbook.model.forecast import Forecast
from briefbook.pages.context import Context
from briefbook.pages.evidence import EvidenceView, evidence_view
from briefbook.text.html import Html


@dataclass(frozen=True, slots=True)
class EstimateView:
    """A step of a forecast's history."""

    date: str
    percent: str
    because: Html | str


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """How a forecast came out, when, why, and what shows it."""

    outcome: str
    day: str
    recorded: str
    because: Html | str
    evidence: list[EvidenceView]


def history_views(forecast: Forecast | None, context: Context) -> list[EstimateView]:
    """Every probability that was given, oldest first."""
    return [
        EstimateView(
            context.when(step.date),
            context.locale.percent(step.probability),
            context.prose(step.because),
        )
        for step in (forecast.history if forecast else ())
    ]


def outcome_view(forecast: Forecast | None, context: Context) -> OutcomeView | None:
    """How it came out; None while it is open."""
    found = forecast.resolution if forecast else None
    if found is None:
        return None
    return OutcomeView(
        context.locale.word("outcome", found.outcome),
        context.when(found.date),
        context.when(found.recorded),
        context.prose(found.because),
        [evidence_view(item, context) for item in found.evidence],
    )
