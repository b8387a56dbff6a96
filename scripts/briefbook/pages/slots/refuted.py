"""The latest refutations."""

from briefbook.model import Verdict
from briefbook.model.standing import not_withdrawn
from briefbook.pages.context import Context
from briefbook.pages.environment import fragment
from briefbook.pages.records.claim.row import claim_row
from briefbook.pages.slots import Slot
from briefbook.text.html import Html


def fill(context: Context, number: int) -> Html:
    """Claims that do not hold, one from each brief in turn, the newest brief first."""
    briefs = context.edition.briefs
    queues = [
        [(name, claim) for claim in not_withdrawn(briefs[name].claims, briefs[name])
         if claim.verdict is Verdict.refuted]
        for name in context.edition.newest_first()[: number * 4]
    ]  # fmt: skip
    depth = max((len(queue) for queue in queues), default=0)
    turns = [queue[turn] for turn in range(depth) for queue in queues if turn < len(queue)]
    rows = [
        claim_row(claim, context.inside(name), context.brief_link(name))
        for name, claim in turns[:number]
    ]
    others = context.url("claims/refuted/")
    return fragment("slots/refuted.html.j2", context, rows=rows, others=others)


SLOT = Slot("refuted", fill)
