"""WVR005 waiver-without-end: a waiver that would hold for ever."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model.waiver import Waiver
from briefbook.rules import Rule, each

KIND = Kind("WVR005", "waiver-without-end", Severity.warning)


def check(placed: Placed[Waiver], edition: Edition) -> Iterator[Finding]:
    """Whether there is a last day."""
    if placed.record.until is None or placed.record.until.latest is None:
        yield Finding(
            KIND,
            f"This waiver of {placed.record.rule} has no end date.",
            placed.place("rule"),
            "Add `until:` with the day on which somebody should look again.",
        )


RULE = Rule(KIND, __name__, each(Waiver)(check))
