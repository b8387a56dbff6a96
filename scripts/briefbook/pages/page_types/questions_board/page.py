"""What nobody knows yet, those first on which most judgments wait."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Target
from briefbook.model.standing import not_withdrawn
from briefbook.pages import Page, Part, in_parts
from briefbook.pages.context import Context
from briefbook.pages.environment import render
from briefbook.pages.facet_choices import browse_choices
from briefbook.pages.paging import paged
from briefbook.pages.printed_rows import printed_rows

SIZE = 60
_ORDER = {"open": 0, "partly-answered": 1, "answered": 2, "moot": 3}


def parts_of(edition: Edition) -> Iterator[Part]:
    """In pages of sixty."""
    everything = sorted(
        (
            (name, item)
            for name, brief in edition.briefs.items()
            for item in not_withdrawn(brief.questions, brief)
        ),
        key=lambda pair: (
            _ORDER[pair[1].status],
            -len(edition.dependencies.waiting.get(Target("record", pair[1].id, pair[0]), ())),
            -len(pair[1].bears_on),
            pair[0],
            pair[1].id,
        ),
    )
    targets = [Target("record", item.id, name) for name, item in everything]
    for part in paged("questions/", targets, SIZE):
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
