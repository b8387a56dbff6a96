"""What a comparison says, as plain checked data: what a report carries from one job to another.

The job that looks at a stranger's pull request can be made to write anything. Whoever reads its
report takes it as data: every field is checked here, and escaped where it is printed.
"""

from typing import Annotated, Any, Literal

from pydantic import Field

from briefbook.diff.change_view import BoundedText, ChangeView, ReportPart, cut
from briefbook.diff.report import DiffReport
from briefbook.findings import Report, Severity
from briefbook.findings.render.json import finding
from briefbook.model.versioned_json import UnreadableJson, Version1, read_versioned

MOST = 16 * 1024 * 1024
"""Bytes of a report; more is refused unread."""
_CHANGES = 2_000
_LONGEST = 1_000
"""What a report carries: so many changes, with so many characters of each value."""


class UnreadableReport(UnreadableJson):
    """A report that is none; the message is one line."""


class AlarmView(ReportPart):
    """An alarm, or another finding, as JSON prints it."""

    code: Annotated[str, Field(pattern=r"^[A-Z]{3}[0-9]{3}$")]
    severity: Literal["error", "warning", "note"]
    message: BoundedText
    help: BoundedText
    path: BoundedText
    line: int


class ChangeReport(ReportPart):
    """A whole comparison: `titles` of briefs by id, `says` of records by “brief#record”."""

    version: Version1
    base: BoundedText
    head: BoundedText | None
    changes: Annotated[tuple[ChangeView, ...], Field(max_length=50_000)]
    alarms: Annotated[tuple[AlarmView, ...], Field(max_length=50_000)]
    unread: Annotated[tuple[BoundedText, ...], Field(max_length=50_000)]
    partly: Annotated[tuple[BoundedText, ...], Field(max_length=50_000)] = ()
    titles: dict[BoundedText, BoundedText]
    says: dict[BoundedText, BoundedText]
    more: Annotated[int, Field(ge=0)] = 0
    more_alarms: Annotated[int, Field(ge=0)] = 0
    waived: Annotated[int, Field(ge=0)] = 0
    found: dict[Literal["error", "warning", "note"], Annotated[int, Field(ge=0)]] = Field(
        default_factory=dict
    )
    """How many findings `check` has, where it was asked."""
    number: int | None = None
    """The pull request that it is about, if the report names one."""

    @property
    def says_something(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.changes or self.alarms or self.unread or self.found.get("error"))

    def says_of(self, change: ChangeView) -> str:
        """What the record of a change says; nothing where it is not told."""
        return self.says.get(_key(change), "")

    @property
    def direct(self) -> list[ChangeView]:
        """Changes that somebody made."""
        return [change for change in self.changes if not change.knock_on]

    @property
    def following(self) -> list[ChangeView]:
        """Changes that follow from others."""
        return [change for change in self.changes if change.knock_on]


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
    told = change.model_dump(exclude={"path", "line", "cause", "through"})
    return {**told, "severity": change.severity.value, "path": change.path, "line": change.line}


def as_data(
    report: DiffReport, number: int | None = None, findings: Report | None = None
) -> dict[str, Any]:
    """A comparison as the plain data that `read_report` takes; what is too much for it is counted.

    `findings` are those of the head, to be counted beside.
    """
    whole = comparison_data(report)
    kept = report.changes[:_CHANGES]
    changes = [
        {**one.model_dump(), "severity": one.severity.value,
         "before": _cut(one.before), "after": _cut(one.after)}
        for one in kept
    ]  # fmt: skip
    return {
        **whole,
        "changes": changes,
        "alarms": whole["alarms"][:_CHANGES],
        "unread": whole["unread"][:_CHANGES],
        "partly": report.partly[:_CHANGES],
        "titles": {change.brief: _cut(report.title(change.brief)) for change in kept
                   if change.brief},
        "says": {_key(change): _cut(report.says(change)) for change in kept if change.record},
        "number": number,
        "more": len(whole["changes"]) - len(changes),
        "more_alarms": max(0, len(whole["alarms"]) - _CHANGES),
        "waived": report.alarms.waived,
        "found": {level.name: findings.count(level) for level in Severity} if findings else {},
    }  # fmt: skip


def _cut(text: str | None) -> str | None:
    return None if text is None else cut(text, _LONGEST)


def _key(change: ChangeView) -> str:
    return f"{change.brief or ''}#{change.record or ''}"


def read_report(raw: bytes) -> ChangeReport:
    """A report, checked field by field.

    Raises UnreadableReport.
    """
    if len(raw) > MOST:
        raise UnreadableReport(f"the report has {len(raw):,} bytes; at most {MOST:,} are read")
    try:
        return read_versioned(ChangeReport, raw, UnreadableReport)
    except UnreadableReport as error:
        raise UnreadableReport(f"the report cannot be read: {error}") from None
