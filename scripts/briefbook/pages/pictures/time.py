"""The timeline as a picture: each event at its date, and what was in force."""

from collections import deque
from collections.abc import Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from briefbook.model.barrier import Barrier
from briefbook.model.day_number import day_number, nearest_date, year_of
from briefbook.model.event import Event
from briefbook.pages.context import Context, Link
from briefbook.pages.localisation import Locale
from briefbook.pages.pictures.drawing import cut, figure, label, link, number, percent
from briefbook.text.bidi import isolated
from briefbook.text.html import Html, tag

BINS = 14
"""Stretches of time, each a link: on a phone as wide as a fingertip."""
_DOT, _TOP, _BAR = 9.0, 6.0, 25.0
_APART = 2.3
"""Percents between dots side by side: on a phone they touch."""
_ROOM = 22 * _DOT
"""Where more would stand upon each other, they overlap."""


def timeline_picture(
    events: Sequence[tuple[Event, str]], barriers: Sequence[Barrier], context: Context
) -> Html | str:
    """Events with the address of each, and barriers as bars; nothing below three dated events.

    Days are day numbers.
    """
    dated = [(place, e, url) for e, url in events if (place := e.date.place) is not None]
    if len(dated) < 3:
        return ""
    locale = context.locale
    first, last = min(place for place, _, _ in dated), max(place for place, _, _ in dated)
    across = _Across(first, last)
    dots = _stacked(dated, across)
    levels = 1 + max(dot.level for dot in dots)
    step = min(_DOT, _ROOM / levels)
    floor = _TOP + step * levels + 6
    bins: list[list[_Dot]] = [[] for _ in range(BINS)]
    for dot in dots:
        bins[min(BINS - 1, int(dot.x * BINS / 100))].append(dot)
    bars = [b for b in barriers if b.in_force and b.in_force.place is not None][:8]
    height = floor + 22 + _BAR * len(bars)
    drawing = [
        tag("line", x1="0", x2="100%", y1=number(floor), y2=number(floor), class_="bb-line"),
        *_years(across, floor, locale),
        *(
            _column(column, found, floor, step, context)
            for column, found in enumerate(bins)
            if found
        ),
        *_bars(bars, across, floor, context),
    ]
    name = locale.say("Events over time")
    caption = _caption([event for _, event, _ in dated], bars, locale)
    description = locale.say(
        "%(events)s from %(first)s to %(last)s.",
        events=locale.counted("%(num)s event", "%(num)s events", len(dated)),
        first=_day(first, locale), last=_day(last, locale),
    )  # fmt: skip
    return figure("time", drawing, height, title=name, description=description, caption=caption)


def _caption(events: Sequence[Event], bars: Sequence[Barrier], locale: Locale) -> str:
    caption = locale.say("Each dot is an event at its date, and leads to the list below.")
    if any(e.date.start and len(e.date.start.numbers) < 2 for e in events):
        caption += " " + locale.say("Where only the year is known, it stands at its beginning.")
    if any(e.date.start is None for e in events):
        caption += " " + locale.say("Where only the end is known, it stands at its end.")
    if bars:
        caption += " " + locale.say("Bars show since when a barrier has been in force.")
    return caption


def _day(day: int, locale: Locale) -> str:
    """A day in words; only its year where Python has no such day."""
    known = nearest_date(day)
    return locale.day(known) if known.toordinal() == day else locale.year(year_of(day))


class _Across(NamedTuple):
    """Where a day stands on the picture, in percent; a dot at either end has room."""

    first: int
    last: int

    def __call__(self, day: float) -> float:
        return 1 + 98 * (day - self.first) / (self.last - self.first + 1)


_STEPS = tuple(one * 10**power for power in range(12) for one in (1, 2, 5))
"""Years between ticks: round ones."""


def _years(across: _Across, floor: float, locale: Locale) -> list[Html]:
    """A tick at the beginning of each year, or of round ones where they are many; the year alone
    where no year begins."""
    first, last = year_of(across.first), year_of(across.last)
    step = next((one for one in _STEPS if one * 8 >= last - first), _STEPS[-1])
    found: list[Html] = []
    last_label = -100.0
    for year in range(-(-first // step) * step, last + 1, step):
        day = day_number(year, 1, 1)
        left = across(day)
        if day < across.first or left > 92 or left - last_label < 11:
            continue
        last_label = left
        found += [
            tag("line", x1=percent(left), x2=percent(left), y1=number(floor), y2=number(floor + 4),
                class_="bb-line"),
            label(left, floor + 16, locale.year(year), kind="bb-second"),
        ]  # fmt: skip
    return found or [label(0, floor + 16, locale.year(first), kind="bb-second")]


class _Dot(NamedTuple):
    """An event, how far to the right it stands (percent), and upon how many others."""

    event: Event
    url: str
    x: float
    level: int


def _stacked(dated: Sequence[tuple[int, Event, str]], across: _Across) -> list[_Dot]:
    """Each event at its date, as low as the dots beside it leave room."""
    taken: deque[tuple[float, int]] = deque()
    free: list[int] = []
    dots: list[_Dot] = []
    for place, event, url in sorted(dated, key=lambda entry: (entry[0], entry[1].what)):
        x = across(place + 0.5)
        while taken and taken[0][0] + _APART <= x:
            heappush(free, taken.popleft()[1])
        level = heappop(free) if free else len(taken)
        taken.append((x, level))
        dots.append(_Dot(event, url, x, level))
    return dots


def _column(column: int, found: list[_Dot], floor: float, step: float, context: Context) -> Html:
    """The events of one stretch of time, as one link."""
    locale = context.locale
    dots = [
        tag("circle", cx=percent(dot.x), cy=number(floor - 6 - step * dot.level), r="3.5",
            class_="bb-fill")
        for dot in found
    ]  # fmt: skip
    many = locale.counted("%(num)s event", "%(num)s events", len(found))
    when = {locale.when(found[0].event.date): None, locale.when(found[-1].event.date): None}
    room = tag(
        "rect", x=percent(column * 100 / BINS), y="0", width=percent(100 / BINS),
        height=number(floor), class_="bb-room",
    )  # fmt: skip
    name = f"{' – '.join(when)}: {many}. {cut(found[0].event.what, 80)}"
    return link(Link(found[0].url, ""), room, *dots, name=name)


def _bars(
    bars: Sequence[Barrier], across: _Across, floor: float, context: Context
) -> list[Html]:  # fmt: skip
    drawn = []
    for index, barrier in enumerate(bars):
        span = barrier.in_force
        if span is None:
            continue
        y = floor + 24 + _BAR * index
        begun = across.first if span.first is None else span.first
        until = span.last if span.is_interval and span.last is not None else across.last
        start = min(99.0, max(0.0, across(begun)))
        end = min(100.0, max(start + 1, across(until)))
        long, short = cut(barrier.statement, 80), cut(barrier.statement, 44)
        to = Link(context.url(f"briefings/{context.brief}/#{barrier.id}"), "")
        anchor = "start" if start < 25 else "end"
        place = start if start < 25 else end
        drawn.append(
            link(
                to,
                tag("rect", x=percent(start), y=number(y), width=percent(end - start), height="4",
                    class_="bb-fill bb-second"),
                label(place, y + 16, short, long=long, anchor=anchor, kind="bb-second"),
                name=f"{context.locale.title('field', barrier.kind)}: {isolated(long)}",
            )
        )  # fmt: skip
    return drawn
