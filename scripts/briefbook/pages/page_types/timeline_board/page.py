"""What happened, over all briefs, year by year."""

import math
from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.pages import Page, Part, in_parts
from briefbook.pages.context import Context
from briefbook.pages.environment import render
from briefbook.pages.kept_lists import listed_events
from briefbook.pages.paging import settled
from briefbook.pages.pictures.time import timeline_picture
from briefbook.pages.records.event.card import EventView, event_views, merged

SIZE = 200


def parts_of(edition: Edition) -> Iterator[Part]:
    """The latest first."""
    everything = listed_events(edition)
    everything.sort(key=lambda one: (one.day.newest_key, one.what), reverse=True)
    for part in settled("timeline/", [(one.brief, one.place) for one in everything], SIZE):
        yield Part(part.address, part)


def page_of(edition: Edition, about: Part) -> Page:
    """One page of it; events are given by their briefs and places there."""
    part = about.given
    events = [(name, edition.briefs[name].events[place]) for name, place in part.items]
    context = Context(edition, part.address)
    say = context.locale.say
    years: dict[int | None, list[EventView]] = {}
    for view in reversed(event_views(merged(events), context)):
        years.setdefault(view.year, []).append(view)
    addressed = [
        (view.event, f"#{_anchor(year)}") for year, views in years.items() for view in views
    ]
    ordered = sorted(years, key=lambda year: math.inf if year is None else -year)
    markdown = render(
        "page_types/timeline_board/template.md.j2",
        context,
        title=say("Timeline"),
        description=say("Dated events of all briefs."),
        years=[
            (
                say("Date unknown") if year is None else context.locale.year(year),
                _anchor(year),
                years[year],
            )
            for year in ordered
        ],
        picture=timeline_picture(addressed, (), context),
        part=part,
    )
    return Page(part.address, say("Timeline"), markdown)


def _anchor(year: int | None) -> str:
    """“year-2025”, “year-bc-44”."""
    if year is None:
        return "year-unknown"
    return f"year-{year}" if year > 0 else f"year-bc-{1 - year}"


PAGES = in_parts("timeline_board", parts_of, page_of)
