"""The marks of verdicts and confidence, each drawn once: for text, pictures, previews and script.

A mark lies in a box of 16 by 16 with its middle at 8, 8. Shapes and their meaning are those of the
art direction: a filled disc, a half disc, a disc with a cross, an empty ring.
"""

import re
from dataclasses import dataclass

from briefbook.model import Verdict
from briefbook.text.html import Html, tag, trusted

BOX = 16


@dataclass(frozen=True, slots=True)
class VerdictMark:
    """A disc, or a ring (`dash` where it is broken) with its left half filled or a stroke in it.

    `stroke` is an SVG path of straight lines (M, m, l, V, h), `width` its thickness.
    """

    disc: bool = False
    half: bool = False
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
    Verdict.contested: VerdictMark(half=True),
    Verdict.refuted: VerdictMark(stroke="M5.3 5.3l5.4 5.4m0-5.4l-5.4 5.4", width="1.8"),
    Verdict.unverified: VerdictMark(),
    Verdict.open: VerdictMark(stroke="M8 4.2V8l2.6 1.8", open_path=True),
    Verdict.not_checkable: VerdictMark(dash="2.2 2.2", stroke="M5 8h6"),
}
"""Every verdict's mark."""
_STEPS = {"low": 1, "moderate": 2, "high": 3}
_COMMAND = re.compile(r"([MmlVh])([^A-Za-z]*)")
_NUMBER = re.compile(r"-?[0-9.]+")


def verdict_mark(verdict: str) -> Html:
    """A verdict's mark, one em high, beside its word."""
    return tag(
        "svg", VERDICT_MARKS[Verdict(verdict)].shapes, class_=f"bb-mark bb-ink-{verdict}",
        viewBox=f"0 0 {BOX} {BOX}", aria_hidden="true",
    )  # fmt: skip


def confidence_mark(level: str) -> Html:
    """Three small steps, filled as far as the confidence goes."""
    steps = []
    for step in (1, 2, 3):
        filled = step <= _STEPS[level]
        steps.append(
            f'<rect x="{step * 5 - 4}" y="{13 - step * 3.5}" width="3.4" height="{step * 3.5}" '
            + ('fill="currentColor"/>' if filled
               else 'fill="none" stroke="currentColor" stroke-width=".8"/>')
        )  # fmt: skip
    return tag(
        "svg", trusted("".join(steps)), class_="bb-mark", viewBox=f"0 0 {BOX} {BOX}",
        aria_hidden="true",
    )  # fmt: skip


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
