"""What a record leans on, with its sign: what it needs to hold, and what it needs not to hold."""

from collections.abc import Iterable
from typing import NamedTuple

from briefbook.analysis.dependencies import target_of
from briefbook.analysis.leaning import wants
from briefbook.model import Claim
from briefbook.model.leaning import Leaning
from briefbook.pages.context import Context, Link


class LeaningView(NamedTuple):
    """Links to the records that it leans on, and to those on whose not holding it does."""

    on: list[Link]
    on_not: list[Link]


def leanings(leans: Iterable[Leaning], context: Context) -> LeaningView:
    """What a record of the context's brief leans on, in the order of its file."""
    view = LeaningView([], [])
    for one in leans:
        record = context.edition.records.get(target_of(one.record, context.brief))
        verdict = record.verdict if isinstance(record, Claim) else None
        side = view.on_not if wants(one.holds, verdict) is False else view.on
        side.append(context.record(one.record))
    return view
