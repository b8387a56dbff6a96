"""How hypotheses are shown."""

from collections.abc import Iterator

from briefbook.model import Brief
from briefbook.model.hypothesis import Hypotheses
from briefbook.pages.context import Context
from briefbook.pages.records import RecordDisplay
from briefbook.pages.records.hypotheses.card import matrix_view
from briefbook.pages.records.hypotheses.picture import matrix_picture
from briefbook.pages.section import Section, printed_section


def _sections(brief: Brief, context: Context) -> Iterator[Section]:
    if not brief.hypotheses:
        return
    name = context.locale.say("Competing explanations")
    views = [matrix_view(item, context) for item in brief.hypotheses]
    yield printed_section(
        "hypotheses", 60, "hypotheses", name, context,
        hypotheses=[(view, matrix_picture(view, context)) for view in views],
    )  # fmt: skip


RECORD = RecordDisplay(Hypotheses, _sections)
