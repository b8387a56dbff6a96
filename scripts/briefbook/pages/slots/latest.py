"""The newest briefs with their bottom lines."""

from itertools import islice

from briefbook.model.standing import is_withdrawn
from briefbook.pages.brief_row import brief_row
from briefbook.pages.context import Context
from briefbook.pages.environment import fragment
from briefbook.pages.slots import Slot
from briefbook.text.html import Html


def fill(context: Context, number: int) -> Html:
    """As on the board of briefs, but for those that are withdrawn."""
    briefs = context.edition.briefs
    stand = (n for n in context.edition.newest_first() if not is_withdrawn(briefs[n], briefs[n]))
    names = list(islice(stand, number))
    return fragment(
        "slots/latest.html.j2", context, rows=[brief_row(name, context) for name in names]
    )


SLOT = Slot("latest", fill)
