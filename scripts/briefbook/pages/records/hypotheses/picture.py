"""The matrix of competing explanations as a picture: a sign for each rating."""

from briefbook.pages.context import Context
from briefbook.pages.pictures.drawing import figure, label, link, number, percent, told_apart
from briefbook.pages.records.hypotheses.card import MatrixView
from briefbook.text.bidi import isolated
from briefbook.text.html import Html, tag

ROW, TOP = 26.0, 24.0
FIRST = 58.0
ROOMS = (26, 48, 84)
"""Letters for a label on a phone, on a tablet, and where there is much room."""
SIGNS = {
    "very inconsistent": "−−",
    "inconsistent": "−",
    "neutral": "·",
    "consistent": "+",
    "very consistent": "++",
    "not applicable": "",
}


def matrix_picture(view: MatrixView, context: Context) -> Html | str:
    """Rows are items of evidence, columns the explanations by their letters; best one first."""
    if not view.rows or len(view.options) < 2:
        return ""
    say = context.locale.say
    step = (100 - FIRST) / len(view.options)
    drawing = []
    for index, letter in enumerate(view.letters):
        x = FIRST + step * (index + 0.5)
        drawing.append(label(x, 14, letter, anchor="middle", kind="bb-strong-text"))
    names = [str(row.link.label) for row in view.rows]
    shown = zip(view.rows, names, *(told_apart(names, room) for room in ROOMS), strict=True)
    for nth, (row, full, short, long, longest) in enumerate(shown):
        y = TOP + ROW * (nth + 0.5)
        kind = "" if row.tells_apart else "bb-second"
        words = label(0, y + 4, short, long=long, longest=longest, kind=kind)
        drawing.append(link(row.link, words, name=full))
        for index, rating in enumerate(row.values):
            drawing.append(_cell(FIRST + step * index, step, y, rating))
    lines = (number(TOP + ROW * (nth + 1)) for nth in range(len(view.rows)))
    drawing.append(tag("path", d="".join(f"M0 {y}H9999" for y in lines), class_="bb-grid"))
    caption = say(
        "A minus speaks against an explanation, a plus fits it, a dot does neither; two signs "
        "say it strongly. Look for the column with the fewest minuses."
    )
    if not all(row.tells_apart for row in view.rows):
        caption += " " + say("Grey rows tell nothing apart.")
    return figure(
        f"h_{view.id}", drawing, TOP + ROW * len(view.rows) + 4,
        title=say("How each item fits each explanation"),
        description=", ".join(f"{letter}: {isolated(name)}" for letter, name in
                              zip(view.letters, view.options, strict=True)),
        caption=caption,
    )  # fmt: skip


def _cell(x: float, step: float, y: float, rating: str) -> Html:
    sign = SIGNS.get(rating, "?")
    ground = ""
    if sign.startswith("−"):
        kind = "bb-part bb-part-high" if len(sign) > 1 else "bb-part bb-part-low"
        ground = tag(
            "rect", x=percent(x + step * 0.12), width=percent(step * 0.76), y=number(y - 10),
            height="20", class_=f"{kind} bb-against-part",
        )  # fmt: skip
    words = label(x + step / 2, y + 4, sign, anchor="middle", kind="bb-sign")
    return tag("g", ground, words, class_="bb-ink-refuted" if sign.startswith("−") else None)
