"""How assumptions are shown."""

from collections.abc import Iterator

from briefbook.model import Brief
from briefbook.model.assumption import Assumption
from briefbook.pages.context import Context
from briefbook.pages.environment import part
from briefbook.pages.records import RecordDisplay
from briefbook.pages.records.assumption.card import assumption_view
from briefbook.pages.section import Section, is_long


def _sections(brief: Brief, context: Context) -> Iterator[Section]:
    if not brief.assumptions:
        return
    name = context.locale.say("What we take for granted")
    html = part(
        "records/assumption/section.html.j2", context, name=name, long=is_long(brief),
        assumptions=[assumption_view(item, context) for item in brief.assumptions],
    )  # fmt: skip
    yield Section(80, "assumptions", name, html)


RECORD = RecordDisplay(Assumption, _sections)
