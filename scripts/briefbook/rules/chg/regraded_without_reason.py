"""CHG007 regraded-without-reason: a source has another grade, and nothing says why."""

from collections.abc import Iterator

from briefbook.analysis.changes import Comparison
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Record
from briefbook.rules import Rule
from briefbook.rules.chg import changed_sources
from briefbook.text.reasons import says_more

KIND = Kind("CHG007", "regraded-without-reason", Severity.warning)


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Whether a new grade comes with a reason of its own."""
    for placed, old, new in changed_sources(comparison):
        if not old.reliability:
            continue
        if not new.reliability:
            yield _ungraded(placed, old.reliability[-1].grade.value)
            continue
        was, now = old.reliability[-1], new.reliability[-1]
        if was.grade is now.grade or says_more(was.because, now.because):
            continue
        yield Finding(
            KIND,
            f"The source “{placed.id}” went from {was.grade.value} to {now.grade.value} without a "
            "reason for the new grade.",
            placed.place("reliability"),
            "Keep the old grade in the list and add the new one with its day and reason: "
            f"`{{grade: {now.grade.value}, on: …, because: …}}`.",
        )


def _ungraded(placed: Placed[Record], grade: str) -> Finding:
    return Finding(
        KIND,
        f"The source “{placed.id}” had the grade {grade} and has none now.",
        placed.place("title", on_key=True),
        "Keep the old grade; if it cannot be judged any more, add `{grade: F, on: …, because: …}`.",
    )


RULE = Rule(KIND, __name__, compare=compare)
