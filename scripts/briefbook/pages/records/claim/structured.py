"""A third party's claim that has been rated, as a `ClaimReview` of schema.org.

`claimReviewed` is the wording that was made, `alternateName` the verdict in words, `ratingValue`
only where the verdict is the end of a scale (supported 5, refuted 1).
"""

from briefbook.analysis.chronology import appeared
from briefbook.corpus import Target
from briefbook.model import Actor, Brief, Claim, Verdict
from briefbook.model.entity import EntityKind
from briefbook.model.standing import not_withdrawn
from briefbook.pages.citation import permalink
from briefbook.pages.context import Context
from briefbook.pages.structured import Node, Structured, given, iso_day, named

RATED = {
    Verdict.supported: 5,
    Verdict.refuted: 1,
    Verdict.contested: None,
    Verdict.unverified: None,
}
"""Verdicts that rate a claim, with their place on a scale from 1 to 5 where they have one."""


def claim_reviews(brief: Brief, context: Context) -> Structured:
    """One for each claim that stands, has a claimant and a verdict that rates it."""
    made = (
        (claim, context.edition.claimant(brief, claim))
        for claim in not_withdrawn(brief.claims, brief)
    )
    return Structured(
        beside=tuple(
            _review(brief, claim, actor, context)
            for claim, actor in made
            if actor is not None and claim.verdict in RATED
        )
    )


def _review(brief: Brief, claim: Claim, actor: Actor, context: Context) -> Node:
    edition, locale = context.edition, context.locale
    source = edition.appearance(brief, claim)
    words = locale.title("verdict", claim.verdict)
    flaw = locale.word("flaw", claim.flaw)
    return given(
        {
            "@type": "ClaimReview",
            "url": permalink(context, Target("record", claim.id, context.brief)),
            "datePublished": iso_day(brief.updated or brief.published),
            "author": named("Organization", edition.settings.site_name),
            "claimReviewed": claim.wording.exact if claim.wording else claim.statement,
            "itemReviewed": given(
                {
                    "@type": "Claim",
                    "author": _actor(actor, context),
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


_TYPES = {
    EntityKind.person: "Person",
    EntityKind.organization: "Organization",
    EntityKind.state: "Organization",
}
"""What schema.org calls an author; it has no word for one that is a place, a model, a document."""


def _actor(actor: Actor, context: Context) -> Node:
    """A claimant with its type where the library knows it: a name alone may be anybody's."""
    edition = context.edition
    known = edition.actor_kind(actor)
    kind = _TYPES.get(known, "") if known else ""
    return given({"@type": kind, "name": edition.actor_name(actor)})
