"""A judgment's card."""

import math
from dataclasses import dataclass

from briefbook.analysis.forecasts import ForecastState, estimate_on, score, state
from briefbook.model import Judgment
from briefbook.model.forecast import Forecast
from briefbook.model.standing import is_withdrawn
from briefbook.pages.context import Context, Link
from briefbook.pages.forecast import EstimateView, OutcomeView, history_views, outcome_view
from briefbook.pages.likelihood import LikelihoodWords, likelihood_words
from briefbook.pages.localisation import Locale
from briefbook.pages.pictures.probability import probability_picture
from briefbook.pages.records.correction.card import NoticeView, notices
from briefbook.pages.records.history import MoveView, moves
from briefbook.pages.records.signoff.card import SignoffView, signoffs
from briefbook.pages.stale_basis import StaleView, stale_view
from briefbook.pages.withdrawal import WithdrawalView, withdrawal_view
from briefbook.text.html import Html


@dataclass(frozen=True, slots=True)
class JudgmentView:
    """All that a judgment's card prints; likelihood and confidence never share a sentence."""

    id: str
    lang: str | None
    statement: str
    likelihood: LikelihoodWords | None
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
    resolved: OutcomeView | None
    picture: Html | str
    withdrawn: WithdrawalView | None
    notices: list[NoticeView]
    moves: list[MoveView]
    signed: list[SignoffView]


def _standing(forecast: Forecast | None, context: Context) -> str:
    today = context.edition.today
    now = estimate_on(forecast, today) if forecast and not forecast.resolution else None
    return context.locale.percent(now.probability) if now else ""


def score_words(forecast: Forecast | None, locale: Locale) -> str:
    """Both scores in a sentence, with what they mean."""
    found = score(forecast) if forecast else None
    if found is None:
        return ""
    log = locale.say("without limit") if math.isinf(found.log) else locale.decimal(found.log)
    days = locale.counted("%(num)s day", "%(num)s days", found.days)
    return locale.say(
        "Brier score %(brier)s, log score %(log)s, over %(days)s: 0 is best, and saying 50 %% all "
        "along would have earned %(coin)s and %(coin_log)s.",
        coin=locale.decimal(0.25), coin_log=locale.decimal(0.69),
        brier=locale.decimal(found.brier), log=log, days=days,
    )  # fmt: skip


def judgment_view(judgment: Judgment, context: Context, *, drawn: bool = False) -> JudgmentView:
    """Compute the card of one judgment of the context's brief; `drawn` with its picture."""
    locale = context.locale
    forecast = judgment.forecast
    gone = is_withdrawn(judgment, context.edition.briefs[context.brief])
    return JudgmentView(
        id=judgment.id,
        lang=context.lang,
        statement=judgment.statement,
        likelihood=likelihood_words(judgment, context),
        confidence=judgment.confidence or "",
        confidence_because=context.prose(judgment.confidence_because),
        because=context.prose(judgment.because),
        depends_on=context.records(judgment.depends_on),
        would_change=context.prose(judgment.would_change),
        stale=stale_view(judgment.id, context),
        overdue=forecast is not None
        and not gone
        and state(forecast, context.edition.today) is ForecastState.overdue,
        standing="" if gone else _standing(forecast, context),
        score=score_words(forecast, locale),
        due=context.when(forecast.resolves_on or forecast.review_on) if forecast else "",
        criteria=context.prose(forecast.criteria) if forecast else "",
        history=history_views(forecast, context),
        resolved=outcome_view(forecast, context),
        picture=probability_picture(judgment, context) if drawn else "",
        withdrawn=withdrawal_view(judgment, context),
        notices=notices(judgment.id, context),
        moves=moves(judgment.id, context),
        signed=signoffs(judgment.id, context),
    )
