"""Open questions on which most judgments wait."""

from briefbook.corpus import Target
from briefbook.pages.blocks.context import Context
from briefbook.pages.environment import fragment
from briefbook.pages.slots import Slot
from briefbook.text.html import Html


def fill(context: Context, number: int) -> Html:
    """Those first on which most hangs."""
    found = [
        (len(context.edition.leaning.waiting.get(Target("record", item.id, name), ())), name, item)
        for name, brief in context.edition.briefs.items()
        for item in brief.questions
        if item.status in ("open", "partly-answered")
    ]
    found.sort(key=lambda entry: (-entry[0], entry[1], entry[2].id))
    rows = [
        (
            item.question,
            context.url(f"briefings/{name}/#{item.id}"),
            waiting,
            context.brief_link(name),
        )
        for waiting, name, item in found[:number]
    ]
    return fragment("slots/questions.html.j2", rows=rows)


SLOT = Slot("questions", fill)
