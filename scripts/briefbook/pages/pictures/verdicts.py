"""The spread of verdicts, and how sure they are: a bar for each verdict, cut by confidence."""

from collections import Counter
from collections.abc import Iterable, Mapping

from briefbook.model import Claim, Verdict
from briefbook.model.claim import WORST_FIRST, Confidence
from briefbook.pages.context import Context, Link
from briefbook.pages.pictures.drawing import (
    figure,
    label,
    link,
    number,
    percent,
    verdict_at,
    width_of,
)
from briefbook.text.html import Html, tag

ROW = 22.0
WORDS = "22"  # pixels
LETTER, MARK, NARROW = 7, 30, 300
"""Pixels that a letter of a label takes at most, the mark before it with some air, and the picture
on a phone."""
END = 100.0
_LEVELS = (Confidence.high, Confidence.moderate, Confidence.low, None)


def verdicts_picture(
    claims: Iterable[Claim], urls: Mapping[Verdict, str], context: Context
) -> Html | str:
    """A row for each verdict that occurs, leading to its address; nothing below two claims."""
    return spread_picture(Counter((one.verdict, one.confidence) for one in claims), urls, context)


Numbers = Counter[tuple[Verdict, Confidence | None]]
"""How many claims have a verdict and a confidence."""


def spread_picture(numbers: Numbers, urls: Mapping[Verdict, str], context: Context) -> Html | str:
    """The same of claims that were counted."""
    total = sum(numbers.values())
    if total < 2:
        return ""
    locale = context.locale
    by_verdict = {v: sum(numbers[v, level] for level in _LEVELS) for v in Verdict}
    shown = [verdict for verdict in WORST_FIRST if by_verdict[verdict]]
    most = max(by_verdict.values())
    longest = max(sum(map(width_of, locale.title("verdict", one))) for one in shown)
    begin = 100 * (MARK + LETTER * longest) / NARROW
    scale = (END - begin - 6) / most
    drawing = [
        _row(
            verdict,
            index,
            [numbers[verdict, level] for level in _LEVELS],
            (begin, scale),
            urls,
            context,
        )
        for index, verdict in enumerate(shown)
    ]
    title = locale.say("Verdicts, and how sure they are")
    return figure(
        "verdicts", drawing, ROW * len(shown) + 4, title=title,
        description=", ".join(
            f"{locale.title('verdict', verdict)}: {locale.number(by_verdict[verdict])}"
            for verdict in shown
        ),
        caption=locale.say(
            "The stronger the colour of a part of a bar, the higher the confidence in the verdicts."
        ),
        summary=locale.say("The same as a table"), table=_table(shown, numbers, title, context),
    )  # fmt: skip


def _row(
    verdict: Verdict, index: int, parts: list[int], place: tuple[float, float],
    urls: Mapping[Verdict, str], context: Context,
) -> Html:  # fmt: skip
    """A bar; `place` says where bars begin and how much one claim takes, in percents."""
    locale = context.locale
    y = 14 + ROW * index
    x, scale = place
    bars = []
    for level, many in zip(("high", "moderate", "low", "none"), parts, strict=True):
        if many:
            bars.append(
                tag("rect", x=percent(x), y=number(y - 7), width=percent(many * scale),
                    height="14", class_=f"bb-part bb-part-{level}")
            )  # fmt: skip
            x += many * scale
    words = f"{locale.title('verdict', verdict)}"
    return link(
        Link(urls[verdict], ""),
        tag("rect", x="0", y=number(y - 12), width="100%", height="24", class_="bb-room"),
        verdict_at(0, y, verdict),
        label(WORDS, y + 4, words),
        tag("g", *bars, class_=f"bb-ink-{verdict}"),
        label(x + 1, y + 4, locale.number(sum(parts))),
    )


def _table(
    shown: list[Verdict], numbers: Mapping[tuple[Verdict, Confidence | None], int], title: str,
    context: Context,
) -> Html:  # fmt: skip
    locale = context.locale
    names = [locale.title("confidence", level) if level else locale.say("Not stated")
             for level in _LEVELS]  # fmt: skip
    head = [tag("th", name, scope="col") for name in (locale.say("Verdict"), *names)]
    rows = [
        tag(
            "tr",
            tag("th", locale.title("verdict", verdict), scope="row"),
            *(tag("td", locale.number(numbers.get((verdict, level), 0))) for level in _LEVELS),
        )
        for verdict in shown
    ]
    return tag(
        "table", tag("caption", title), tag("thead", tag("tr", *head)), tag("tbody", *rows),
        class_="bb-table",
    )  # fmt: skip
