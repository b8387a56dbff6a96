"""A claim's card."""

from dataclasses import dataclass

from briefbook.analysis.chronology import as_of_day, split
from briefbook.analysis.forecasts import time_passed
from briefbook.analysis.self_sourced import self_sourced
from briefbook.analysis.sides import CountedSide, sides_of_day, sides_since
from briefbook.corpus import Target
from briefbook.model import Claim, ClaimKind, Evidence, Stance
from briefbook.pages.context import Context, Link
from briefbook.pages.evidence import EvidenceView, evidence_view
from briefbook.pages.forecast import EstimateView, OutcomeView, history_views, outcome_view
from briefbook.pages.forecast_due import due_words
from briefbook.pages.leanings import LeaningView, leanings
from briefbook.pages.records.claim.figures import figures
from briefbook.pages.records.claim.sides import side_marks, sides_summary, since_summary
from briefbook.pages.records.claim.wording import WordingView, wordings_of
from briefbook.pages.records.correction.card import NoticeView, notices
from briefbook.pages.records.history import MoveView, moves
from briefbook.pages.records.signoff.card import SignoffView, signoffs
from briefbook.pages.row import SideMark
from briefbook.pages.stale_basis import StaleView, stale_view
from briefbook.pages.withdrawal import WithdrawalView, withdrawal_view
from briefbook.text.html import Html


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a claim: its items (the first ones, and those folded away), its links and
    origins on the day, and how many came later.
    """

    name: str
    items: list[EvidenceView]
    folded: list[EvidenceView]
    summary: str
    later: str


@dataclass(frozen=True, slots=True)
class ForecastView:
    """A forecast's day, how much of its time has passed, its criteria, history and outcome."""

    day: str
    passed: float | None
    criteria: Html | str
    history: list[EstimateView]
    resolved: OutcomeView | None


@dataclass(frozen=True, slots=True)
class ReplyView:
    """What those concerned were asked, and what they answered."""

    asked: str
    on: str
    answer: Html | str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """All that a claim's card prints; no sides where nothing speaks for or against it."""

    id: str
    number: str
    page: str
    lang: str | None
    statement: str
    lead_in: str
    verdict: str
    verdict_words: str
    flaw: str
    confidence: str
    kind: str
    established: str
    wordings: list[WordingView]
    relayed_by: str
    reply: ReplyView | None
    notices: list[NoticeView]
    moves: list[MoveView]
    signed: list[SignoffView]
    as_of: str
    self_sourced: bool
    since_summary: str
    stale: StaleView | None
    marks: list[SideMark]
    sides: list[SideView]
    one_sided: bool
    context: list[EvidenceView]
    since: list[EvidenceView]
    figures: Html | str
    reasoning: Html | str
    forecast: ForecastView | None
    leans: LeaningView
    limited_by: list[Link]
    judged_in: list[Link]
    contradicts: list[Link]
    part_of: list[Link]
    questions: list[Link]
    entities: list[Link]
    topics: list[Link]
    withdrawn: WithdrawalView | None


def claim_view(claim: Claim, context: Context) -> ClaimView:
    """Compute the card of one claim of the context's brief."""
    edition = context.edition
    known, since = split(claim, edition.sources, edition.briefs[context.brief])
    then = claim.replace(evidence=known)
    sides = sides_of_day(claim, edition.briefs[context.brief], edition)
    lead_in, statement = context.with_lead_in(claim)
    locale = context.locale
    two = any(item.stance in (Stance.supports, Stance.disputes) for item in claim.evidence)
    return ClaimView(
        id=claim.id,
        number=context.claim_numbers[claim.id],
        page=context.claim_page(claim),
        lang=context.lang,
        statement=statement,
        lead_in=lead_in,
        verdict=claim.verdict,
        verdict_words=context.verdict(claim),
        flaw=locale.word("flaw", claim.flaw),
        confidence=claim.confidence or "",
        kind="" if claim.kind is ClaimKind.fact else locale.title("claim kind", claim.kind),
        established=claim.established or "",
        wordings=wordings_of(claim, context),
        relayed_by=context.edition.actor_name(claim.relayed_by) if claim.relayed_by else "",
        reply=_reply(claim, context),
        notices=notices(claim.id, context),
        moves=moves(claim.id, context, claim.evidence),
        signed=signoffs(claim.id, context),
        as_of=context.when(claim.as_of),
        self_sourced=self_sourced(claim, edition.briefs[context.brief], edition),
        since_summary=since_summary(
            sides_since(claim, edition.briefs[context.brief], edition), locale
        ),
        stale=stale_view(claim.id, context),
        marks=side_marks(sides, locale) if two else [],
        sides=[
            _side(name, stance, side, since, then, context)
            for name, stance, side in (
                (locale.say("For"), Stance.supports, sides.supports),
                (locale.say("Against"), Stance.disputes, sides.disputes),
            )
        ]
        if two
        else [],
        one_sided=len({i.stance for i in known} & {Stance.supports, Stance.disputes}) < 2,
        context=_items(known, None, context),
        since=[evidence_view(item, context) for item in since],
        figures=figures(claim, context),
        reasoning=context.prose(claim.reasoning),
        forecast=_forecast(claim, context),
        leans=leanings(claim.depends_on, context),
        limited_by=context.records(claim.limited_by),
        judged_in=context.records(claim.judged_in),
        contradicts=context.records(claim.contradicts),
        part_of=context.records((claim.part_of,) if claim.part_of else ()),
        questions=_questions(claim, context),
        entities=[context.entity(name) for name in claim.entities],
        topics=[context.topic(name) for name in claim.topics],
        withdrawn=withdrawal_view(claim, context),
    )


UNFOLDED = 6
"""Items of one side that stand open when there are more than one could take in at a glance."""


def _side(
    name: str,
    stance: Stance,
    side: CountedSide,
    since: tuple[Evidence, ...],
    then: Claim,
    context: Context,
) -> SideView:
    locale = context.locale
    number = sum(1 for item in since if item.stance is stance)
    later = locale.counted(
        "%(num)s later item under “Since then”", "%(num)s later items under “Since then”", number
    )
    items = _items(then.evidence, stance, context)
    said = sides_summary(side, locale)
    shown = len(items) if len(items) <= UNFOLDED + 2 else UNFOLDED
    if number and not items:
        day = as_of_day(then, context.edition.sources, context.edition.briefs[context.brief])
        said = locale.say("nothing by %(day)s", day=context.when(day))
    return SideView(
        name,
        items[:shown],
        items[shown:],
        said,
        later if number else "",
    )


def _items(
    items: tuple[Evidence, ...], stance: Stance | None, context: Context
) -> list[EvidenceView]:
    """Items of one stance; None: of all that count on no side."""
    sides = (Stance.supports, Stance.disputes)
    wanted = [i for i in items if (i.stance is stance if stance else i.stance not in sides)]
    return [evidence_view(item, context) for item in wanted]


def _reply(claim: Claim, context: Context) -> ReplyView | None:
    reply = claim.reply
    if reply is None:
        return None
    return ReplyView(reply.asked, context.when(reply.on), context.prose(reply.answer))


def _forecast(claim: Claim, context: Context) -> ForecastView | None:
    forecast = claim.forecast
    if forecast is None:
        return None
    edition = context.edition
    made = as_of_day(claim, edition.sources, edition.briefs[context.brief])
    return ForecastView(
        day=due_words(forecast, context),
        passed=time_passed(forecast, made, edition.today),
        criteria=context.prose(forecast.criteria),
        history=history_views(forecast, context),
        resolved=outcome_view(forecast, context),
    )


def _questions(claim: Claim, context: Context) -> list[Link]:
    """Questions of this or another brief that bear on the claim."""
    target = Target("record", claim.id, context.brief)
    found = {
        f"{link.brief}#{link.record}": None
        for link in context.edition.corpus.links.to(target)
        if link.reference.route[0] == "questions" and "bears_on" in link.reference.route
    }
    return context.records(tuple(found))
