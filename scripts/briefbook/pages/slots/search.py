"""A box to search from."""

from briefbook.pages.context import Context
from briefbook.pages.environment import fragment
from briefbook.pages.slots import Slot
from briefbook.text.html import Html


def fill(context: Context, number: int) -> Html:
    """A box that leads to the search page with what was typed; one, whatever the number."""
    return fragment("slots/search.html.j2", context, search=context.url("search/"))


SLOT = Slot("search", fill)
