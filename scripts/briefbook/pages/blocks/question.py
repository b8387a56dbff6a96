"""An open question."""

from dataclasses import dataclass

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
    )
