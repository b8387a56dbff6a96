"""All briefs, the newest first."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Target
from briefbook.pages import Page, PageType
from briefbook.pages.context import Context
from briefbook.pages.environment import render
from briefbook.pages.facet_choices import browse_choices
from briefbook.pages.paging import settled, year_links
from briefbook.pages.printed_rows import printed_rows

SIZE = 30


def build(edition: Edition) -> Iterator[Page]:
    """In pages of thirty."""
    parts = list(settled("briefings/", edition.newest_first(), SIZE))
    for part in parts:
        context = Context(edition, part.address)
        say = context.locale.say
        markdown = render(
            "page_types/briefs_board/template.md.j2",
            context,
            title=say("Briefs"),
            description=say("All briefs with their bottom lines, the newest first."),
            rows=printed_rows((Target("brief", name) for name in part.items), context),
            part=part,
            years=year_links(parts, edition.year_of, context) if part.is_first else [],
            choices=list(browse_choices("brief", ("topic", "status", "year", "language"), context))
            if part.is_first
            else [],
        )
        yield Page(part.address, say("Briefs"), markdown)


PAGES = PageType("briefs_board", build)
