"""What nobody knows yet, those first on which most judgments wait."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.pages import Page, Part, in_parts
from briefbook.pages.context import Context
from briefbook.pages.environment import render
from briefbook.pages.facet_choices import browse_choices
from briefbook.pages.kept_lists import listed_questions
from briefbook.pages.paging import paged
from briefbook.pages.printed_rows import printed_rows

SIZE = 60
_ORDER = {"open": 0, "partly-answered": 1, "answered": 2, "moot": 3}


def parts_of(edition: Edition) -> Iterator[Part]:
    """In pages of sixty."""
    everything = sorted(
        (question for name in edition.briefs for question in listed_questions(edition, name)),
        key=lambda one: (_ORDER[one.status], -one.waiting, -one.bears_on, one.target.brief,
                         one.target.id),
    )  # fmt: skip
    for part in paged("questions/", [one.target for one in everything], SIZE):
        yield Part(part.address, part)


def page_of(edition: Edition, about: Part) -> Page:
    """One page of it."""
    part = about.given
    context = Context(edition, part.address)
    say = context.locale.say
    markdown = render(
        "page_types/questions_board/template.md.j2",
        context,
        title=say("Questions"),
        description=say("What nobody knows yet, and what would answer it."),
        rows=printed_rows(part.items, context),
        choices=list(browse_choices("question", ("status", "topic"), context))
        if part.is_first
        else [],
        part=part,
    )
    return Page(part.address, say("Questions"), markdown)


PAGES = in_parts("questions_board", parts_of, page_of)
