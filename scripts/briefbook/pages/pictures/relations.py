"""How an actor stands to others: itself on the left, a line to each of the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefbook.pages.context import Context, Link
from briefbook.pages.pictures.drawing import cut, figure, label, link, number, percent
from briefbook.text.bidi import isolated
from briefbook.text.html import Html, tag

ROW = 40.0
MOST = 16
STEM, ARM = 6.0, 12.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A relation from an actor (`outward`) or to it; `other` has no address if it has no page."""

    words: str
    when: str
    other: str
    to: Link | None
    outward: bool

    def said(self, name: str) -> str:
        """The relation of `name` as a sentence: who acts stands first."""
        act = (name, self.words, self.other) if self.outward else (self.other, self.words, name)
        return " ".join(act) + self.dated

    @property
    def dated(self) -> str:
        """“ (30 December 2024)”, or nothing."""
        return f" ({self.when})" if self.when else ""


def relations_picture(name: str, relations: Sequence[Drawn], context: Context) -> Html | str:
    """Nothing below two relations: a sentence says one better."""
    if len(relations) < 2:
        return ""
    say = context.locale.say
    shown = relations[:MOST]
    height = 30 + ROW * len(shown)
    last = 30 + ROW * (len(shown) - 1) + 14
    drawing = [
        label(0, 16, cut(name, 44), long=cut(name, 80), kind="bb-strong-text"),
        tag("line", x1=percent(STEM), x2=percent(STEM), y1="24", y2=number(last), class_="bb-line"),
    ]
    for index, relation in enumerate(shown):
        y = 44 + ROW * index
        drawing += _row(name, relation, y)
    caption = say("An arrow points from the one who acts to the other.")
    if len(relations) > len(shown):
        caption += " " + context.locale.counted(
            "%(num)s more relation stands below.", "%(num)s more relations stand below.",
            len(relations) - len(shown),
        )  # fmt: skip
    return figure(
        "relations", drawing, height, title=say("How %(name)s stands to others", name=name),
        description="; ".join(one.said(name) for one in shown),
        caption=caption,
    )  # fmt: skip


def _row(name: str, relation: Drawn, y: float) -> list[Html]:
    """A line with its words; what others do begins with them, as one would say it."""
    tip = "M-6-4l6 4-6 4" if relation.outward else "M6-4l-6 4 6 4"
    arrow = tag(
        "svg", tag("path", d=tip, class_="bb-line"), x=percent(ARM if relation.outward else STEM),
        y=number(y - 6), width="12", height="12", viewBox="-8 -6 12 12" if relation.outward
        else "-2 -6 12 12",
    )  # fmt: skip
    said = relation.words if relation.outward else f"{isolated(relation.words)} {isolated(name)}"
    said += relation.dated
    above, below = (y - 6, y + 9) if relation.outward else (y + 9, y - 6)
    words = label(ARM + 4, above, cut(said, 44), long=cut(said, 80), kind="bb-second")
    other = label(ARM + 4, below, cut(relation.other, 44), long=cut(relation.other, 80))
    line = tag(
        "line", x1=percent(STEM), x2=percent(ARM + 1), y1=number(y), y2=number(y), class_="bb-line"
    )
    return [line, arrow, words, link(relation.to, other) if relation.to else other]
