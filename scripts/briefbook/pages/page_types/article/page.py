"""The text that a brief examines, assertion by assertion, with what was found for each."""

import re
from collections.abc import Iterator, Sequence

from briefbook.analysis.attribution import appearance
from briefbook.analysis.court.proof import UNCHECKED, QuotationState
from briefbook.analysis.edition import Edition
from briefbook.analysis.quotations import of_wording
from briefbook.analysis.site_addresses import address
from briefbook.corpus import Target
from briefbook.model import Brief, Claim
from briefbook.model.edtf import Edtf
from briefbook.model.standing import is_withdrawn, not_withdrawn
from briefbook.pages import Page, PageType
from briefbook.pages.context import Context
from briefbook.pages.environment import render
from briefbook.pages.evidence import EvidenceView, evidence_view
from briefbook.pages.pictures.verdicts import verdicts_picture
from briefbook.pages.records.claim.wording import wordings_of
from briefbook.pages.social import card_path
from briefbook.text.url import safe_url


def build(edition: Edition) -> Iterator[Page]:
    """One page for each brief that names the text it reviews."""
    for name, brief in edition.briefs.items():
        if not brief.reviews or not brief.reviews.appearance:
            continue
        yield _page(edition, name, brief, brief.reviews.appearance)


def _page(edition: Edition, name: str, brief: Brief, text: str) -> Page:
    source = edition.sources.get(text)
    context = Context(edition, f"{address(Target('brief', name))}article/", name)
    say = context.locale.say
    actor = brief.reviews.claimant if brief.reviews else None
    if actor:
        title = say("What %(name)s said, point by point", name=edition.actor_name(actor))
    else:
        title = say("What the text said, point by point")
    ours = [claim for claim in brief.claims if appearance(claim, brief) == text]
    here = address(Target("brief", name))
    stand = not_withdrawn(ours, brief)
    urls = {c.verdict: context.url(f"{here}#{c.id}") for c in reversed(stand)}
    markdown = render(
        "page_types/article/template.md.j2",
        context,
        title=title,
        description=say("Each assertion of the text with its verdict: %(title)s",
                        title=brief.title),
        head={"image": card_path(name), "kind": "article"},
        brief=context.brief_link(name),
        summary=context.prose(brief.summary),
        source=context.source(text),
        text_title=source.title if source else "",
        text_language=context.foreign(source.language) if source else None,
        published=context.when(source.published) if source else "",
        url=safe_url(source.address) if source and source.address else None,
        archived=safe_url(source.archived_url) if source and source.archived_url else None,
        proven=_proven(ours, context),
        spread=verdicts_picture(stand, urls, context),
        rows=[_row(claim, context) for claim in in_the_order_of_the_text(ours)],
        others=len(brief.claims) - len(ours),
    )  # fmt: skip
    day = brief.updated or brief.published
    return Page(context.here, title, markdown, changed=day.earliest if day else None)


def _proven(claims: Sequence[Claim], context: Context) -> str:
    """How many of the wordings stand word for word in a stored copy of the text, in a sentence."""
    proofs = [
        context.edition.proof(of_wording(said, source, context.edition.sources))
        for claim in claims
        for said in claim.said
        if (source := appearance(claim, context.edition.briefs[context.brief]))
    ]
    found = [proof for proof in proofs if proof.state is QuotationState.verbatim]
    checked = [proof for proof in proofs if proof.state not in UNCHECKED]
    say = context.locale.say
    if not checked:
        return say("The wordings were not checked against a stored copy.") if proofs else ""
    if len(found) < len(proofs) or not found[0].stored:
        return say(
            "%(proven)s of %(all)s wordings stand word for word in a stored copy.",
            proven=context.locale.number(len(found)),
            all=context.locale.number(len(proofs)),
        )
    day = context.when(Edtf.parse(found[0].stored))
    return say("All wordings stand word for word in a copy stored on %(day)s.", day=day)


_NUMBER = re.compile(r"[0-9]+")


def in_the_order_of_the_text(claims: Sequence[Claim]) -> list[Claim]:
    """Claims in the order in which the text makes them, as far as `said.at` tells.

    Places that differ in their numbers only (“bullet 1”, “bullet 3”) stand together, in the order
    of the numbers; kinds of place follow in the order in which the brief first names them.
    """
    kinds: dict[str, int] = {}
    keys: list[tuple[int, tuple[int, ...], int]] = []
    last: tuple[int, tuple[int, ...]] = (0, ())
    for index, claim in enumerate(claims):
        place = claim.wording.at if claim.wording and claim.wording.at else ""
        if place:
            kind = kinds.setdefault(_NUMBER.sub("#", place), len(kinds))
            last = (kind, tuple(int(number) for number in _NUMBER.findall(place)[:4]))
        keys.append((*last, index))
    return [claims[index] for index in sorted(range(len(claims)), key=keys.__getitem__)]


def _row(claim: Claim, context: Context) -> dict[str, object]:
    lead_in, statement = context.with_lead_in(claim)
    gone = is_withdrawn(claim, context.edition.briefs[context.brief])
    return {
        "lead_in": lead_in,
        "statement": statement,
        "lang": context.lang,
        "url": context.url(f"{address(Target('record', claim.id, context.brief))}"),
        "verdict": "" if gone else claim.verdict.value,
        "flaw": "" if gone else context.locale.word("flaw", claim.flaw),
        "established": "" if gone else claim.established or "",
        "wordings": wordings_of(claim, context),
        "strongest": None if gone else _strongest(claim, context),
    }


def _strongest(claim: Claim, context: Context) -> EvidenceView | None:
    """The one item that a hurried reader should see: quoted, on the side of the verdict."""
    wanted = (
        "disputes" if claim.verdict in ("refuted", "contested", "partly-supported") else "supports"
    )
    items = [item for item in claim.evidence if item.stance == wanted and item.note]
    items.sort(key=lambda item: (item.credibility in (None, 6), item.credibility or 6))
    return evidence_view(items[0], context) if items else None


PAGES = PageType("article", build)
