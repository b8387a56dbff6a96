"""Baseline: the findings that old content is known to have, so that only new ones fail."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefbook.findings import Report


class UnreadableBaseline(ValueError):
    """A file that is no baseline; the message says what is wrong with it."""


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
        try:
            data = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise UnreadableBaseline("it is not JSON") from error
        version = data.get("version") if isinstance(data, dict) else None
        if not isinstance(data, dict) or type(version) is not int or version != 1:
            raise UnreadableBaseline("it is no baseline of version 1")
        files = data.get("findings")
        if not isinstance(files, dict) or not all(map(_is_counts, files.values())):
            raise UnreadableBaseline("its “findings” are no numbers by file and fingerprint")
        return cls(files)

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


def _is_counts(marks: object) -> bool:
    return isinstance(marks, dict) and all(
        isinstance(n, int) and not isinstance(n, bool) and n >= 0 for n in marks.values()
    )
