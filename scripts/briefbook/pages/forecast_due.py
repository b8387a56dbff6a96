"""When a forecast will be decided, or a record looked at again, and whether that is overdue."""

from briefbook.analysis.freshness import is_past
from briefbook.model.edtf import Edtf
from briefbook.model.forecast import Forecast
from briefbook.pages.context import Context


def due_words(forecast: Forecast, context: Context) -> str:
    """“To be decided by 31 December 2030.”, or when somebody will look again; or nothing."""
    say, resolved = context.locale.say, forecast.resolution is not None
    due = forecast.resolves_on or forecast.review_on
    if due is None:
        return ""
    day = context.when(due)
    late = not resolved and is_past(due, context.edition.today)
    if forecast.resolves_on:
        if resolved:
            return say("It was to be decided by %(day)s.", day=day)
        if late:
            return say("Overdue: it was to be decided by %(day)s.", day=day)
        return say("To be decided by %(day)s.", day=day)
    if resolved:
        return ""
    return late_review(due, context) or say("To be looked at again by %(day)s.", day=day)


def review_words(day: Edtf | None, context: Context, *, settled: bool = False) -> str:
    """“To be checked again by 31 March 2027.”, or that it is overdue; nothing for what is settled
    and past its day."""
    if day is None:
        return ""
    if not settled and (late := late_review(day, context)):
        return late
    return context.locale.say("To be checked again by %(day)s.", day=context.when(day))


def late_review(day: Edtf, context: Context) -> str:
    """That a review is overdue; nothing while it is not."""
    if not is_past(day, context.edition.today):
        return ""
    return context.locale.say("Review overdue: due by %(day)s.", day=context.when(day))
