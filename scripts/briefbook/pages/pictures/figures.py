"""Figures that sources give for one thing as sorted bars, the claimed one as a line across."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefbook.model import Claim, Edtf, Stance
from briefbook.model.evidence import Value
from briefbook.pages.context import Context, Link
from briefbook.pages.pictures.drawing import cut, figure, label, link, number, percent
from briefbook.text.html import Html, tag

ROW, TOP = 34.0, 24.0
MOST = 12
BARS = 84.0
"""Percents that the longest bar takes; right of it stand the figures."""
LETTERS = 48
"""Of a label, on a phone."""
_KINDS = {Stance.supports: "bb-for", Stance.disputes: "bb-against"}


@dataclass(frozen=True, slots=True)
class _Bar:
    """What one source gives: a figure, or a range of two or more that hold for the same thing."""

    low: Decimal
    high: Decimal
    stance: Stance
    words: str
    to: Link


def figures_picture(claim: Claim, table: Html | str, context: Context) -> Html | str:
    """The figures of one unit: the claimed one's, else the one that most have. Nothing where fewer
    than two of them differ. `table` holds the same figures, and those of other units."""
    unit = _unit(claim)
    bars = _bars(claim, unit, context)
    claimed = claim.claimed.amount if claim.claimed and claim.claimed.unit == unit else None
    ends = [end for bar in bars for end in (bar.low, bar.high)]
    ends += [claimed] if claimed is not None else []
    if not bars or len(set(ends)) < 2:
        return ""
    shown = sorted(
        _drawn(bars, claimed),
        key=lambda bar: (bar.stance not in _KINDS, -bar.high, -bar.low, bar.words),
    )
    scale = _Scale([end for bar in shown for end in (bar.low, bar.high)] + ends[2 * len(bars) :])
    height = TOP + ROW * len(shown)
    drawing = [one for row, bar in enumerate(shown) for one in _row(bar, row, scale, context)]
    drawing.append(_upright(scale(Decimal(0)), height, "bb-grid"))
    if claimed is not None:
        drawing += _claimed(claimed, unit, scale(claimed), height, context)
    say = context.locale.say
    caption = say("Bars run from zero to the figure that a source gives, in %(unit)s.", unit=unit)
    if claimed is not None:
        caption += " " + say("The line across is the figure as claimed.")
    if any(bar.low != bar.high for bar in shown):
        caption += " " + say("A lighter end is a range.")
    if left := len(bars) - len(shown):
        caption += " " + context.locale.counted(
            "%(num)s more is in the table.", "%(num)s more are in the table.", left
        )
    return figure(
        f"f_{claim.id}", drawing, height, title=say("The figures side by side"), caption=caption,
        description=_told(shown, claimed, unit, context),
        table=table, summary=say("The figures as a table"),
    )  # fmt: skip


def _drawn(bars: list[_Bar], claimed: Decimal | None) -> list[_Bar]:
    """All, or so many as can be read: the lowest, the highest, and those nearest to what is
    claimed, else the highest ones."""
    if len(bars) <= MOST:
        return bars
    ends = [min(bars, key=lambda bar: bar.low), max(bars, key=lambda bar: bar.high)]

    def distance(bar: _Bar) -> Decimal:
        if claimed is None:
            return -bar.high
        return (
            Decimal(0)
            if bar.low <= claimed <= bar.high
            else min(abs(bar.low - claimed), abs(bar.high - claimed))
        )

    rest = sorted((bar for bar in bars if bar not in ends), key=distance)
    return [*ends, *rest[: MOST - len(ends)]]


def _unit(claim: Claim) -> str:
    if claim.claimed:
        return claim.claimed.unit
    units = Counter(value.unit for item in claim.evidence for value in item.value)
    return max(units, key=lambda unit: units[unit], default="")


def _bars(claim: Claim, unit: str, context: Context) -> list[_Bar]:
    """One bar for all that an item says of the same thing on the same day; with the day where the
    figures are of different ones."""
    found = []
    days = {value.as_of for item in claim.evidence for value in item.value if value.unit == unit}
    for item in claim.evidence:
        alike: dict[tuple[Edtf | None, str | None], list[Value]] = {}
        for value in item.value:
            if value.unit == unit:
                alike.setdefault((value.as_of, value.basis), []).append(value)
        for (day, basis), values in alike.items():
            to = context.source(item.source)
            words = f"{to.label}, {context.when(day)}" if day and len(days) > 1 else str(to.label)
            words = f"{words}: {basis}" if basis else words
            amounts = [value.amount for value in values]
            found.append(_Bar(min(amounts), max(amounts), item.stance, words, to))
    return found


class _Scale:
    """Amounts as horizontal places; zero is among them."""

    def __init__(self, ends: Sequence[Decimal]) -> None:
        self.low, self.high = min(Decimal(0), *ends), max(Decimal(0), *ends)

    def __call__(self, amount: Decimal) -> float:
        return float((amount - self.low) / (self.high - self.low)) * BARS


def _row(bar: _Bar, row: int, scale: _Scale, context: Context) -> list[Html]:
    """The words, below them the bar and at its height the figure."""
    y = TOP + ROW * row
    zero = Decimal(0)
    inner = min(bar.low, bar.high, key=abs) if bar.low * bar.high > 0 else zero
    outer = [end for end in (bar.low, bar.high) if end != inner]
    kind = _KINDS.get(bar.stance, "bb-second")
    say = context.locale.say
    sides = {Stance.supports: say("For"), Stance.disputes: say("Against")}
    stance = sides.get(bar.stance) or say("Context")
    drawn = [_length(scale, zero, inner, y, kind)] if inner != zero else []
    drawn += [_length(scale, inner, end, y, f"{kind} bb-lighter") for end in outer]
    said = f"{stance}: {bar.words}"
    words = label(0, y + 12, cut(said, LETTERS), long=cut(said, 2 * LETTERS))
    amount = label(100, y + 25, _amount(bar, context), anchor="end", kind="bb-strong-text")
    return [
        link(bar.to, words, name=said if cut(said, LETTERS) != said.rstrip(".") else ""),
        amount,
        *drawn,
    ]


def _length(scale: _Scale, start: Decimal, end: Decimal, y: float, kind: str) -> Html:
    left, right = sorted((scale(start), scale(end)))
    return tag(
        "rect", x=percent(left), y=number(y + 17), width=percent(max(0.4, right - left)),
        height="8", class_=f"bb-fill {kind}",
    )  # fmt: skip


def _upright(x: float, height: float, kind: str) -> Html:
    return tag(
        "line", x1=percent(x), x2=percent(x), y1=number(TOP - 6), y2=number(height), class_=kind
    )


def _claimed(
    amount: Decimal, unit: str, x: float, height: float, context: Context
) -> tuple[Html, ...]:
    said = cut(_as_claimed(amount, unit, context), 44)
    words = label(x, 12, said, anchor="start" if x < 50 else "end")
    return _upright(x, height, "bb-claimed"), words


def _as_claimed(amount: Decimal, unit: str, context: Context) -> str:
    number_ = context.locale.number(amount)
    return context.locale.say("as claimed: %(amount)s %(unit)s", amount=number_, unit=unit)


def _amount(bar: _Bar, context: Context) -> str:
    return _ends(bar.low, bar.high, context)


def _ends(low: Decimal, high: Decimal, context: Context) -> str:
    """“5–7”; “−7 … −5” where a dash would be taken for a sign."""
    between = " … " if low < 0 else "–"
    return between.join(context.locale.number(end) for end in dict.fromkeys((low, high)))


def _told(
    bars: Sequence[_Bar], claimed: Decimal | None, unit: str, context: Context
) -> str:  # fmt: skip
    """The claimed figure, and the lowest and highest that sources give."""
    low, high = min(bar.low for bar in bars), max(bar.high for bar in bars)
    told = [f"{_ends(low, high, context)} {unit}"]
    if claimed is not None:
        told.append(_as_claimed(claimed, unit, context))
    return "; ".join(told)
