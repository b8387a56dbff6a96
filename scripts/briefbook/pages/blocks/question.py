"""An open question."""

from dataclasses import dataclass

from briefbook.corpus import Target
from briefbook.model import Question
from briefbook.pages.blocks.context import Context, Link
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
    status: str
    why: Html | str
    answer: Html | str
    indicators: list[Html | str]
    searched: list[SearchView]
    bears_on: list[Link]
    waiting: list[Link]


def waiting_on(question: Question, context: Context) -> tuple[Target, ...]:
    """The judgments that wait on a question of the context's brief."""
    target = Target("record", question.id, context.brief)
    return context.edition.leaning.waiting.get(target, ())


def question_view(question: Question, context: Context) -> QuestionView:
    """Compute the card of one question of the context's brief."""
    return QuestionView(
        id=question.id,
        question=question.question,
        kind=(question.kind or "").replace("-", " "),
        status=question.status.replace("-", " "),
        why=context.prose(question.why_it_matters),
        answer=context.prose(question.answer),
        indicators=[context.prose(text) for text in question.indicators],
        searched=[
            SearchView(context.when(item.date), item.where, context.prose(item.found))
            for item in question.searched
        ],
        bears_on=context.records(question.bears_on),
        waiting=[
            context.record(t.id if t.brief == context.brief else f"{t.brief}#{t.id}")
            for t in waiting_on(question, context)
        ],
    )
