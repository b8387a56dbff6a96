"""How barriers are shown."""

from collections.abc import Iterator

from briefbook.model import Brief
from briefbook.model.barrier import Barrier
from briefbook.pages.context import Context
from briefbook.pages.records import RecordDisplay
from briefbook.pages.records.barrier.card import barrier_view
from briefbook.pages.records.barrier.row import barrier_row
from briefbook.pages.search_words import SearchText
from briefbook.pages.section import Section, printed_section


def _sections(brief: Brief, context: Context) -> Iterator[Section]:
    if not brief.barriers:
        return
    name = context.locale.say("What stands in the way")
    yield printed_section(
        "barrier", 40, "barriers", name, context,
        barriers=[barrier_view(item, context) for item in brief.barriers],
    )  # fmt: skip


def _search_text(barrier: Barrier, context: Context) -> SearchText:
    shown = context.locale.title("field", barrier.kind)
    return SearchText(context.after_withdrawal(barrier), {"shown": shown})


RECORD = RecordDisplay(Barrier, _sections, row=barrier_row, search_text=_search_text)
