"""How events are shown."""

from collections.abc import Iterator

from briefbook.model import Brief
from briefbook.model.event import Event
from briefbook.pages.context import Context
from briefbook.pages.pictures.time import timeline_picture
from briefbook.pages.records import RecordDisplay
from briefbook.pages.records.event.card import event_views, merged
from briefbook.pages.search_words import SearchText
from briefbook.pages.section import Section, printed_section


def _sections(brief: Brief, context: Context) -> Iterator[Section]:
    if not brief.events:
        return
    name = context.locale.say("Timeline")
    events = event_views(merged((context.brief, event) for event in brief.events), context)
    addressed = [(v.event, f"#{v.anchor or f'_e{number}'}") for number, v in enumerate(events, 1)]
    yield printed_section(
        "event", 90, "timeline", name, context,
        events=events,
        time=timeline_picture(addressed, brief.barriers, context),
    )  # fmt: skip


def _search_text(event: Event, context: Context) -> SearchText:
    return SearchText(context.after_withdrawal(event), {"shown": context.when(event.date)})


RECORD = RecordDisplay(Event, _sections, search_text=_search_text)
