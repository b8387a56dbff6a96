"""Key judgments of the newest briefs, with their likelihood."""

from briefbook.model.standing import not_withdrawn
from briefbook.pages.context import Context
from briefbook.pages.environment import fragment
from briefbook.pages.records.judgment.row import judgment_row
from briefbook.pages.slots import Slot
from briefbook.text.html import Html


def fill(context: Context, number: int) -> Html:
    """One from each brief in turn, the newest brief first, so that none crowds out the others."""
    edition = context.edition
    queues = [
        [
            (name, item)
            for item in not_withdrawn(edition.briefs[name].judgments, edition.briefs[name])
            if item.key
        ]
        for name in edition.newest_first()[: number * 4]
    ]
    depth = max((len(queue) for queue in queues), default=0)
    turns = [queue[turn] for turn in range(depth) for queue in queues if turn < len(queue)]
    rows = [
        judgment_row(item, context.inside(name), context.brief_link(name))
        for name, item in turns[:number]
    ]
    empty = context.locale.say("No judgments yet.")
    return fragment("slots/rows.html.j2", context, rows=rows, empty=empty)


SLOT = Slot("judgments", fill)
