"""Findings with their lines and columns looked up, ready to be shown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

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

    def within(self, folder: str) -> "Region":
        """The same region, its path from further up."""
        return replace(self, path=f"{folder}{self.path}")


@dataclass(frozen=True, slots=True)
class LocatedLabel:
    """A related place and its message."""

    region: Region
    message: str


@dataclass(frozen=True, slots=True)
class LocatedFinding:
    """A finding, its region, and the id of the record in which it stands, if it has one."""

    finding: Finding
    region: Region
    related: tuple[LocatedLabel, ...] = ()
    record: str = ""

    def within(self, folder: str) -> "LocatedFinding":
        """The same, with paths from further up: `folder` (“news/”, or empty) leads there."""
        related = tuple(replace(one, region=one.region.within(folder)) for one in self.related)
        return replace(self, region=self.region.within(folder), related=related)

    @property
    def fingerprint(self) -> str:
        """What stays of a finding when lines move: its rule, file, record, field and message."""
        place = self.finding.place
        steps = [step for step in place.route if isinstance(step, str)]
        parts = [self.finding.kind.code, place.path, self.record, *steps, self.finding.message]
        return sha256("\0".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class RuleText:
    """What a rule says of itself: one sentence, why it matters, and its whole page in Markdown.

    `former` holds the codes that it had before.
    """

    summary: str
    why: str
    page: str
    former: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """All findings of a run in the order of files and lines, and the documents to show them in.

    `waived` findings were silenced by a waiver, `known` ones (None: no baseline) by a baseline.
    `rules` holds what the rules of the findings say, by code.
    """

    findings: tuple[LocatedFinding, ...]
    documents: Mapping[str, Document]
    waived: int = 0
    known: int | None = None
    rules: Mapping[str, RuleText] = field(default_factory=dict)

    def count(self, severity: Severity) -> int:
        """How many findings of this severity."""
        return sum(1 for item in self.findings if item.finding.kind.severity is severity)

    def within(self, folder: str) -> "Report":
        """The same, with paths from further up: `folder` (“news/”, or empty) leads to the project.

        Hosts of repositories name files from the top of the repository.
        """
        if not folder:
            return self
        moved = tuple(item.within(folder) for item in self.findings)
        return replace(self, findings=moved, documents=_Within(self.documents, folder))

    def fails(self, level: Severity) -> bool:
        """Whether anything stands at or above the failing level."""
        return any(item.finding.kind.severity >= level for item in self.findings)

    def gravest_first(self) -> list[LocatedFinding]:
        """Errors, then warnings, then notes; each in the order of files and lines."""
        return sorted(self.findings, key=lambda item: -item.finding.kind.severity)


class _Within(Mapping[str, Document]):
    """Documents by their paths from further up."""

    def __init__(self, documents: Mapping[str, Document], folder: str) -> None:
        self._documents, self._folder = documents, folder

    def __getitem__(self, path: str) -> Document:
        if not path.startswith(self._folder):
            raise KeyError(path)
        return self._documents[path.removeprefix(self._folder)]

    def __iter__(self) -> Iterator[str]:
        return (f"{self._folder}{path}" for path in self._documents)

    def __len__(self) -> int:
        return len(self._documents)
