"""A third party's claim that has been rated, as a `ClaimReview` of schema.org.

`claimReviewed` is the wording that was made where that is a whole sentence, else the statement;
`alternateName` the verdict in words, `ratingValue` only where the verdict stands on a scale:
supported 5, partly supported 3, refuted 1.
"""

import re

from briefbook.analysis.chronology import appeared
from briefbook.analysis.claim_pages import has_page, page_address
from briefbook.corpus import Target
from briefbook.model import Actor, Brief, Claim, Verdict
from briefbook.model.standing import is_withdrawn
from briefbook.pages.citation import full_address, permalink
from briefbook.pages.context import Context
from briefbook.pages.structured import Node, Structured, given, iso_day, named, typed

RATED = {
    Verdict.supported: 5,
    Verdict.partly_supported: 3,
    Verdict.refuted: 1,
    Verdict.contested: None,
    Verdict.unverified: None,
}
"""Verdicts that rate a claim, with their place on a scale from 1 to 5 where they have one."""


def claim_reviews(brief: Brief, context: Context) -> Structured:
    """One for each claim that has no page of its own, where it would stand."""
    choice = context.edition.settings.claim_pages
    made = (
        claim_review(brief, claim, context)
        for claim in brief.claims
        if not has_page(claim, brief, choice)
    )
    return Structured(beside=tuple(one for one in made if one))


def claim_review(brief: Brief, claim: Claim, context: Context) -> Node | None:
    """That of a claim that stands, has a claimant and a verdict that rates it."""
    actor = context.edition.claimant(brief, claim)
    if actor is None or claim.verdict not in RATED or is_withdrawn(claim, brief):
        return None
    return _review(brief, claim, actor, context)


def _review(brief: Brief, claim: Claim, actor: Actor, context: Context) -> Node:
    edition, locale = context.edition, context.locale
    source = edition.appearance(brief, claim)
    words = context.verdict(claim)
    flaw = locale.word("flaw", claim.flaw)
    return given(
        {
            "@type": "ClaimReview",
            "url": claim_link(brief, claim, context),
            "datePublished": iso_day(brief.updated or brief.published),
            "author": named("Organization", edition.settings.site_name),
            "claimReviewed": _whole_sentence(claim),
            "itemReviewed": given(
                {
                    "@type": "Claim",
                    "author": typed(actor, context.edition),
                    "datePublished": iso_day((appeared(source) if source else None) or claim.as_of),
                    "appearance": given(
                        {
                            "@type": "CreativeWork",
                            "name": source.title if source else "",
                            "url": (source.address or "") if source else "",
                        }
                    )
                    if source
                    else "",
                }
            ),
            "reviewRating": given(
                {
                    "@type": "Rating",
                    "alternateName": f"{words}: {flaw}" if flaw else words,
                    "ratingValue": RATED[claim.verdict],
                    "bestRating": 5 if RATED[claim.verdict] else None,
                    "worstRating": 1 if RATED[claim.verdict] else None,
                }
            ),
        }
    )


def claim_link(brief: Brief, claim: Claim, context: Context) -> str:
    """The full address of a claim: its page, if it has one, else its place in the brief."""
    if has_page(claim, brief, context.edition.settings.claim_pages):
        return full_address(context, page_address(context.brief, claim.id))
    return permalink(context, Target("record", claim.id, context.brief))


_SENTENCE = re.compile(r"[“\"«„]?[^\W_a-zа-яё].*[.!?。！？][”\"»]?", re.DOTALL)


def _whole_sentence(claim: Claim) -> str:
    """What was said, if it is more than a part of a sentence; else what it comes to."""
    said = claim.wording.exact if claim.wording else ""
    return said if _SENTENCE.fullmatch(said) else claim.statement
