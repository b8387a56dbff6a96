"""How sources are shown."""

from collections.abc import Iterator

from briefbook.model import Brief, Source
from briefbook.pages.context import Context
from briefbook.pages.records import RecordDisplay
from briefbook.pages.records.source.cited import cited
from briefbook.pages.records.source.tree import source_tree
from briefbook.pages.section import Section, printed_section


def _sections(brief: Brief, context: Context) -> Iterator[Section]:
    names = cited(brief, context.edition.sources)
    if not names:
        return
    name = context.locale.say("Sources and where they got it from")
    yield printed_section(
        "source",
        110,
        "sources",
        name,
        context,
        sources=source_tree(names, context),
        listed=len(names),
    )


RECORD = RecordDisplay(Source, _sections)
