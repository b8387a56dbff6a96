"""Events in the order of time."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefbook.model.event import Event
from briefbook.pages.context import Context, Link
from briefbook.pages.records.correction.card import NoticeView, notices
from briefbook.pages.records.history import MoveView, moves
from briefbook.pages.records.signoff.card import SignoffView, signoffs
from briefbook.pages.withdrawal import WithdrawalView, withdrawal_view


@dataclass(frozen=True, slots=True)
class EventView:
    """One event; `anchor` is its id, if it has one, `year` None where no date is known."""

    event: Event
    anchor: str
    year: int | None
    date: str
    what: str
    sources: list[Link]
    entities: list[Link]
    briefs: list[Link]
    withdrawn: WithdrawalView | None
    notices: list[NoticeView]
    moves: list[MoveView]
    signed: list[SignoffView]
    lang: str | None


Told = list[tuple[str, Event]]
"""One event as one or more briefs tell it."""


def merged(events: Iterable[tuple[str, Event]]) -> list[Told]:
    """Events with the briefs that they stand in, the earliest first, each once."""
    ordered = sorted(events, key=lambda pair: (pair[1].date.sort_key, pair[1].what, pair[0]))
    found: dict[tuple[str, str], Told] = {}
    for brief, event in ordered:
        found.setdefault((event.date.text, event.what), []).append((brief, event))
    return [*found.values()]


def event_views(events: Iterable[Told], context: Context) -> list[EventView]:
    """What a page shows of merged events."""
    return [_view(same, context) for same in events]


def _view(same: Told, context: Context) -> EventView:
    """One event, as one or more briefs tell it."""
    event, inside = same[0][1], context.inside(same[0][0])
    sources = dict.fromkeys(name for _, told in same for name in told.sources)
    entities = dict.fromkeys(name for _, told in same for name in told.entities)
    return EventView(
        event=event,
        anchor=event.id or "",
        year=event.date.year,
        date=context.when(event.date),
        what=event.what,
        sources=[context.source(name) for name in sources],
        entities=[context.entity(name) for name in entities],
        briefs=[context.brief_link(brief) for brief in dict.fromkeys(b for b, _ in same)],
        withdrawn=withdrawal_view(event, inside),
        notices=notices(event.id, inside) if event.id else [],
        moves=moves(event.id, inside) if event.id else [],
        signed=signoffs(event.id, inside) if event.id else [],
        lang=context.lang_of(same[0][0]),
    )
