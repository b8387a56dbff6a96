"""Open questions on which most judgments wait."""

from briefbook.corpus import Target
from briefbook.model.standing import not_withdrawn
from briefbook.pages.context import Context
from briefbook.pages.environment import fragment
from briefbook.pages.records import record_row
from briefbook.pages.slots import Slot
from briefbook.text.html import Html


def fill(context: Context, number: int) -> Html:
    """Those first on which most hangs."""
    found = [
        (
            len(context.edition.dependencies.waiting.get(Target("record", item.id, name), ())),
            name,
            item,
        )
        for name, brief in context.edition.briefs.items()
        for item in not_withdrawn(brief.questions, brief)
        if item.is_open
    ]
    found.sort(key=lambda entry: (-entry[0], entry[1], entry[2].id))
    targets = [Target("record", item.id, name) for _, name, item in found[:number]]
    rows = [row for target in targets if (row := record_row(target, context))]
    empty = context.locale.say("No open questions.")
    return fragment("slots/rows.html.j2", context, rows=rows, empty=empty)


SLOT = Slot("questions", fill)
