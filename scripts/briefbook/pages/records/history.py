"""How a record came to say what it says: its corrections, and new grades of what it cites."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from briefbook.model import Edtf, Evidence
from briefbook.pages.context import Context
from briefbook.pages.records.correction.card import correction_view
from briefbook.text.html import Html


@dataclass(frozen=True, slots=True)
class MoveView:
    """One step: when, what sort of step, from what to what, and why; and where it is entered.

    On a brief's page a correction stands once, among the corrections: at its records the step leads
    there.
    """

    url: str
    date: str
    what: str
    was: Html | str
    now: Html | str
    reason: Html | str


_Key = tuple[float, float, str]
_UNDATED: _Key = (-math.inf, -math.inf, "")


def moves(record: str, context: Context, evidence: Iterable[Evidence] = ()) -> list[MoveView]:
    """The steps of a record of the context's brief, the newest first, undated ones last.

    Of its evidence: each source that had another grade before.
    """
    found = [*_corrections(record, context), *_regradings(evidence, context)]
    found.sort(key=lambda item: item[0], reverse=True)
    return [view for _, view in found]


def _corrections(record: str, context: Context) -> Iterator[tuple[_Key, MoveView]]:
    brief = context.edition.briefs[context.brief]
    for index in reversed(context.edition.corrections[context.brief].by_record.get(record, ())):
        entry = brief.corrections[index]
        view = correction_view(entry, index, context)
        what = f"{view.kind}, {view.severity}"
        on_page = view.url.startswith("#")
        texts = ("", "", "") if on_page else (view.was, view.now, view.reason)
        yield _key(entry.date), MoveView(view.url, view.date, what, *texts)


def _regradings(evidence: Iterable[Evidence], context: Context) -> Iterator[tuple[_Key, MoveView]]:
    cited = dict.fromkeys(name for item in evidence for name in (item.source, item.via) if name)
    for name in cited:
        source = context.edition.sources.get(name)
        grades = source.reliability if source else ()
        for old, new in pairwise(grades):
            if old.grade is new.grade:
                continue
            link = context.source(name)
            what = context.locale.say(
                "%(source)s has another grade", source=context.edition.short_name(name)
            )
            yield _key(new.on), MoveView(
                link.url, context.when(new.on), what, old.grade, new.grade,
                context.prose(new.because),
            )  # fmt: skip


def _key(day: Edtf | None) -> _Key:
    return day.newest_key if day is not None else _UNDATED
