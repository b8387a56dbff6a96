"""A claim in a list."""

from briefbook.analysis.chronology import as_of_day
from briefbook.analysis.forecasts import time_passed
from briefbook.analysis.sides import sides_of_day
from briefbook.model import Claim
from briefbook.model.standing import is_withdrawn
from briefbook.pages.context import Context, Link
from briefbook.pages.forecast_due import due_words
from briefbook.pages.records.claim.sides import side_marks
from briefbook.pages.row import RecordRow, record_url, withdrawn_row


def claim_row(claim: Claim, context: Context, brief: Link | None = None) -> RecordRow:
    """A claim of the context's brief."""
    edition, locale = context.edition, context.locale
    lead_in, statement = context.with_lead_in(claim)
    confidence = locale.word("confidence", claim.confidence)
    if is_withdrawn(claim, edition.briefs[context.brief]):
        return withdrawn_row(claim.id, statement, lead_in, context, brief)
    return RecordRow(
        url=record_url(claim.id, context),
        lang=context.lang,
        lead_in=lead_in,
        statement=statement,
        established=claim.established or "",
        verdict=claim.verdict.value,
        flaw=locale.word("flaw", claim.flaw),
        confidence=claim.confidence or "",
        confidence_words=locale.say("%(level)s confidence in the verdict", level=confidence),
        marks=side_marks(sides_of_day(claim, edition.briefs[context.brief], edition), locale),
        passed=_passed(claim, context),
        due=due_words(claim.forecast, context) if claim.forecast else "",
        brief=brief,
    )  # fmt: skip


def _passed(claim: Claim, context: Context) -> float | None:
    """How much of the time of a claim's forecast has passed; None once it is resolved."""
    if not claim.forecast or claim.forecast.resolution:
        return None
    edition = context.edition
    made = as_of_day(claim, edition.sources, edition.briefs[context.brief])
    return time_passed(claim.forecast, made, edition.today)
