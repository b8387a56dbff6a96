"""What all briefs conclude."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.pages import Page, Part, in_parts
from briefbook.pages.context import Context
from briefbook.pages.environment import render
from briefbook.pages.facet_choices import browse_choices
from briefbook.pages.kept_lists import listed_judgments
from briefbook.pages.paging import dated, settled, year_links
from briefbook.pages.printed_rows import printed_rows

SIZE = 60


def parts_of(edition: Edition) -> Iterator[Part]:
    """By brief, the newest first, key judgments before the others."""
    by_brief = [(name, listed_judgments(edition, name)) for name in edition.newest_first()]
    some = [group for group in by_brief if group[1]]
    parts = [*settled("judgments/", some, SIZE, lambda group: len(group[1]))]
    return dated(parts, lambda group: edition.year_of(group[0]))


def page_of(edition: Edition, about: Part) -> Page:
    """One page of it."""
    part, years = about.given
    context = Context(edition, part.address)
    say = context.locale.say
    markdown = render(
        "page_types/judgments_board/template.md.j2",
        context,
        title=say("Judgments"),
        description=say("What the briefs conclude, with likelihood and confidence kept apart."),
        groups=[
            (context.brief_link(name), printed_rows(targets, context, with_brief=False))
            for name, targets in part.items
        ],
        years=year_links(years, context),
        choices=list(
            browse_choices("judgment", ("likelihood", "confidence", "topic", "status"), context)
        )
        if part.is_first
        else [],
        part=part,
    )
    return Page(part.address, say("Judgments"), markdown)


PAGES = in_parts("judgments_board", parts_of, page_of)
