"""A judgment's card."""

from dataclasses import dataclass
from datetime import date

from briefbook.analysis.forecasts import estimate_on, score
from briefbook.analysis.freshness import is_past
from briefbook.model import Judgment
from briefbook.model.forecast import Forecast
from briefbook.model.judgment import Dissent
from briefbook.model.standing import is_withdrawn
from briefbook.pages.context import Context
from briefbook.pages.forecast import EstimateView, OutcomeView, history_views, outcome_view
from briefbook.pages.indicators import IndicatorView, indicator_views
from briefbook.pages.leanings import LeaningView, leanings
from briefbook.pages.likelihood import LikelihoodWords, likelihood_words, words_of
from briefbook.pages.localisation import Locale
from briefbook.pages.pictures.probability import probability_picture
from briefbook.pages.records.correction.card import NoticeView, notices
from briefbook.pages.records.history import MoveView, moves
from briefbook.pages.records.signoff.card import SignoffView, signoffs
from briefbook.pages.stale_basis import StaleView, stale_view
from briefbook.pages.withdrawal import WithdrawalView, withdrawal_view
from briefbook.text.html import Html


@dataclass(frozen=True, slots=True)
class DissentView:
    """Who sees it otherwise, how, how likely they hold it, and why."""

    by: str
    says: Html | str
    because: Html | str
    likelihood: str


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
    leans: LeaningView
    would_change: list[IndicatorView]
    implications: Html | str
    dissent: list[DissentView]
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


def _dissent(one: Dissent, context: Context) -> DissentView:
    said = ""
    if one.likelihood:
        words = words_of(one.likelihood, context)
        said = f"{words.text}, {words.point}" if words.point else words.text
    return DissentView(one.by, context.prose(one.says), context.prose(one.because), said)


def _is_overdue(forecast: Forecast | None, context: Context) -> bool:
    """Whether its day is past, or that to look again, and nobody has said how it came out."""
    if forecast is None or forecast.resolution:
        return False
    return is_past(forecast.resolves_on or forecast.review_on, context.edition.today)


def _standing(forecast: Forecast | None, context: Context) -> str:
    today = context.edition.today
    now = estimate_on(forecast, today) if forecast and not forecast.resolution else None
    return context.locale.percent(now.probability) if now else ""


def score_words(forecast: Forecast | None, today: date, locale: Locale) -> str:
    """Both scores in a sentence, with what they mean."""
    found = score(forecast, today) if forecast else None
    if found is None:
        return ""
    days = locale.counted("%(num)s day", "%(num)s days", found.days)
    return locale.say(
        "Brier score %(brier)s, log score %(log)s, over %(days)s: 0 is best, and saying 50 %% all "
        "along would have earned %(coin)s and %(coin_log)s.",
        coin=locale.decimal(0.25), coin_log=locale.decimal(0.69),
        brier=locale.decimal(found.brier), log=locale.decimal(found.log), days=days,
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
        leans=leanings(judgment.depends_on, context),
        would_change=indicator_views(judgment.would_change, context),
        implications=context.prose(judgment.implications),
        dissent=[_dissent(one, context) for one in judgment.dissent],
        stale=stale_view(judgment.id, context),
        overdue=_is_overdue(forecast, context) and not gone,
        standing="" if gone else _standing(forecast, context),
        score=score_words(forecast, context.edition.today, locale),
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
