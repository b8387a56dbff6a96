"""A record in a list: its statement with what stands before it, its marks, and its brief."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefbook.analysis.addresses import address
from briefbook.analysis.chronology import judged_for
from briefbook.analysis.forecasts import time_passed
from briefbook.analysis.freshness import has_ended
from briefbook.corpus import Target
from briefbook.model import Claim, Judgment, Question
from briefbook.model.barrier import Barrier
from briefbook.model.standing import is_withdrawn
from briefbook.pages.context import Context, Link
from briefbook.pages.due import due_words
from briefbook.pages.records.claim.card import SideMark, side_marks
from briefbook.pages.records.judgment.card import LikelihoodWords, likelihood_words
from briefbook.pages.records.question.card import waiting_on
from briefbook.pages.tongue import upper_first
from briefbook.text.html import Html


@dataclass(frozen=True, slots=True)
class Row:
    """One record; what does not apply is empty."""

    url: str
    statement: str
    lang: str | None
    said: str = ""
    shown: str = ""
    prose: Html | str = ""
    verdict: str = ""
    flaw: str = ""
    alone: bool = False
    likelihood: LikelihoodWords | None = None
    confidence: str = ""
    confidence_words: str = ""
    marks: Sequence[SideMark] = ()
    passed: float | None = None
    due: str = ""
    facts: list[str] = field(default_factory=list)
    brief: Link | None = None


def record_row(target: Target, context: Context, *, with_brief: bool = True) -> Row | None:
    """A record of a brief in a list of the context's page; None for one without a statement."""
    record = context.edition.records.get(target)
    inside = context.inside(target.brief)
    brief = context.brief_link(target.brief) if with_brief else None
    match record:
        case Claim():
            return claim_row(record, inside, brief)
        case Judgment():
            return judgment_row(record, inside, brief)
        case Question():
            return _question(record, inside, brief)
        case Barrier():
            return _barrier(record, inside, brief)
    return None


def claim_row(claim: Claim, context: Context, brief: Link | None = None) -> Row:
    """A claim of the context's brief."""
    edition, tongue = context.edition, context.tongue
    said, statement = context.said_by(claim)
    confidence = tongue.word("confidence", claim.confidence)
    if is_withdrawn(claim, edition.briefs[context.brief]):
        return _withdrawn(claim.id, statement, said, context, brief)
    return Row(
        url=_url(claim.id, context),
        lang=context.lang,
        said=said,
        statement=statement,
        shown=claim.established or "",
        verdict=claim.verdict.value,
        flaw=tongue.word("flaw", claim.flaw),
        confidence=claim.confidence or "",
        confidence_words=tongue.say("%(level)s confidence in the verdict", level=confidence),
        marks=side_marks(
            edition.origins.supports(claim), edition.origins.disputes(claim), tongue
        ),
        passed=_passed(claim, context),
        due=due_words(claim.forecast, context) if claim.forecast else "",
        brief=brief,
    )  # fmt: skip


def _passed(claim: Claim, context: Context) -> float | None:
    """How much of the time of a claim's forecast has passed; None once it is resolved."""
    if not claim.forecast or claim.forecast.resolution:
        return None
    edition = context.edition
    made = judged_for(claim, edition.sources, edition.briefs[context.brief])
    return time_passed(claim.forecast, made, edition.today)


def judgment_row(judgment: Judgment, context: Context, brief: Link | None = None) -> Row:
    """A judgment of the context's brief."""
    tongue, forecast = context.tongue, judgment.forecast
    if is_withdrawn(judgment, context.edition.briefs[context.brief]):
        return _withdrawn(judgment.id, judgment.statement, context.withdrawn, context, brief)
    confidence = tongue.word("confidence", judgment.confidence)
    return Row(
        url=_url(judgment.id, context),
        lang=context.lang,
        statement=judgment.statement,
        likelihood=likelihood_words(judgment, context),
        confidence=judgment.confidence or "",
        confidence_words=upper_first(tongue.say("%(level)s confidence", level=confidence)),
        passed=time_passed(forecast, None, context.edition.today)
        if forecast and not forecast.resolution
        else None,
        due=due_words(forecast, context) if forecast else "",
        brief=brief,
    )


def _question(question: Question, context: Context, brief: Link | None) -> Row:
    tongue = context.tongue
    if is_withdrawn(question, context.edition.briefs[context.brief]):
        return _withdrawn(question.id, question.question, context.withdrawn, context, brief)
    waiting = len(waiting_on(question, context))
    facts = [tongue.title("question status", question.status)]
    if question.kind:
        facts.append(tongue.say("about: %(field)s", field=tongue.word("field", question.kind)))
    if waiting:
        facts.append(
            tongue.counted(
                "%(num)s conclusion waits on it", "%(num)s conclusions wait on it", waiting
            )
        )
    return Row(
        url=_url(question.id, context),
        lang=context.lang,
        statement=question.question,
        prose=context.prose(question.why_it_matters),
        facts=facts,
        brief=brief,
    )


def _barrier(barrier: Barrier, context: Context, brief: Link | None) -> Row:
    tongue = context.tongue
    if is_withdrawn(barrier, context.edition.briefs[context.brief]):
        return _withdrawn(barrier.id, barrier.statement, context.withdrawn, context, brief)
    facts = [tongue.title("field", barrier.kind)]
    if has_ended(barrier.in_force, context.edition.today):
        facts.append(tongue.say("No longer in force"))
    elif barrier.in_force:
        facts.append(tongue.say("In force: %(span)s", span=context.when(barrier.in_force)))
    return Row(
        url=_url(barrier.id, context),
        lang=context.lang,
        statement=barrier.statement,
        facts=facts,
        brief=brief,
    )


def _withdrawn(record: str, statement: str, said: str, context: Context, brief: Link | None) -> Row:
    """A record that is withdrawn: what it said, after the word for it, and no mark of it."""
    return Row(
        url=_url(record, context), lang=context.lang, said=said, statement=statement, brief=brief
    )


def _url(record: str, context: Context) -> str:
    return context.url(address(Target("record", record, context.brief)))
