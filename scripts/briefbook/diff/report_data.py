"""A comparison as plain data: what JSON carries, and what goes from one job to another."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from briefbook.diff.change_report import record_key
from briefbook.diff.change_view import ChangeView, DetailView, cut
from briefbook.diff.report import DiffReport
from briefbook.findings import Report, Severity
from briefbook.findings.render.json import finding
from briefbook.text.excerpt import excerpt, shortened, spelled_out
from briefbook.text.listing import counted

_CHANGES = 3_000
_HOLDS = 60
_TITLE = 300
_LONGEST = 4_000
_ROOM = 6_000_000
"""What a report carries: so many changes, of each so many fields, with so many characters of each
value; in all so many characters. What is left out is counted by kind."""


def comparison_data(report: DiffReport) -> dict[str, Any]:
    """What `diff --format json` prints, version 1; lines count from 1."""
    sides = report.revisions
    return {
        "version": 1,
        "base": sides.base,
        "head": sides.head,
        "base_commit": sides.base_commit,
        "head_commit": sides.head_commit,
        "changes": [_change(change) for change in report.changes],
        "alarms": [finding(item) for item in report.alarms.findings],
        "unread": report.unread,
    }


def _change(change: ChangeView) -> dict[str, Any]:
    told = change.model_dump(exclude={"path", "line", "cause", "through", "holds"})
    where = {"severity": change.severity.value, "path": change.path, "line": change.line}
    holds = {"holds": [one.model_dump() for one in change.holds]} if change.holds else {}
    return {**told, **where, **holds}


def as_data(
    report: DiffReport, number: int | None = None, findings: Report | None = None
) -> dict[str, Any]:
    """A comparison as the plain data that `read_report` takes; what is too much for it is counted.

    The weightiest changes come first. `findings` are those of the head, to be counted beside.
    """
    whole = comparison_data(report)
    by_weight = sorted(report.changes, key=lambda one: one.rank)
    changes: list[dict[str, Any]] = []
    room = _ROOM
    for one in by_weight[:_CHANGES]:
        told = _told(one)
        room -= sum(len(text) for text in _texts(told))
        if room < 0:
            break
        changes.append(told)
    kept, left = by_weight[: len(changes)], by_weight[len(changes) :]
    return {
        **whole,
        "changes": changes,
        "alarms": whole["alarms"][:_CHANGES],
        "unread": whole["unread"][:_CHANGES],
        "partly": report.partly[:_CHANGES],
        "omitted": {path: list(ids[:_HOLDS]) for path, ids in report.omitted.items()},
        "titles": {change.brief: cut(report.title(change.brief), _TITLE) for change in kept
                   if change.brief},
        "says": {record_key(one): cut(report.says(one), _TITLE) for one in kept if one.record},
        "origins": {f"{brief}#{name}": said for (brief, name), said in report.origins.items()},
        "number": number,
        "more": len(left),
        "more_by_kind": dict(Counter(one.kind for one in left)),
        "more_alarms": max(0, len(whole["alarms"]) - _CHANGES),
        "waived": report.alarms.waived,
        "waived_here": [finding(item) for item in report.waived_here[:_CHANGES]],
        "found": {level.name: findings.count(level) for level in Severity} if findings else {},
        "outside": list(report.outside[:_CHANGES]),
        "more_outside": max(0, len(report.outside) - _CHANGES),
        **_news(report),
    }  # fmt: skip


def _news(report: DiffReport) -> dict[str, Any]:
    """Findings that the change brings and cures: errors and warnings by name, notes counted."""
    fresh = [one for one in report.fresh if one.finding.kind.severity is not Severity.note]
    cured = [one for one in report.cured if one.finding.kind.severity is not Severity.note]
    return {
        "fresh": [finding(item) for item in fresh[:_CHANGES]],
        "cured": [finding(item) for item in cured[:_CHANGES]],
        "fresh_notes": len(report.fresh) - len(fresh),
        "more_fresh": max(0, len(fresh) - _CHANGES),
    }


def _told(change: ChangeView) -> dict[str, Any]:
    """A change whose long texts are shown around what differs in them."""
    before, after = _both(change.before, change.after)
    holds = []
    weighed = sorted(change.holds, key=_counts_less) if len(change.holds) > _HOLDS else change.holds
    for one in weighed[:_HOLDS]:
        was, now = _both(one.before, one.after)
        holds.append({"field": one.field, "before": was, "after": now})
    if left := weighed[_HOLDS:]:
        kinds = Counter(one.field.partition(".")[0].replace("_", " ") for one in left)
        said = ", ".join(f"{many:,} × {name}" for name, many in kinds.items())
        said = f"and {counted(len(left), 'more field')}: {said}"
        holds.append({"field": "", "before": None, "after": said})
    return {
        **change.model_dump(exclude={"holds"}), "severity": change.severity.value,
        "before": before, "after": after, "holds": holds,
    }  # fmt: skip


def _counts_less(one: DetailView) -> bool:
    """Whether it is no evidence that speaks against what it stands below."""
    said = one.after or one.before or ""
    return not (one.field.startswith("evidence.") and re.search(r"\bdisputes\b", said))


def _both(before: str | None, after: str | None) -> tuple[str | None, str | None]:
    if before is not None and after is not None:
        return excerpt(before, after, _LONGEST)
    one = shortened(spelled_out(after or before or ""), _LONGEST)
    return (None if before is None else one), (None if after is None else one)


def _texts(told: dict[str, Any]) -> Iterator[str]:
    for part in (told, *told["holds"]):
        yield from (part[name] or "" for name in ("before", "after"))
