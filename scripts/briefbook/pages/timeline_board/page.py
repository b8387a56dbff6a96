"""What happened, over all briefs, year by year."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.pages import Page, PageType
from briefbook.pages.blocks.context import Context
from briefbook.pages.blocks.events import EventView, event_views
from briefbook.pages.environment import render
from briefbook.pages.paging import paged

SIZE = 200


def build(edition: Edition) -> Iterator[Page]:
    """The latest first."""
    everything = [(name, event) for name, brief in edition.briefs.items() for event in brief.events]
    everything.sort(key=lambda pair: (pair[1].date.sort_key, pair[1].what), reverse=True)
    for part in paged("timeline/", everything, SIZE):
        context = Context(edition, part.address)
        years: dict[str, list[EventView]] = {}
        for view in reversed(event_views(part.items, context)):
            years.setdefault(view.year, []).append(view)
        markdown = render(
            "timeline_board/template.md.j2",
            context,
            title="Timeline",
            description="Dated events of all briefs.",
            years=sorted(years.items(), reverse=True),
            part=part,
        )
        yield Page(part.address, "Timeline", markdown)


PAGES = PageType("timeline_board", build)
