"""Corrections: as notices at the records that they changed, and as entries of a list."""

from dataclasses import dataclass

from briefbook.analysis.site_addresses import address
from briefbook.corpus import Target
from briefbook.model.correction import Correction, CorrectionKind
from briefbook.pages.context import Context, Link
from briefbook.text.html import Html


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """One entry: what was said, what is said now, and why."""

    id: str
    url: str
    date: str
    kind: str
    severity: str
    records: list[Html]
    was: Html | str
    now: Html | str
    reason: Html | str
    brief: Link


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A line at a record: “Corrected on 1 December 2026”, with a link to the entry."""

    words: str
    url: str


def correction_view(entry: Correction, index: int, context: Context) -> CorrectionView:
    """Compute one entry of the context's brief, the entry at `index` of its list."""
    anchor = context.edition.corrections[context.brief].anchors[index]
    return CorrectionView(
        id=anchor,
        url=context.url(f"{address(Target('brief', context.brief))}#{anchor}"),
        date=context.when(entry.date),
        kind=context.locale.title("correction", entry.kind),
        severity=context.locale.word("correction severity", entry.severity),
        records=[context.reference(name) for name in entry.records],
        was=context.prose(entry.was),
        now=context.prose(entry.now),
        reason=context.prose(entry.reason),
        brief=context.brief_link(context.brief),
    )


def notices(record: str, context: Context) -> list[NoticeView]:
    """What was changed at a record of the context's brief, the newest first."""
    brief = context.edition.briefs[context.brief]
    found = context.edition.corrections[context.brief].by_record.get(record, ())
    return [_notice(brief.corrections[index], index, context) for index in reversed(found)]


def _notice(entry: Correction, index: int, context: Context) -> NoticeView:
    say, day = context.locale.say, context.when(entry.date)
    words = {
        CorrectionKind.correction: say("Corrected, %(day)s", day=day),
        CorrectionKind.update: say("Updated, %(day)s", day=day),
        CorrectionKind.clarification: say("Clarified, %(day)s", day=day),
        CorrectionKind.retraction: say("Retracted, %(day)s", day=day),
    }
    here = address(Target("brief", context.brief))
    return NoticeView(
        words[entry.kind],
        context.url(f"{here}#{context.edition.corrections[context.brief].anchors[index]}"),
    )
