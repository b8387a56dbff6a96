"""Judgments that moved lately: another probability, a correction of what they said, or one that is
taken back."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from briefbook.model import Brief, Judgment
from briefbook.model.correction import CorrectionKind, CorrectionSeverity
from briefbook.model.standing import not_withdrawn
from briefbook.pages.context import Context
from briefbook.pages.environment import fragment
from briefbook.pages.records.judgment.row import judgment_row
from briefbook.pages.slots import Slot
from briefbook.text.html import Html

_MOVING = (CorrectionKind.correction, CorrectionKind.retraction)


def fill(context: Context, number: int) -> Html:
    """The latest move first, each judgment once, with what it moved from."""
    moves = [
        (day, name, item, words)
        for name, brief in context.edition.briefs.items()
        for item in not_withdrawn(brief.judgments, brief)
        for day, words in [max(_moves(brief, item, context), default=(date.min, ""))]
        if words
    ]
    moves.sort(key=lambda move: (-move[0].toordinal(), move[1], move[2].id))
    rows = []
    for _, name, item, words in moves[:number]:
        row = judgment_row(item, context.inside(name), context.brief_link(name))
        row.facts.append(words)
        rows.append(row)
    empty = context.locale.say("No judgment has moved since it was published.")
    return fragment("slots/rows.html.j2", context, rows=rows, empty=empty)


def _moves(brief: Brief, judgment: Judgment, context: Context) -> Iterator[tuple[date, str]]:
    locale = context.locale
    history = judgment.forecast.history if judgment.forecast else ()
    for before, after in pairwise(history):
        if after.date.earliest and before.probability != after.probability:
            yield after.date.earliest, locale.say(
                "From %(before)s to %(after)s, %(day)s",
                before=locale.percent(before.probability),
                after=locale.percent(after.probability), day=locale.when(after.date),
            )  # fmt: skip
    for entry in brief.corrections:
        weighs = entry.kind in _MOVING and entry.severity is not CorrectionSeverity.minor
        if weighs and judgment.id in entry.records and entry.date.earliest:
            kind = locale.title("correction", entry.kind)
            yield entry.date.earliest, f"{kind}, {locale.when(entry.date)}"


SLOT = Slot("moved", fill)
