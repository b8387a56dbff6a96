"""A question in a list."""

from briefbook.model import Question
from briefbook.model.standing import is_withdrawn
from briefbook.pages.context import Context, Link
from briefbook.pages.records.question.card import waiting_on
from briefbook.pages.row import RecordRow, record_url, withdrawn_row


def question_row(question: Question, context: Context, brief: Link | None) -> RecordRow:
    """A question of the context's brief."""
    locale = context.locale
    if is_withdrawn(question, context.edition.briefs[context.brief]):
        return withdrawn_row(question.id, question.question, context.withdrawn, context, brief)
    waiting = len(waiting_on(question, context))
    facts = [locale.title("question status", question.status)]
    if question.kind:
        facts.append(locale.say("about: %(field)s", field=locale.word("field", question.kind)))
    if waiting:
        facts.append(
            locale.counted(
                "%(num)s conclusion waits on it", "%(num)s conclusions wait on it", waiting
            )
        )
    return RecordRow(
        url=record_url(question.id, context),
        lang=context.lang,
        statement=question.question,
        prose=context.prose(question.why_it_matters),
        facts=facts,
        brief=brief,
    )
