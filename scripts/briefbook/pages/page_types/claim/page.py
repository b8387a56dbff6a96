"""One claim on a page of its own, with a preview picture and a `ClaimReview` of its own.

What speaks for it and against it stands there; context, what came later and how it changed stand in
its brief.
"""

from briefbook.analysis.claim_pages import page_address
from briefbook.analysis.edition import Edition
from briefbook.analysis.site_addresses import address
from briefbook.corpus import Target
from briefbook.model import Brief, Claim
from briefbook.model.standing import is_withdrawn
from briefbook.pages import Page, page_for_each
from briefbook.pages.citation import record_citation
from briefbook.pages.context import Context
from briefbook.pages.environment import render
from briefbook.pages.kept_lists import claims_with_pages
from briefbook.pages.page_types.claim.embed import embed_files, frame_of
from briefbook.pages.records.claim.card import claim_view
from briefbook.pages.records.claim.structured import claim_review
from briefbook.pages.social import claim_card
from briefbook.text.html import Html, tag, trusted
from briefbook.text.json_text import compact


def page_of(edition: Edition, part: str) -> Page:
    """The page of one claim, `part` being “brief/claim”."""
    name, _, own = part.partition("/")
    brief = edition.briefs[name]
    claim = next(one for one in brief.claims if one.id == own)
    here = page_address(name, own)
    context = Context(edition, here, name)
    lead_in, statement = context.with_lead_in(claim)
    title = f"{lead_in} {statement}".strip()
    card, view = claim_card(claim, context), claim_view(claim, context)
    files = embed_files(claim, view, context)
    markdown = render(
        "page_types/claim/template.md.j2",
        context,
        title=title,
        description=claim.established or context.plain(brief.summary),
        head={"image": card.path, "kind": "article", "robots": _robots(brief, claim),
              "oembed": context.url(files[1].path) if files else ""},
        view=view,
        brief=context.brief_link(name),
        whole=context.url(address(Target("record", own, name))),
        citation=record_citation(brief, context, own, title).plain(context),
        frame=frame_of(claim, title, context) if files else "",
        data=_data(brief, claim, context),
    )  # fmt: skip
    day = brief.updated or brief.published
    return Page(here, title, markdown, (), (card, *files), day.earliest if day else None)


def _robots(brief: Brief, claim: Claim) -> str:
    hidden = brief.status in ("draft", "in-review") or is_withdrawn(claim, brief)
    return "noindex" if hidden else ""


def _data(brief: Brief, claim: Claim, context: Context) -> Html | str:
    found = claim_review(brief, claim, context)
    if found is None:
        return ""
    data = {"@context": "https://schema.org", **found}
    return tag("script", trusted(compact(data)), type="application/ld+json")


PAGES = page_for_each(
    "claim",
    lambda edition: [f"{brief}/{claim}" for brief, claim in claims_with_pages(edition)],
    page_of,
)
