"""What a comparison says, as plain checked data: what a report carries from one job to another.

The job that looks at a stranger's pull request can be made to write anything. Whoever reads its
report takes it as data: every field is checked here, and escaped where it is printed.
"""

import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from briefbook.analysis.changes import KINDS, KNOCK_ON, Change
from briefbook.diff.render.json import body
from briefbook.diff.report import DiffReport, cut
from briefbook.findings import Report, Severity
from briefbook.model.correction import CorrectionSeverity as Weight

MOST = 16 * 1024 * 1024
"""Bytes of a report; more is refused unread."""
_CHANGES = 2_000
_LONGEST = 1_000
"""What a report carries: so many changes, with so many characters of each value."""
_Text = Annotated[str, Field(max_length=200_000)]


class UnreadableReport(ValueError):
    """A report that is none; the message is one line."""


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)


class ToldChange(_Told):
    """A change as `diff --format json` prints it."""

    kind: _Text
    brief: _Text | None
    record: _Text | None
    field: _Text | None
    before: _Text | None
    after: _Text | None
    path: _Text
    line: int
    cause: _Text | None = None
    through: _Text | None = None

    @property
    def severity(self) -> Weight:
        """How much it matters; what is unknown here matters little."""
        return KINDS.get(self.kind, Weight.minor)

    @property
    def knock_on(self) -> bool:
        """Whether it follows from another change."""
        return self.kind in KNOCK_ON


class ToldAlarm(_Told):
    """An alarm, or another finding, as JSON prints it."""

    code: Annotated[str, Field(pattern=r"^[A-Z]{3}[0-9]{3}$")]
    severity: Literal["error", "warning", "note"]
    message: _Text
    help: _Text
    path: _Text
    line: int


class Told(_Told):
    """A whole comparison: `titles` of briefs by id, `says` of records by “brief#record”."""

    version: Literal[1]
    base: _Text
    head: _Text | None
    changes: Annotated[tuple[ToldChange, ...], Field(max_length=50_000)]
    alarms: Annotated[tuple[ToldAlarm, ...], Field(max_length=50_000)]
    unread: Annotated[tuple[_Text, ...], Field(max_length=50_000)]
    partly: Annotated[tuple[_Text, ...], Field(max_length=50_000)] = ()
    titles: dict[_Text, _Text]
    says: dict[_Text, _Text]
    more: Annotated[int, Field(ge=0)] = 0
    more_alarms: Annotated[int, Field(ge=0)] = 0
    waived: Annotated[int, Field(ge=0)] = 0
    found: dict[Literal["error", "warning", "note"], Annotated[int, Field(ge=0)]] = {}
    """How many findings `check` has, where it was asked."""
    number: int | None = None
    """The pull request that it is about, if the report names one."""

    @property
    def says_something(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.changes or self.alarms or self.unread or self.found.get("error"))

    @property
    def direct(self) -> list[ToldChange]:
        """Changes that somebody made."""
        return [change for change in self.changes if not change.knock_on]

    @property
    def following(self) -> list[ToldChange]:
        """Changes that follow from others."""
        return [change for change in self.changes if change.knock_on]


def told(
    report: DiffReport, number: int | None = None, findings: Report | None = None
) -> dict[str, Any]:
    """A comparison as the plain data that `read` takes; what is too much for it is counted.

    `findings` are those of the head, to be counted beside.
    """
    whole = body(report)
    kept = report.comparison.changes[:_CHANGES]
    changes = [
        {
            **change,
            "cause": one.cause,
            "through": one.through,
            **{side: _cut(change[side]) for side in ("before", "after")},
        }
        for one, change in zip(kept, whole["changes"], strict=False)
    ]
    return {
        **whole,
        "changes": changes,
        "alarms": whole["alarms"][:_CHANGES],
        "unread": whole["unread"][:_CHANGES],
        "partly": list(report.comparison.partly[:_CHANGES]),
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


def _key(change: Change | ToldChange) -> str:
    return f"{change.brief or ''}#{change.record or ''}"


def said_of(report: Told, change: ToldChange) -> str:
    """What the record of a change says; nothing where it is not told."""
    return report.says.get(_key(change), "")


def read(raw: bytes) -> Told:
    """A report, checked field by field.

    Raises UnreadableReport.
    """
    if len(raw) > MOST:
        raise UnreadableReport(f"the report has {len(raw):,} bytes; at most {MOST:,} are read")
    try:
        json.loads(raw)
        return Told.model_validate_json(raw)
    except (ValueError, RecursionError) as error:
        first = error.errors()[0] if isinstance(error, ValidationError) else None
        where = ".".join(map(str, first["loc"])) if first else ""
        what = f"{where}: {first['msg']}" if first else "it is no JSON"
        raise UnreadableReport(f"the report cannot be read: {what}") from None
