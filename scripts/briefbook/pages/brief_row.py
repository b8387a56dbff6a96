"""A brief in a list: title, status, bottom line, verdicts."""

from collections import Counter
from dataclasses import dataclass

from briefbook.analysis.freshness import is_past
from briefbook.analysis.site_addresses import address
from briefbook.corpus import Target
from briefbook.model import Brief
from briefbook.model.claim import WORST_FIRST
from briefbook.model.standing import is_withdrawn, not_withdrawn
from briefbook.pages.context import Context, Link
from briefbook.text.html import Html


@dataclass(frozen=True, slots=True)
class BriefRow:
    """One brief in a list."""

    link: Link
    status: str
    date: str
    updated: str
    stale: bool
    summary: Html | str
    tally: list[tuple[str, int, str]]
    questions: int
    topics: list[Link]
    article: str
    """Where the text that it examines is gone through point by point; empty if it examines none."""
    claimant: str


def brief_row(name: str, context: Context) -> BriefRow:
    """Compute a brief's row."""
    brief = context.edition.briefs[name]
    inside = context.inside(name)
    claims = not_withdrawn(brief.claims, brief)
    numbers = Counter(claim.verdict for claim in claims)
    first = {claim.verdict: claim.id for claim in reversed(claims)}
    here = address(Target("brief", name))
    return BriefRow(
        link=context.brief_link(name),
        status=context.locale.title("status", brief.status),
        date=context.when(brief.published),
        updated=context.when(brief.updated) if brief.updated != brief.published else "",
        stale=is_past(brief.review_by, context.edition.today) and not is_withdrawn(brief, brief),
        summary=inside.prose(brief.summary),
        tally=[
            (v.value, numbers[v], context.url(f"{here}#{first[v]}"))
            for v in WORST_FIRST
            if numbers[v]
        ],
        questions=sum(1 for item in not_withdrawn(brief.questions, brief) if item.is_open),
        topics=[context.topic(topic) for topic in brief.topics],
        article=context.url(f"{here}article/")
        if brief.reviews and brief.reviews.appearance
        else "",
        claimant=_claimant(brief, context),
    )


def _claimant(brief: Brief, context: Context) -> str:
    actor = brief.reviews.claimant if brief.reviews else None
    return context.edition.actor_name(actor) if actor else ""
