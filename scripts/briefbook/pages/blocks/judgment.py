"""A judgment's card."""

from dataclasses import dataclass

from briefbook.analysis.likelihood import LikelihoodView, view
from briefbook.model import Judgment
from briefbook.pages.blocks.context import Context, Link
from briefbook.text.html import Html


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
    due: str
    criteria: Html | str
    history: list[EstimateView]
    outcome: str
    withdrawn: str


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
        due=context.when(forecast.resolves_on or forecast.review_on) if forecast else "",
        criteria=context.prose(forecast.criteria) if forecast else "",
        history=[
            EstimateView(
                context.when(step.date),
                f"{(step.probability * 100).normalize():f} %",
                context.prose(step.because),
            )
            for step in (forecast.history if forecast else ())
        ],
        outcome=forecast.resolution.outcome if forecast and forecast.resolution else "",
        withdrawn=(withdrawn.notice or withdrawn.reason) if withdrawn else "",
    )
