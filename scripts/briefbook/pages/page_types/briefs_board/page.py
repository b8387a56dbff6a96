"""All briefs, the newest first."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Target
from briefbook.pages import Page, Part, in_parts
from briefbook.pages.context import Context
from briefbook.pages.environment import render
from briefbook.pages.facet_choices import browse_choices
from briefbook.pages.paging import dated, settled, year_links
from briefbook.pages.printed_rows import printed_rows

SIZE = 30


def parts_of(edition: Edition) -> Iterator[Part]:
    """In pages of thirty."""
    return dated([*settled("briefings/", edition.newest_first(), SIZE)], edition.year_of)


def page_of(edition: Edition, about: Part) -> Page:
    """One page of it."""
    part, years = about.given
    context = Context(edition, part.address)
    say = context.locale.say
    markdown = render(
        "page_types/briefs_board/template.md.j2",
        context,
        title=say("Briefs"),
        description=say("All briefs with their bottom lines, the newest first."),
        rows=printed_rows((Target("brief", name) for name in part.items), context),
        part=part,
        years=year_links(years, context),
        choices=list(browse_choices("brief", ("topic", "status", "year", "language"), context))
        if part.is_first
        else [],
    )
    return Page(part.address, say("Briefs"), markdown)


PAGES = in_parts("briefs_board", parts_of, page_of)
