"""One finding with its picture: a claim whose figures differ, and what was found."""

from collections.abc import Iterator
from itertools import islice

from briefbook.model import Claim
from briefbook.model.claim import WORST_FIRST
from briefbook.model.standing import is_withdrawn, not_withdrawn
from briefbook.pages.context import Context
from briefbook.pages.environment import fragment
from briefbook.pages.pictures.verdicts import verdicts_picture
from briefbook.pages.records.claim.figures import drawn_figures
from briefbook.pages.records.claim.row import claim_row
from briefbook.pages.slots import Slot
from briefbook.text.html import Html

BRIEFS = 24
"""The newest briefs, among which one looks."""


def fill(context: Context, number: int) -> Html:
    """Of the newest briefs the claims that hold least, those with a picture of figures first."""
    found = sorted(_claims(context), key=lambda one: WORST_FIRST.index(one[1].verdict))
    pictured = (one for one in found if drawn_figures(one[1], context.inside(one[0])))
    return _findings([*islice(pictured, number)] or found[:number], context)


def show(context: Context, brief_id: str, record_id: str) -> Html | None:
    """The claim that was chosen; None where there is no such claim, or it was withdrawn."""
    brief = context.edition.briefs.get(brief_id)
    for claim in brief.claims if brief else ():
        if claim.id == record_id and brief and not is_withdrawn(claim, brief):
            return _findings([(brief_id, claim)], context)
    return None


def _claims(context: Context) -> Iterator[tuple[str, Claim]]:
    briefs = context.edition.briefs
    for name in context.edition.newest_first()[:BRIEFS]:
        for claim in not_withdrawn(briefs[name].claims, briefs[name]):
            yield name, claim


def _findings(found: list[tuple[str, Claim]], context: Context) -> Html:
    shown = [
        (
            claim_row(claim, context.inside(name), context.brief_link(name)),
            drawn_figures(claim, context.inside(name)) or _spread(name, context),
        )
        for name, claim in found
    ]
    return fragment("slots/finding.html.j2", context, shown=shown)


def _spread(name: str, context: Context) -> Html | str:
    """How the claims of its brief came out, where a claim has no figures of its own."""
    brief = context.edition.briefs[name]
    stand = not_withdrawn(brief.claims, brief)
    page = context.brief_link(name).url
    first = {claim.verdict: f"{page}#{claim.id}" for claim in reversed(stand)}
    return verdicts_picture(stand, first, context.inside(name))


SLOT = Slot("finding", fill, show)
