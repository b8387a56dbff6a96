"""How questions are shown."""

from collections.abc import Iterator

from briefbook.model import Brief, Question
from briefbook.pages.context import Context
from briefbook.pages.records import RecordDisplay
from briefbook.pages.records.question.card import question_view
from briefbook.pages.records.question.row import question_row
from briefbook.pages.search_words import SearchText
from briefbook.pages.section import Section, printed_section


def _sections(brief: Brief, context: Context) -> Iterator[Section]:
    if not brief.questions:
        return
    name = context.locale.say("What we don't know")
    yield printed_section(
        "question", 50, "questions", name, context,
        questions=[question_view(item, context) for item in brief.questions],
    )  # fmt: skip


def _search_text(question: Question, context: Context) -> SearchText:
    shown = context.locale.title("question status", question.status)
    return SearchText(context.after_withdrawal(question), {"shown": shown})


RECORD = RecordDisplay(Question, _sections, row=question_row, search_text=_search_text)
