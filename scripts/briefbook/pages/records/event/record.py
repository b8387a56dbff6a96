"""How events are shown."""

from collections.abc import Iterator

from briefbook.model import Brief
from briefbook.model.event import Event
from briefbook.pages.context import Context
from briefbook.pages.environment import part
from briefbook.pages.pictures.time import timeline_picture
from briefbook.pages.records import RecordDisplay
from briefbook.pages.records.event.card import event_views
from briefbook.pages.search_words import SearchText
from briefbook.pages.section import Section, is_long


def _sections(brief: Brief, context: Context) -> Iterator[Section]:
    if not brief.events:
        return
    name = context.locale.say("Timeline")
    events = event_views([(context.brief, event) for event in brief.events], context)
    addressed = [(v.event, f"#{v.anchor or f'_e{at}'}") for at, v in enumerate(events, 1)]
    html = part(
        "records/event/section.html.j2", context, name=name, long=is_long(brief),
        events=events, time=timeline_picture(addressed, brief.barriers, context),
    )  # fmt: skip
    yield Section(90, "timeline", name, html)


def _search_text(event: Event, context: Context) -> SearchText:
    return SearchText(context.after_withdrawal(event), {"shown": context.when(event.date)})


RECORD = RecordDisplay(Event, _sections, search_text=_search_text)
