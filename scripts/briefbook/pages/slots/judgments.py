"""Key judgments of the newest briefs, with their likelihood."""

from briefbook.pages.blocks.context import Context
from briefbook.pages.blocks.judgment import judgment_view
from briefbook.pages.environment import fragment
from briefbook.pages.slots import Slot
from briefbook.text.html import Html


def fill(context: Context, number: int) -> Html:
    """One from each brief in turn, the newest brief first, so that none crowds out the others."""
    edition = context.edition
    queues = [
        [(name, item) for item in edition.briefs[name].judgments if item.key]
        for name in edition.newest()
    ]
    depth = max((len(queue) for queue in queues), default=0)
    turns = [queue[at] for at in range(depth) for queue in queues if at < len(queue)]
    rows = [
        (
            judgment_view(item, context.inside(name)),
            context.url(f"briefings/{name}/#{item.id}"),
            context.brief_link(name),
        )
        for name, item in turns[:number]
    ]
    return fragment("slots/judgments.html.j2", rows=rows)


SLOT = Slot("judgments", fill)
