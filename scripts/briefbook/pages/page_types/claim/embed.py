"""The card of a claim for other sites: one file without script, and its oEmbed description.

Both are static: a site that asks by oEmbed is led to the JSON by a link in the page's head. The
card holds the verdict first, then who said it, what holds, and the way here. oEmbed 1.0, type
“rich”.
"""

from briefbook.analysis.claim_pages import embed_address, page_address
from briefbook.model import Claim
from briefbook.pages.citation import full_address
from briefbook.pages.context import Context
from briefbook.pages.environment import fragment
from briefbook.pages.marks import INKS, VERDICT_MARKS
from briefbook.pages.records.claim.card import ClaimView
from briefbook.text.artifact import Artifact
from briefbook.text.html import tag
from briefbook.text.json_text import compact

WIDTH, HEIGHT = 600, 260


def embed_files(claim: Claim, view: ClaimView, context: Context) -> tuple[Artifact, ...]:
    """The card and its description; neither where the site does not know its own address."""
    if not context.edition.settings.site_url:
        return ()
    name = context.brief
    here, there = embed_address(name, claim.id), page_address(name, claim.id)
    title = f"{view.lead_in} {view.statement}".strip()
    page = fragment(
        "page_types/claim/embed.html.j2",
        context,
        view=view,
        speaker=view.lead_in if view.withdrawn else context.with_speaker(claim)[0],
        title=title,
        mark=VERDICT_MARKS[claim.verdict].shapes,
        inks=INKS[claim.verdict],
        language=context.lang or context.edition.settings.language,
        url=full_address(context, there),
        brief=context.edition.briefs[name].title,
        site=context.edition.settings.site_name,
    )
    described = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": context.edition.settings.site_name,
        "provider_url": full_address(context, ""),
        "html": frame_of(claim, title, context),
        "width": WIDTH,
        "height": HEIGHT,
        "cache_age": 86_400,
    }
    return (
        Artifact(f"{here}index.html", f"{page}\n".encode()),
        Artifact(f"{here}oembed.json", f"{compact(described)}\n".encode()),
    )


def frame_of(claim: Claim, title: str, context: Context) -> str:
    """What another site writes to show the card: HTML, every value escaped for it; as plain text,
    so that whoever prints it escapes it once more."""
    frame = tag(
        "iframe", src=full_address(context, embed_address(context.brief, claim.id)), title=title,
        width="100%", height=str(HEIGHT), style="border:0", loading="lazy",
    )  # fmt: skip
    return "".join(frame)
