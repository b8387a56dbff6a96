"""A forecast's probability over time, with the band of the term in which it is said."""

from datetime import date
from decimal import Decimal

from briefbook.analysis.likelihood import view
from briefbook.model import Judgment
from briefbook.model.forecast import Forecast, Resolution
from briefbook.pages.context import Context
from briefbook.pages.localisation import Locale
from briefbook.pages.pictures.drawing import figure, label, number, percent
from briefbook.text.bidi import isolated
from briefbook.text.html import Html, tag

HEIGHT, FLOOR, CEILING = 150.0, 128.0, 8.0
LEFT, RIGHT = 14.0, 96.0


def probability_picture(judgment: Judgment, context: Context) -> Html | str:
    """Nothing without a dated probability and a day that decides, nor for one that never moved and
    is still open: its term and its day say all of it."""
    forecast = judgment.forecast
    if not forecast or not forecast.resolves_on or not forecast.resolves_on.latest:
        return ""
    steps = sorted(
        ((step.date.earliest, float(step.probability)) for step in forecast.history
         if step.date.earliest),
        key=lambda step: step[0],
    )  # fmt: skip
    end = forecast.resolves_on.latest
    if not steps or end <= steps[0][0] or not _has_moved(forecast):
        return ""
    locale, start = context.locale, steps[0][0]
    resolution = forecast.resolution
    closed = _closed(resolution, context.edition.today) if resolution else None
    now = min(end, max(start, closed or context.edition.today))
    end = max(end, now)
    place = _Scale(start, end)
    drawing = [*_frame(locale), *_band(judgment, context)]
    drawing += _steps(steps, now, place)
    drawing += [
        label(LEFT, HEIGHT - 4, locale.when(forecast.history[0].date), kind="bb-second"),
        label(RIGHT, HEIGHT - 4, locale.when(forecast.resolves_on), anchor="end",
              kind="bb-second"),
    ]  # fmt: skip
    if resolution and closed:
        y = CEILING if resolution.outcome == "yes" else FLOOR
        drawing.append(tag("circle", cx=percent(place(now)), cy=number(y), r="5", class_="bb-line"))
    return figure(
        f"p_{judgment.id}", drawing, HEIGHT, title=locale.say("Our probability over time"),
        description=f"{isolated(judgment.statement)} {_said(forecast, locale)}.",
        caption=locale.say(
            "The line is the probability that we have given; the band behind it is the term that "
            "we use today. On the right stands the day that decides."
        ),
    )  # fmt: skip


def _said(forecast: Forecast, locale: Locale) -> str:
    return ", ".join(
        f"{locale.when(step.date)}: {locale.percent(step.probability)}" for step in forecast.history
    )


def _has_moved(forecast: Forecast) -> bool:
    return len({s.probability for s in forecast.history}) > 1 or forecast.resolution is not None


def _closed(resolution: Resolution, today: date) -> date | None:
    """The day of an outcome; of one known by its month alone no day that has not come."""
    first, last = resolution.date.earliest, resolution.date.latest
    return min(last, max(first, today)) if first and last else last


class _Scale:
    """Days as horizontal places."""

    def __init__(self, start: date, end: date) -> None:
        self.start, self.days = start, max(1, (end - start).days)

    def __call__(self, day: date) -> float:
        return LEFT + (RIGHT - LEFT) * (day - self.start).days / self.days


def _height(probability: float) -> float:
    return FLOOR - (FLOOR - CEILING) * probability


def _frame(locale: Locale) -> list[Html]:
    lines = []
    for share in (Decimal(0), Decimal("0.5"), Decimal(1)):
        y = _height(float(share))
        lines += [
            tag("line", x1=percent(LEFT), x2=percent(RIGHT), y1=number(y), y2=number(y),
                class_="bb-grid"),
            label(LEFT - 1.5, y + 4, locale.percent(share), anchor="end", kind="bb-second"),
        ]  # fmt: skip
    return lines


def _band(judgment: Judgment, context: Context) -> list[Html]:
    if judgment.likelihood is None:
        return []
    found = view(judgment.likelihood, context.edition.scale(context.edition.briefs[context.brief]))
    if not found.has_range:
        return []
    top, bottom = _height(float(found.high) / 100), _height(float(found.low) / 100)
    words = context.locale.word("likelihood", found.term)
    place = top + 13 if bottom < FLOOR - 8 else top - 4  # the dates stand below the floor
    band = tag(
        "rect", x=percent(LEFT), width=percent(RIGHT - LEFT), y=number(top),
        height=number(max(1.0, bottom - top)), class_="bb-band",
    )  # fmt: skip
    return [band, label(RIGHT - 1, place, words, anchor="end", kind="bb-second")]


def _steps(steps: list[tuple[date, float]], now: date, place: _Scale) -> list[Html]:
    """Each probability as a level from its day to the next; dotted from now to the end."""
    drawn = []
    for index, (day, probability) in enumerate(steps):
        until = steps[index + 1][0] if index + 1 < len(steps) else now
        y = number(_height(probability))
        drawn.append(
            tag("line", x1=percent(place(day)), x2=percent(place(until)), y1=y, y2=y,
                class_="bb-strong")
        )  # fmt: skip
        if index + 1 < len(steps):
            x = percent(place(until))
            drawn.append(
                tag("line", x1=x, x2=x, y1=y, y2=number(_height(steps[index + 1][1])),
                    class_="bb-strong")
            )  # fmt: skip
        drawn.append(tag("circle", cx=percent(place(day)), cy=y, r="3.5", class_="bb-fill"))
    y = number(_height(steps[-1][1]))
    drawn.append(
        tag("line", x1=percent(place(now)), x2=percent(RIGHT), y1=y, y2=y, class_="bb-dotted")
    )
    return drawn
