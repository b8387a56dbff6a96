"""JSON-LD for a brief, in the vocabulary of schema.org, for machines that read the page.

The brief is a `Report`, its judgments are `Claim`s. A third party's claim that has been rated is a
`ClaimReview`: `claimReviewed` is the wording that was made, `alternateName` the verdict in words,
`ratingValue` only where the verdict is the end of a scale (supported 5, refuted 1).
"""

from collections.abc import Iterator

from briefbook.corpus import Target
from briefbook.model import Actor, Brief, Claim, Edtf, Verdict
from briefbook.model.entity import EntityKind
from briefbook.pages.blocks.citation import judged, permalink
from briefbook.pages.blocks.context import Context
from briefbook.text.html import Html, tag, trusted
from briefbook.text.json_text import compact

RATED = {
    Verdict.supported: 5,
    Verdict.refuted: 1,
    Verdict.contested: None,
    Verdict.unverified: None,
}
"""Verdicts that rate a claim, with their place on a scale from 1 to 5 where they have one."""
Node = dict[str, object]


def structured_data(brief: Brief, summary: str, context: Context) -> Html:
    """The script element; nothing in it can end it, and no browser runs it."""
    graph = [_report(brief, summary, context), *_reviews(brief, context)]
    data = {"@context": "https://schema.org", "@graph": graph}
    return tag("script", trusted(compact(data)), type="application/ld+json")


def _report(brief: Brief, summary: str, context: Context) -> Node:
    edition = context.edition
    here = permalink(context, Target("brief", context.brief))
    return _given(
        {
            "@type": "Report",
            "@id": here,
            "url": here,
            "headline": brief.title,
            "abstract": summary,
            "inLanguage": edition.language(brief),
            "datePublished": _day(brief.published),
            "dateModified": _day(brief.updated),
            "author": [_named("Person", name) for name in brief.authors],
            "publisher": _named("Organization", edition.settings.site_name),
            "creativeWorkStatus": brief.status.value,
            "keywords": [edition.topics[t].name for t in brief.topics if t in edition.topics],
            "hasPart": [
                {
                    "@type": "Claim",
                    "@id": permalink(context, Target("record", item.id, context.brief)),
                    "text": judged(item, context),
                }
                for item in brief.judgments
                if not item.withdrawn
            ],
            "correction": [
                _given(
                    {
                        "@type": "CorrectionComment",
                        "datePublished": _day(item.date),
                        "text": context.plain(item.now or item.reason),
                    }
                )
                for item in brief.corrections
            ],
        }
    )


def _reviews(brief: Brief, context: Context) -> Iterator[Node]:
    for claim in brief.claims:
        actor = context.edition.claimant(brief, claim)
        if actor is not None and not claim.withdrawn and claim.verdict in RATED:
            yield _review(brief, claim, actor, context)


def _review(brief: Brief, claim: Claim, actor: Actor, context: Context) -> Node:
    edition, tongue = context.edition, context.tongue
    appearance = claim.appearance or (brief.reviews.appearance if brief.reviews else None)
    source = edition.sources.get(appearance or "")
    words = tongue.title("verdict", claim.verdict)
    flaw = tongue.word("flaw", claim.flaw)
    return _given(
        {
            "@type": "ClaimReview",
            "url": permalink(context, Target("record", claim.id, context.brief)),
            "datePublished": _day(brief.updated or brief.published),
            "author": _named("Organization", edition.settings.site_name),
            "claimReviewed": claim.said.exact if claim.said else claim.statement,
            "itemReviewed": _given(
                {
                    "@type": "Claim",
                    "author": _actor(actor, context),
                    "datePublished": _day(source.published if source else claim.as_of),
                    "appearance": _given(
                        {
                            "@type": "CreativeWork",
                            "name": source.title if source else "",
                            "url": (source.url or "") if source else "",
                        }
                    )
                    if source
                    else "",
                }
            ),
            "reviewRating": _given(
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


def _actor(actor: Actor, context: Context) -> Node:
    entity = context.edition.entities.get(actor.entity or "")
    person = entity is not None and entity.kind is EntityKind.person
    return _named("Person" if person else "Organization", context.edition.actor_name(actor))


def _named(kind: str, name: str) -> Node:
    return {"@type": kind, "name": name}


def _day(day: Edtf | None) -> str:
    """An ISO date, as precise as the brief says; nothing for an interval or an unknown one."""
    return day.iso if day else ""


def _given(node: Node) -> Node:
    """Properties that have a value."""
    return {key: value for key, value in node.items() if value}
