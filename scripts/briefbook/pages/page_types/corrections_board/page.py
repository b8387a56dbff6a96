"""Corrections over all briefs: what was said, what is said now, and why."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.pages import Page, PageType
from briefbook.pages.context import Context
from briefbook.pages.environment import render
from briefbook.pages.kept_lists import listed_corrections
from briefbook.pages.paging import settled
from briefbook.pages.records.correction.card import correction_view

SIZE = 60


def build(edition: Edition) -> Iterator[Page]:
    """The newest first."""
    everything = listed_corrections(edition)
    everything.sort(key=lambda one: one.day.newest_key, reverse=True)
    places = [(one.brief, one.place) for one in everything]
    for part in settled("corrections/", places, SIZE):
        context = Context(edition, part.address)
        say = context.locale.say
        markdown = render(
            "page_types/corrections_board/template.md.j2",
            context,
            title=say("Corrections"),
            description=say("What was changed after publication, and why."),
            views=[
                correction_view(
                    edition.briefs[name].corrections[index], index, context.inside(name)
                )
                for name, index in part.items
            ],
            part=part,
            feed=context.url("corrections/feed.xml") if edition.settings.site_url else "",
        )
        yield Page(part.address, say("Corrections"), markdown)


PAGES = PageType("corrections_board", build)
