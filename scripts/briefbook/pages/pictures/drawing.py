"""What all pictures share: the frame with its words, numbers as SVG writes them, marks, widths.

A picture is as wide as its column. Horizontal places are percentages, vertical ones pixels, so
that one drawing serves a phone and a wide screen and its letters keep their size. Colours are
classes that name a role; the style sheet gives them the theme's colours, and grey on paper.
"""

from collections.abc import Sequence
from unicodedata import east_asian_width

from briefbook.pages.context import Link
from briefbook.pages.marks import BOX, verdict_mark_at
from briefbook.text.bidi import isolated
from briefbook.text.html import Html, join, tag


def figure(
    name: str, drawing: Sequence[object], height: float, *, title: str, description: str,
    caption: str, table: Html | str = "", summary: str = "",
) -> Html:  # fmt: skip
    """A picture with title, description, caption and, behind a disclosure, its twin as a table.

    `name` is a word of the program's own, unique on the page. `drawing` holds SVG elements.
    """
    drawn = tag(
        "svg", tag("title", title, id=f"{name}_title"), tag("desc", description, id=f"{name}_desc"),
        *drawing, class_="bb-drawing", width="100%", height=number(height), role="group",
        aria_labelledby=f"{name}_title", aria_describedby=f"{name}_desc",
    )  # fmt: skip
    twin = tag("details", tag("summary", summary), table, class_="bb-more") if table else ""
    words = tag("figcaption", caption) if caption else ""
    return tag("figure", words, drawn, twin, class_=f"bb-picture bb-picture-{name}")


def number(value: float) -> str:
    """A number as SVG writes it: at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


def percent(value: float) -> str:
    """A horizontal place."""
    return f"{number(value)}%"


def link(to: Link, *children: object, name: str = "") -> Html:
    """A node that leads to its record; `name` says in full what its label cuts short."""
    return tag("a", tag("title", name) if name else "", *children, href=to.url)


def label(
    x: float | str, y: float, words: str, *, long: str = "", longest: str = "",
    anchor: str = "start", kind: str = "",
) -> Html:  # fmt: skip
    """Words at a place (percents, or pixels as a text); `long` stands for them where there is
    room, `longest` where there is much.
    """
    place = x if isinstance(x, str) else percent(x)

    def one(text: str, shown: str) -> Html:
        return tag(
            "text", isolated(text), x=place, y=number(y), class_=f"{kind} {shown}".strip() or None,
            text_anchor=None if anchor == "start" else anchor,
        )  # fmt: skip

    if longest not in ("", words):
        return join([one(words, "bb-small"), one(long, "bb-middle"), one(longest, "bb-large")])
    if not long or long == words:
        return one(words, "")
    return join([one(words, "bb-narrow"), one(long, "bb-wide")])


def width_of(letter: str) -> float:
    """A letter in letters of middling width: Chinese ones count about twice."""
    return 1.8 if east_asian_width(letter) in "WF" else 1.0


def cut(text: str, room: float) -> str:
    """Text that fits into `room` letters of middling width."""
    used, index = 0.0, 0
    for index, letter in enumerate(text):
        used += width_of(letter)
        if used > room:
            kept = (
                text[:index].rpartition(" ")[0]
                if " " in text[index * 3 // 4 : index]
                else text[:index]
            )
            return kept.rstrip(" ,;:.") + "…"
    return text.rstrip(".")


def told_apart(texts: Sequence[str], room: float) -> list[str]:
    """Texts cut to `room` letters; those that would look alike leave out the words with which they
    all begin."""
    alike: dict[str, list[str]] = {}
    for text in texts:
        alike.setdefault(cut(text, room), []).append(text)
    shared = {short: _beginning(found) for short, found in alike.items() if len(set(found)) > 1}
    return [
        f"…{cut(text[len(shared[short]):], room - 1)}" if (short := cut(text, room)) in shared
        else short
        for text in texts
    ]  # fmt: skip


def _beginning(texts: Sequence[str]) -> str:
    """The whole words with which all begin."""
    first, last = min(texts), max(texts)
    same = next((i for i, letter in enumerate(first) if letter != last[i]), len(first))
    return first[: first.rfind(" ", 0, same + 1) + 1]


def verdict_at(x: float, y: float, verdict: str) -> Html:
    """A verdict's mark at a place."""
    return verdict_mark_at(verdict, percent(x), number(y - BOX / 2))


def spread(wanted: Sequence[float], room: float, low: float, high: float) -> list[float]:
    """Places near the wanted ones, in the same order, at least `room` apart, between two ends."""
    placed: list[float] = []
    for place in wanted:
        placed.append(max(place, placed[-1] + room if placed else low))
    top = high
    for index in range(len(placed) - 1, -1, -1):
        placed[index] = min(placed[index], top)
        top = placed[index] - room
    return placed
