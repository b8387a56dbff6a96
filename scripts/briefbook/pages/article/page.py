"""For a brief that reviews one text: its assertions in their order, and what holds."""

from collections.abc import Iterator

from briefbook.analysis.addresses import address
from briefbook.analysis.edition import Edition
from briefbook.corpus import Target
from briefbook.model import Claim
from briefbook.pages import Page, PageType
from briefbook.pages.blocks.claim import said_by
from briefbook.pages.blocks.context import Context
from briefbook.pages.environment import render
from briefbook.text.url import safe_url


def build(edition: Edition) -> Iterator[Page]:
    """One page for each brief that names the text it reviews."""
    for name, brief in edition.briefs.items():
        if not brief.reviews or not brief.reviews.appearance:
            continue
        source = edition.sources.get(brief.reviews.appearance)
        context = Context(edition, f"{address(Target('brief', name))}article/", name)
        actor = brief.reviews.claimant
        title = f"What {edition.actor_name(actor) if actor else 'the text'} said, point by point"
        markdown = render(
            "article/template.md.j2",
            context,
            title=title,
            description=f"Each assertion of the text under review, with verdict: {brief.title}",
            brief=context.brief_link(name),
            source=context.source(brief.reviews.appearance),
            published=context.when(source.published) if source else "",
            url=safe_url(source.url) if source and source.url else None,
            rows=[_row(claim, context) for claim in brief.claims],
        )
        yield Page(context.here, title, markdown)


def _row(claim: Claim, context: Context) -> dict[str, str]:
    said, statement = said_by(claim, context)
    return {
        "said": said,
        "statement": statement,
        "url": context.url(f"briefings/{context.brief}/#{claim.id}"),
        "verdict": claim.verdict.value,
        "flaw": (claim.flaw or "").replace("-", " "),
        "established": claim.established or "",
        "wording": claim.said.exact if claim.said else "",
        "at": (claim.said.at or "") if claim.said else "",
    }


PAGES = PageType("article", build)
