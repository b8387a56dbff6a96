"""Events in the order of time."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefbook.model.event import Event
from briefbook.pages.blocks.context import Context, Link


@dataclass(frozen=True, slots=True)
class EventView:
    """One event; `anchor` is its id, if it has one."""

    anchor: str
    year: str
    date: str
    what: str
    sources: list[Link]
    entities: list[Link]
    brief: Link
    withdrawn: str


def event_views(events: Iterable[tuple[str, Event]], context: Context) -> list[EventView]:
    """Events with the briefs that they stand in, the earliest first."""
    ordered = sorted(events, key=lambda pair: (pair[1].date.sort_key, pair[1].what, pair[0]))
    return [
        EventView(
            anchor=event.id or "",
            year=str(event.date.earliest.year) if event.date.earliest else "Date unknown",
            date=context.when(event.date),
            what=event.what,
            sources=[context.source(name) for name in event.sources],
            entities=[context.entity(name) for name in event.entities],
            brief=context.brief_link(brief),
            withdrawn=event.withdrawn.reason if event.withdrawn else "",
        )
        for brief, event in ordered
    ]
