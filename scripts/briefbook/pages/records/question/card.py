"""An open question."""

from dataclasses import dataclass

from briefbook.corpus import Target
from briefbook.model import Question
from briefbook.pages.context import Context, Link
from briefbook.pages.evidence import EvidenceView, evidence_view
from briefbook.pages.forecast_due import review_words
from briefbook.pages.indicators import IndicatorView, indicator_views
from briefbook.pages.records.correction.card import NoticeView, notices
from briefbook.pages.records.history import MoveView, moves
from briefbook.pages.records.signoff.card import SignoffView, signoffs
from briefbook.pages.withdrawal import WithdrawalView, withdrawal_view
from briefbook.text.html import Html


@dataclass(frozen=True, slots=True)
class SearchView:
    """Where an answer was looked for."""

    date: str
    where: str
    found: Html | str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """All that a question's card prints."""

    id: str
    question: str
    kind: str
    lang: str | None
    answered: bool
    status: str
    why: Html | str
    answer: Html | str
    indicators: list[IndicatorView]
    searched: list[SearchView]
    bears_on: list[Link]
    waiting: list[Link]
    review_by: str
    evidence: list[EvidenceView]
    withdrawn: WithdrawalView | None
    notices: list[NoticeView]
    moves: list[MoveView]
    signed: list[SignoffView]


def waiting_on(question: Question, context: Context) -> tuple[Target, ...]:
    """The judgments that wait on a question of the context's brief."""
    target = Target("record", question.id, context.brief)
    return context.edition.dependencies.waiting.get(target, ())


def question_view(question: Question, context: Context) -> QuestionView:
    """Compute the card of one question of the context's brief."""
    return QuestionView(
        id=question.id,
        question=question.question,
        kind=context.locale.word("field", question.kind),
        lang=context.lang,
        answered=question.status in ("answered", "moot"),
        status=context.locale.title("question status", question.status),
        why=context.prose(question.why_it_matters),
        answer=context.prose(question.answer),
        indicators=indicator_views(question.indicators, context),
        searched=[
            SearchView(context.when(item.date), item.where, context.prose(item.found))
            for item in question.searched
        ],
        bears_on=context.records(question.bears_on),
        waiting=[context.target(target) for target in waiting_on(question, context)],
        review_by=review_words(question.review_by, context, settled=not question.is_open),
        evidence=[evidence_view(item, context) for item in question.evidence],
        withdrawn=withdrawal_view(question, context),
        notices=notices(question.id, context),
        moves=moves(question.id, context),
        signed=signoffs(question.id, context),
    )
