"""A judgment's card."""

import math
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from briefbook.analysis.forecasts import State, score, standing, state
from briefbook.analysis.likelihood import LikelihoodView, view
from briefbook.model import Judgment
from briefbook.model.forecast import Forecast
from briefbook.pages.blocks.context import Context, Link
from briefbook.pages.blocks.stale import StaleView, stale_view
from briefbook.text.html import Html
from briefbook.text.listing import counted


@dataclass(frozen=True, slots=True)
class EstimateView:
    """A step of a forecast's history."""

    date: str
    percent: str
    because: Html | str


@dataclass(frozen=True, slots=True)
class JudgmentView:
    """All that a judgment's card prints; likelihood and confidence never share a sentence."""

    id: str
    statement: str
    likelihood: LikelihoodView | None
    confidence: str
    confidence_because: Html | str
    because: Html | str
    depends_on: list[Link]
    would_change: Html | str
    stale: StaleView | None
    due: str
    overdue: bool
    standing: str
    score: str
    criteria: Html | str
    history: list[EstimateView]
    outcome: str
    withdrawn: str


def percent(probability: Decimal) -> str:
    """“25 %”."""
    return f"{(probability * 100).normalize():f} %"


def _standing(forecast: Forecast | None, today: date) -> str:
    now = standing(forecast, today) if forecast and not forecast.resolution else None
    return percent(now.probability) if now else ""


def _score(forecast: Forecast | None) -> str:
    """Both scores in a sentence, with what they mean."""
    found = score(forecast) if forecast else None
    if found is None:
        return ""
    log = "without limit" if math.isinf(found.log) else f"{found.log:.2f}"
    return (
        f"Brier score {found.brier:.2f}, log score {log}, over {counted(found.days, 'day')}: "
        "0 is best, and saying 50 % all along would have earned 0.25 and 0.69."
    )


def judgment_view(judgment: Judgment, context: Context) -> JudgmentView:
    """Compute the card of one judgment of the context's brief."""
    edition = context.edition
    scale = edition.scale(edition.briefs[context.brief])
    forecast = judgment.forecast
    withdrawn = judgment.withdrawn
    return JudgmentView(
        id=judgment.id,
        statement=judgment.statement,
        likelihood=view(judgment.likelihood, scale) if judgment.likelihood else None,
        confidence=judgment.confidence or "",
        confidence_because=context.prose(judgment.confidence_because),
        because=context.prose(judgment.because),
        depends_on=context.records(judgment.depends_on),
        would_change=context.prose(judgment.would_change),
        stale=stale_view(judgment.id, context),
        overdue=forecast is not None and state(forecast, edition.today) is State.overdue,
        standing=_standing(forecast, edition.today),
        score=_score(forecast),
        due=context.when(forecast.resolves_on or forecast.review_on) if forecast else "",
        criteria=context.prose(forecast.criteria) if forecast else "",
        history=[
            EstimateView(
                context.when(step.date),
                percent(step.probability),
                context.prose(step.because),
            )
            for step in (forecast.history if forecast else ())
        ],
        outcome=forecast.resolution.outcome if forecast and forecast.resolution else "",
        withdrawn=(withdrawn.notice or withdrawn.reason) if withdrawn else "",
    )
