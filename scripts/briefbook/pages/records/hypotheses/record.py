"""How hypotheses are shown."""

from collections.abc import Iterator

from briefbook.model import Brief
from briefbook.model.hypothesis import Hypotheses
from briefbook.pages.context import Context
from briefbook.pages.environment import part
from briefbook.pages.records import RecordDisplay
from briefbook.pages.records.hypotheses.card import matrix_view
from briefbook.pages.records.hypotheses.picture import matrix_picture
from briefbook.pages.section import Section, is_long


def _sections(brief: Brief, context: Context) -> Iterator[Section]:
    if not brief.hypotheses:
        return
    name = context.locale.say("Competing explanations")
    views = [matrix_view(item, context) for item in brief.hypotheses]
    html = part(
        "records/hypotheses/section.html.j2", context, name=name, long=is_long(brief),
        hypotheses=[(view, matrix_picture(view, context)) for view in views],
    )  # fmt: skip
    yield Section(60, "hypotheses", name, html)


RECORD = RecordDisplay(Hypotheses, _sections)
