"""What happened, over all briefs, year by year."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.model.event import Event
from briefbook.model.standing import is_withdrawn
from briefbook.pages import Page, PageType
from briefbook.pages.context import Context
from briefbook.pages.environment import render
from briefbook.pages.paging import Slice, paged
from briefbook.pages.pictures.time import timeline_picture
from briefbook.pages.records.event.card import EventView, event_views

SIZE = 200


def build(edition: Edition) -> Iterator[Page]:
    """The latest first."""
    everything = [
        (name, event)
        for name, brief in edition.briefs.items()
        if not is_withdrawn(brief, brief)
        for event in brief.events
    ]
    everything.sort(key=lambda pair: (pair[1].date.sort_key, pair[1].what), reverse=True)
    for part in paged("timeline/", everything, SIZE):
        yield _page(edition, part)


def _page(edition: Edition, part: Slice[tuple[str, Event]]) -> Page:
    context = Context(edition, part.address)
    say = context.tongue.say
    years: dict[str, list[EventView]] = {}
    for view in reversed(event_views(part.items, context)):
        years.setdefault(view.year, []).append(view)
    anchors = {year: f"year-{year}" if year.isdigit() else "year-unknown" for year in years}
    addressed = [
        (view.event, f"#{anchors[year]}") for year, views in years.items() for view in views
    ]
    markdown = render(
        "kinds/timeline_board/template.md.j2",
        context,
        title=say("Timeline"),
        description=say("Dated events of all briefs."),
        years=[(year, anchors[year], views) for year, views in sorted(years.items(), reverse=True)],
        picture=timeline_picture(addressed, (), context),
        part=part,
    )
    return Page(part.address, say("Timeline"), markdown)


PAGES = PageType("timeline_board", build)
