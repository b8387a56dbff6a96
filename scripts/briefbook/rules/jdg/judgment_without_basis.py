"""JDG001 judgment-without-basis: a conclusion that leans on nothing."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Judgment
from briefbook.rules import Rule, each

KIND = Kind("JDG001", "judgment-without-basis", Severity.warning)


def check(placed: Placed[Judgment], edition: Edition) -> Iterator[Finding]:
    """Whether it depends on something."""
    if not placed.record.depends_on:
        yield Finding(
            KIND,
            "This judgment leans on nothing that the brief shows.",
            placed.place("id"),
            "Add `depends_on:` with the claims and assumptions that it follows from.",
        )


RULE = Rule(KIND, __name__, each(Judgment)(check))
