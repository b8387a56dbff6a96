"""All briefs, the newest first."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.pages import Page, PageType
from briefbook.pages.blocks.brief_row import brief_row
from briefbook.pages.blocks.context import Context
from briefbook.pages.environment import render
from briefbook.pages.paging import paged

SIZE = 50


def build(edition: Edition) -> Iterator[Page]:
    """In pages of fifty."""
    for part in paged("briefings/", edition.newest(), SIZE):
        context = Context(edition, part.address)
        markdown = render(
            "briefs_board/template.md.j2",
            context,
            title="Briefs",
            description="All briefs with their bottom lines, the newest first.",
            rows=[brief_row(name, context) for name in part.items],
            part=part,
            topics=[context.topic(name) for name in edition.topics],
        )
        yield Page(part.address, "Briefs", markdown)


PAGES = PageType("briefs_board", build)
