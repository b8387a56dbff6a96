"""A judgment in a list."""

from briefbook.analysis.forecasts import time_passed
from briefbook.model import Judgment
from briefbook.model.standing import is_withdrawn
from briefbook.pages.context import Context, Link
from briefbook.pages.forecast_due import due_words
from briefbook.pages.likelihood import likelihood_words
from briefbook.pages.localisation import upper_first
from briefbook.pages.row import RecordRow, record_url, withdrawn_row


def judgment_row(judgment: Judgment, context: Context, brief: Link | None = None) -> RecordRow:
    """A judgment of the context's brief."""
    locale, forecast = context.locale, judgment.forecast
    if is_withdrawn(judgment, context.edition.briefs[context.brief]):
        return withdrawn_row(judgment.id, judgment.statement, context.withdrawn, context, brief)
    confidence = locale.word("confidence", judgment.confidence)
    return RecordRow(
        url=record_url(judgment.id, context),
        lang=context.lang,
        statement=judgment.statement,
        likelihood=likelihood_words(judgment, context),
        confidence=judgment.confidence or "",
        confidence_words=upper_first(locale.say("%(level)s confidence", level=confidence)),
        passed=time_passed(forecast, None, context.edition.today)
        if forecast and not forecast.resolution
        else None,
        due=due_words(forecast, context) if forecast else "",
        brief=brief,
    )
