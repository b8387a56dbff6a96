"""Corrections: as notices at the records that they changed, and as entries of a list."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefbook.analysis.addresses import address, correction_anchor
from briefbook.corpus import Target
from briefbook.model import Brief
from briefbook.model.correction import Correction, CorrectionKind
from briefbook.pages.blocks.context import Context, Link
from briefbook.text.html import Html


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """One entry: what was said, what is said now, and why."""

    id: str
    url: str
    date: str
    kind: str
    severity: str
    records: list[Link]
    was: Html | str
    now: Html | str
    reason: Html | str
    brief: Link


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A line at a record: “Corrected on 1 December 2026”, with a link to the entry."""

    words: str
    url: str


def correction_view(entry: Correction, at: int, context: Context) -> CorrectionView:
    """Compute one entry of the context's brief, the `at`-th of its list."""
    anchor = correction_anchor(context.edition.briefs[context.brief], at)
    return CorrectionView(
        id=anchor,
        url=context.url(f"{address(Target('brief', context.brief))}#{anchor}"),
        date=context.when(entry.date),
        kind=context.tongue.title("correction", entry.kind),
        severity=context.tongue.word("correction severity", entry.severity),
        records=context.records(entry.records),
        was=context.prose(entry.was),
        now=context.prose(entry.now),
        reason=context.prose(entry.reason),
        brief=context.brief_link(context.brief),
    )


def notices(record: str, context: Context) -> list[NoticeView]:
    """What was changed at a record of the context's brief, the newest first."""
    brief = context.edition.briefs[context.brief]
    found = corrections_of(record, brief)
    return [_notice(brief.corrections[at], at, context) for at in reversed(found)]


def corrections_of(record: str, brief: Brief) -> tuple[int, ...]:
    """The places of the corrections of a brief that name a record."""
    return _by_record(brief).get(record, ()) if brief.corrections else ()


def _notice(entry: Correction, at: int, context: Context) -> NoticeView:
    say, day = context.tongue.say, context.when(entry.date)
    words = {
        CorrectionKind.correction: say("Corrected, %(day)s", day=day),
        CorrectionKind.update: say("Updated, %(day)s", day=day),
        CorrectionKind.clarification: say("Clarified, %(day)s", day=day),
        CorrectionKind.retraction: say("Retracted, %(day)s", day=day),
    }
    here = address(Target("brief", context.brief))
    return NoticeView(
        words[entry.kind],
        context.url(f"{here}#{correction_anchor(context.edition.briefs[context.brief], at)}"),
    )


@lru_cache(maxsize=8)
def _by_record(brief: Brief) -> Mapping[str, tuple[int, ...]]:
    """For each record of a brief the places of the corrections that name it."""
    found: dict[str, tuple[int, ...]] = {}
    for at, entry in enumerate(brief.corrections):
        for name in entry.records:
            found[name] = (*found.get(name, ()), at)
    return found
