"""How sources are shown."""

from collections.abc import Iterator

from briefbook.model import Brief, Source
from briefbook.pages.context import Context
from briefbook.pages.environment import part
from briefbook.pages.records import RecordDisplay
from briefbook.pages.records.source.cited import cited
from briefbook.pages.records.source.tree import source_tree
from briefbook.pages.section import Section, is_long


def _sections(brief: Brief, context: Context) -> Iterator[Section]:
    names = cited(brief)
    if not names:
        return
    name = context.locale.say("Sources and where they got it from")
    html = part(
        "records/source/section.html.j2", context, name=name, long=is_long(brief),
        sources=source_tree(names, context),
    )  # fmt: skip
    yield Section(110, "sources", name, html)


RECORD = RecordDisplay(Source, _sections)
