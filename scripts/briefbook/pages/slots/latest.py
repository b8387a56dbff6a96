"""The newest briefs with their bottom lines."""

from briefbook.pages.blocks.brief_row import brief_row
from briefbook.pages.blocks.context import Context
from briefbook.pages.environment import fragment
from briefbook.pages.slots import Slot
from briefbook.text.html import Html


def fill(context: Context, number: int) -> Html:
    """As on the board of briefs."""
    names = context.edition.newest()[:number]
    return fragment(
        "slots/latest.html.j2", context, rows=[brief_row(name, context) for name in names]
    )


SLOT = Slot("latest", fill)
