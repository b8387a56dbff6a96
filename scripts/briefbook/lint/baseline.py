"""Baseline: the findings that old content is known to have, so that only new ones fail."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from briefbook.findings import Report
from briefbook.model.versioned_json import UnreadableJson, Version1, read_versioned


class UnreadableBaseline(UnreadableJson):
    """A file that is no baseline; the message says what is wrong with it."""


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)

    version: Version1
    findings: dict[str, dict[str, Annotated[int, Field(ge=0)]]]


@dataclass(frozen=True, slots=True)
class Baseline:
    """How often each finding is known, by its file and its fingerprint."""

    known: Mapping[str, Mapping[str, int]]

    @classmethod
    def of(cls, report: Report) -> "Baseline":
        """All findings of a report."""
        found: dict[str, Counter[str]] = {}
        for item in report.findings:
            path = item.finding.place.path
            found.setdefault(path, Counter())[item.fingerprint] += 1
        return cls(found)

    @classmethod
    def parse(cls, text: str) -> "Baseline":
        """Read a baseline file.

        Raises UnreadableBaseline.
        """
        return cls(read_versioned(_File, text, UnreadableBaseline).findings)

    def text(self) -> str:
        """The file: JSON, sorted, so that a change to it reads well in a diff."""
        files = {path: dict(sorted(marks.items())) for path, marks in sorted(self.known.items())}
        return json.dumps({"version": 1, "findings": files}, ensure_ascii=False, indent=2) + "\n"

    def without_known(self, report: Report) -> Report:
        """The report with its new findings only, and the number of known ones."""
        left = {path: Counter(marks) for path, marks in self.known.items()}
        new = []
        for item in report.findings:
            marks = left.get(item.finding.place.path, Counter())
            if marks[item.fingerprint] > 0:
                marks[item.fingerprint] -= 1
            else:
                new.append(item)
        return replace(report, findings=tuple(new), known=len(report.findings) - len(new))

    def gone(self, report: Report) -> int:
        """How many known findings a full report does not have any more."""
        now = Baseline.of(report).known
        return sum(
            max(0, number - now.get(path, {}).get(mark, 0))
            for path, marks in self.known.items()
            for mark, number in marks.items()
        )
