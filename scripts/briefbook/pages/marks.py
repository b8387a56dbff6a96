"""The marks of verdicts and confidence, each drawn once: for text, pictures, previews and script.

A mark lies in a box of 16 by 16 with its middle at 8, 8. Shapes and their meaning are those of the
art direction: a filled disc, a half disc, a disc with a cross, an empty ring; three quarters of a
disc where a part holds.
"""

import re
from dataclasses import dataclass

from briefbook.model import Verdict
from briefbook.text.html import Html, join, tag, trusted

BOX = 16


@dataclass(frozen=True, slots=True)
class VerdictMark:
    """A disc, or a ring (`dash` where it is broken) with its left half, or three quarters (`pie`),
    filled or a stroke in it.

    `stroke` is an SVG path of straight lines (M, m, l, V, h), `width` its thickness.
    """

    disc: bool = False
    half: bool = False
    pie: bool = False
    dash: str = ""
    stroke: str = ""
    width: str = "1.6"
    open_path: bool = False

    @property
    def shapes(self) -> Html:
        """What stands within an `svg` of the box; colours are the text's own."""
        if self.disc:
            return trusted('<circle cx="8" cy="8" r="6.5" fill="currentColor"/>')
        dash = f' stroke-dasharray="{self.dash}"' if self.dash else ""
        shapes = f'<circle cx="8" cy="8" r="6" fill="none" {_ink("1.6")}{dash}/>'
        if self.half:
            shapes += '<path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor"/>'
        if self.pie:
            shapes += '<path d="M8 8V2a6 6 0 1 1-6 6z" fill="currentColor"/>'
        if self.stroke:
            fill = 'fill="none" ' if self.open_path else ""
            shapes += f'<path d="{self.stroke}" {fill}{_ink(self.width)} stroke-linecap="round"/>'
        return trusted(shapes)

    @property
    def lines(self) -> list[list[tuple[float, float]]]:
        """The stroke as runs of points around a middle at 0, 0, for what draws without SVG."""
        return [[(x - 8, y - 8) for x, y in run] for run in _points(self.stroke)]


def _ink(width: str) -> str:
    return f'stroke="currentColor" stroke-width="{width}"'


VERDICT_MARKS = {
    Verdict.supported: VerdictMark(disc=True),
    Verdict.partly_supported: VerdictMark(pie=True),
    Verdict.contested: VerdictMark(half=True),
    Verdict.refuted: VerdictMark(stroke="M5.3 5.3l5.4 5.4m0-5.4l-5.4 5.4", width="1.8"),
    Verdict.unverified: VerdictMark(),
    Verdict.open: VerdictMark(stroke="M8 4.2V8l2.6 1.8", open_path=True),
    Verdict.not_checkable: VerdictMark(dash="2.2 2.2", stroke="M5 8h6"),
}
"""Every verdict's mark."""
INKS = {
    Verdict.supported: ("#1f6f43", "#7fcf9f"),
    Verdict.partly_supported: ("#4a6a1f", "#b4cd76"),
    Verdict.contested: ("#8a5a00", "#e0b25a"),
    Verdict.refuted: ("#9b1c1c", "#f0908a"),
    Verdict.unverified: ("#555a63", "#a9adb5"),
    Verdict.open: ("#555a63", "#a9adb5"),
    Verdict.not_checkable: ("#555a63", "#a9adb5"),
}
"""Every verdict's colour on light and on dark paper, for what has no style sheet of ours."""
_STEPS = {"low": 1, "moderate": 2, "high": 3}
_COMMAND = re.compile(r"([MmlVh])([^A-Za-z]*)")
_NUMBER = re.compile(r"-?[0-9.]+")


def verdict_mark(verdict: str) -> Html:
    """A verdict's mark, one em high, beside its word."""
    return _use(f"v-{verdict}", f" bb-ink-{verdict}")


def verdict_mark_at(verdict: str, x: str, y: str) -> Html:
    """A verdict's mark in a drawing: `x` and `y` are the corner of its box."""
    return tag("use", href=f"#{_ID}v-{verdict}", x=x, y=y, width=f"{BOX}", height=f"{BOX}",
               class_=f"bb-ink-{verdict}")  # fmt: skip


def confidence_mark(level: str) -> Html:
    """Three small steps, filled as far as the confidence goes."""
    return _use(f"c-{level}")


def origins_mark(origins: int, repeats: int) -> Html:
    """A disc for each origin and a tick for each repeat, as far as there is room."""
    shown, ticks = min(origins, _MOST_ORIGINS), min(repeats, _MOST_REPEATS)
    return _use(f"o-{shown}-{ticks}", " bb-origins", f"width:{_width(shown, ticks) / BOX}em")


_MOST_ORIGINS, _MOST_REPEATS = 8, 24


def _width(origins: int, repeats: int) -> int:
    return origins * 11 + repeats * 4 + 2


def _use(name: str, look: str = "", style: str | None = None) -> Html:
    """A mark by its name: its shapes stand once on the page (`symbols`)."""
    used = tag("use", href=f"#{_ID}{name}")
    return tag("svg", used, class_=f"bb-mark{look}", style=style, aria_hidden="true")


_ID = "bb-m-"
_USED = re.compile(f'<use href="#{_ID}([a-z]-[a-z0-9-]+)"')


def symbols(page: str) -> Html:
    """The shapes of all marks that a page uses, once each, in a block that nobody sees; nothing
    where it uses none."""
    names = sorted({*_USED.findall(page)})
    if not names:
        return trusted("")
    return tag("div", tag("svg", join([_symbol(name) for name in names])), hidden="")


def _symbol(name: str) -> Html:
    kind, _, rest = name.partition("-")
    width, shapes = BOX, trusted("")
    if kind == "v":
        shapes = VERDICT_MARKS[Verdict(rest)].shapes
    elif kind == "c":
        shapes = _steps(rest)
    else:
        origins, repeats = map(int, rest.split("-"))
        width, shapes = _width(origins, repeats), _origins(origins, repeats)
    return tag("symbol", shapes, id=f"{_ID}{name}", viewBox=f"0 0 {width} {BOX}")


def _steps(level: str) -> Html:
    steps = []
    for step in (1, 2, 3):
        filled = step <= _STEPS[level]
        steps.append(
            f'<rect x="{step * 5 - 4}" y="{13 - step * 3.5}" width="3.4" height="{step * 3.5}" '
            + ('fill="currentColor"/>' if filled
               else 'fill="none" stroke="currentColor" stroke-width=".8"/>')
        )  # fmt: skip
    return trusted("".join(steps))


def _origins(origins: int, repeats: int) -> Html:
    discs = [
        f'<circle cx="{at * 11 + 6}" cy="8" r="4.4" fill="currentColor"/>' for at in range(origins)
    ]
    ticks = "".join(f"M{origins * 11 + at * 4 + 3} 5.5v5" for at in range(repeats))
    path = f'<path d="{ticks}" stroke="currentColor" stroke-width="1.1"/>' if ticks else ""
    return trusted("".join([*discs, path]))


def verdict_shapes() -> dict[str, str]:
    """The shapes of every verdict, for the script that prints results."""
    return {verdict.value: str(mark.shapes) for verdict, mark in VERDICT_MARKS.items()}


def _points(path: str) -> list[list[tuple[float, float]]]:
    """A path of straight lines as runs of points."""
    runs: list[list[tuple[float, float]]] = []
    x = y = 0.0
    for command, given in _COMMAND.findall(path):
        values = [float(value) for value in _NUMBER.findall(given)]
        match command:
            case "M":
                x, y = values
            case "m" | "l":
                x, y = x + values[0], y + values[1]
            case "V":
                y = values[0]
            case "h":
                x += values[0]
        if command in "Mm":
            runs.append([])
        runs[-1].append((x, y))
    return runs
