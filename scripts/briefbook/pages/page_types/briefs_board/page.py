"""All briefs, the newest first."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.pages import Page, PageType
from briefbook.pages.brief_row import brief_row
from briefbook.pages.context import Context
from briefbook.pages.environment import render
from briefbook.pages.facet_choices import browse_choices
from briefbook.pages.paging import paged

SIZE = 50


def build(edition: Edition) -> Iterator[Page]:
    """In pages of fifty."""
    for part in paged("briefings/", edition.newest_first(), SIZE):
        context = Context(edition, part.address)
        say = context.locale.say
        markdown = render(
            "page_types/briefs_board/template.md.j2",
            context,
            title=say("Briefs"),
            description=say("All briefs with their bottom lines, the newest first."),
            rows=[brief_row(name, context) for name in part.items],
            part=part,
            choices=list(browse_choices("brief", ("topic", "status", "year", "language"), context)),
        )
        yield Page(part.address, say("Briefs"), markdown)


PAGES = PageType("briefs_board", build)
