"""Findings with their lines and columns looked up, ready to be shown."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefbook.findings.finding import Finding, Severity
from briefbook.text.document import Document, Span


@dataclass(frozen=True, slots=True, order=True)
class Region:
    """A stretch of a file for people: lines and columns from 1, end exclusive, in characters."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def of(cls, path: str, document: Document | None, span: Span) -> "Region":
        """The region of a span; without a document (unreadable file) the file's very start."""
        if document is None:
            return cls(path, 1, 1, 1, 1)
        start, end = document.position(span.start), document.position(span.end)
        return cls(path, start.line, start.column, end.line, end.column)


@dataclass(frozen=True, slots=True)
class LocatedLabel:
    """A related place and its message."""

    region: Region
    message: str


@dataclass(frozen=True, slots=True)
class LocatedFinding:
    """A finding and its region."""

    finding: Finding
    region: Region
    related: tuple[LocatedLabel, ...] = ()


@dataclass(frozen=True)
class Report:
    """All findings of a run in the order of files and lines, and the documents to show them in."""

    findings: tuple[LocatedFinding, ...]
    documents: Mapping[str, Document]
    waived: int = 0

    def count(self, severity: Severity) -> int:
        """How many findings of this severity."""
        return sum(1 for item in self.findings if item.finding.kind.severity is severity)

    def fails(self, level: Severity) -> bool:
        """Whether anything stands at or above the failing level."""
        return any(item.finding.kind.severity >= level for item in self.findings)
