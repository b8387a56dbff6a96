"""SRC003 grade-without-reason: a reliability grade that does not say why."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Source
from briefbook.rules import Rule, each

KIND = Kind("SRC003", "grade-without-reason", Severity.warning)


def check(placed: Placed[Source], edition: Edition) -> Iterator[Finding]:
    """Whether the newest grade has a reason."""
    grades = placed.record.reliability
    if grades and not grades[-1].because:
        yield Finding(
            KIND,
            f"The grade {grades[-1].grade} of “{placed.id}” is given without a reason.",
            placed.place("reliability", len(grades) - 1, "grade"),
            "Write `reliability: {grade: …, on: …, because: …}`: one sentence is enough.",
        )


RULE = Rule(KIND, __name__, each(Source)(check))
