"""How assumptions are shown."""

from collections.abc import Iterator

from briefbook.model import Brief
from briefbook.model.assumption import Assumption
from briefbook.pages.context import Context
from briefbook.pages.records import RecordDisplay
from briefbook.pages.records.assumption.card import assumption_view
from briefbook.pages.section import Section, printed_section


def _sections(brief: Brief, context: Context) -> Iterator[Section]:
    if not brief.assumptions:
        return
    name = context.locale.say("What we take for granted")
    yield printed_section(
        "assumption", 80, "assumptions", name, context,
        assumptions=[assumption_view(item, context) for item in brief.assumptions],
    )  # fmt: skip


RECORD = RecordDisplay(Assumption, _sections)
