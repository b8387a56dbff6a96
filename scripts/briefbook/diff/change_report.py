"""What a comparison says, as plain checked data: what a report carries from one job to another.

The job that looks at a stranger's pull request can be made to write anything. Whoever reads its
report takes it as data: every field is checked here, and escaped where it is printed.
"""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from briefbook.diff.change_view import BoundedText, ChangeView, ReportPart
from briefbook.model.versioned_json import UnreadableJson, Version1, read_versioned

MOST = 16 * 1024 * 1024
"""Bytes of a report; more is refused unread."""


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
    base_commit: BoundedText = ""
    head_commit: BoundedText | None = None
    changes: Annotated[tuple[ChangeView, ...], Field(max_length=50_000)]
    alarms: Annotated[tuple[AlarmView, ...], Field(max_length=50_000)]
    unread: Annotated[tuple[BoundedText, ...], Field(max_length=50_000)]
    partly: Annotated[tuple[BoundedText, ...], Field(max_length=50_000)] = ()
    omitted: dict[BoundedText, tuple[BoundedText, ...]] = Field(default_factory=dict)
    """For those of `partly` the records and fields that could not be compared."""
    titles: dict[BoundedText, BoundedText]
    says: dict[BoundedText, BoundedText]
    origins: dict[BoundedText, BoundedText] = Field(default_factory=dict)
    """How many origins a touched claim has on each side, by “brief#record”."""
    more: Annotated[int, Field(ge=0)] = 0
    more_by_kind: dict[BoundedText, Annotated[int, Field(ge=0)]] = Field(default_factory=dict)
    """Changes that are left out here, by kind."""
    outside: Annotated[tuple[BoundedText, ...], Field(max_length=50_000)] = ()
    """Files of the change that are no briefs, from the top of the repository."""
    more_outside: Annotated[int, Field(ge=0)] = 0
    fresh: Annotated[tuple[AlarmView, ...], Field(max_length=50_000)] = ()
    """Errors and warnings of `check` that the base does not have."""
    cured: Annotated[tuple[AlarmView, ...], Field(max_length=50_000)] = ()
    """Those that only the base has."""
    fresh_notes: Annotated[int, Field(ge=0)] = 0
    more_fresh: Annotated[int, Field(ge=0)] = 0
    waived_here: Annotated[tuple[AlarmView, ...], Field(max_length=50_000)] = ()
    """Alarms that only waivers silence which come with the change itself."""
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
        told = (self.changes, self.alarms, self.unread, self.fresh, self.cured)
        return any(told) or bool(self.found.get("error"))

    def says_of(self, change: ChangeView) -> str:
        """What the record of a change says; nothing where it is not told."""
        return self.says.get(record_key(change), "")

    @cached_property
    def _by_record(self) -> dict[tuple[str, str], list[ChangeView]]:
        found: dict[tuple[str, str], list[ChangeView]] = {}
        for change in self.changes:
            found.setdefault((change.brief or "", change.record or ""), []).append(change)
        return found

    def of_record(self, brief: str, record: str) -> list[ChangeView]:
        """The changes of a record, those that follow from others among them."""
        return self._by_record.get((brief, record), [])

    @cached_property
    def _by_cause(self) -> dict[str, list[ChangeView]]:
        found: dict[str, list[ChangeView]] = {}
        for one in self.following:
            found.setdefault(one.cause or "", []).append(one)
        return found

    def rests_on(self, brief: str, record: str) -> tuple[list[str], list[str]]:
        """What rests on a record: what names it itself, and what rests on that."""
        direct, through = list[str](), list[str]()
        for one in self._by_cause.get(f"{brief}#{record}", ()) if record else ():
            name = (one.record or "") if one.brief == brief else f"{one.brief or ''}#{one.record}"
            (through if one.through else direct).append(name)
        return direct, through

    def origins_of(self, change: ChangeView) -> str:
        """How many origins the claim of a change has; nothing for what is none."""
        return self.origins.get(record_key(change), "")

    @property
    def direct(self) -> list[ChangeView]:
        """Changes that somebody made."""
        return [change for change in self.changes if not change.knock_on]

    @property
    def following(self) -> list[ChangeView]:
        """Changes that follow from others."""
        return [change for change in self.changes if change.knock_on]


def record_key(change: ChangeView) -> str:
    """“brief#record”, by which a report tells what a record says."""
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
