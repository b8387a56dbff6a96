"""A barrier in a list."""

from briefbook.analysis.freshness import has_ended
from briefbook.model.barrier import Barrier, Field
from briefbook.model.standing import is_withdrawn
from briefbook.pages.context import Context, Link
from briefbook.pages.row import RecordRow, record_url, withdrawn_row


def barrier_row(barrier: Barrier, context: Context, brief: Link | None) -> RecordRow:
    """A barrier of the context's brief."""
    locale = context.locale
    if is_withdrawn(barrier, context.edition.briefs[context.brief]):
        return withdrawn_row(barrier.id, barrier.statement, context.withdrawn, context, brief)
    facts = [] if barrier.kind == Field.other else [locale.title("field", barrier.kind)]
    if has_ended(barrier.in_force, context.edition.today):
        facts.append(locale.say("No longer in force"))
    elif barrier.in_force:
        facts.append(locale.say("In force: %(span)s", span=context.when(barrier.in_force)))
    return RecordRow(
        url=record_url(barrier.id, context),
        lang=context.lang,
        statement=barrier.statement,
        facts=facts,
        brief=brief,
    )
