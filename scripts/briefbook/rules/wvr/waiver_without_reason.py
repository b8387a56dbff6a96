"""WVR003 waiver-without-reason: a waiver that does not say why."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model.waiver import Waiver
from briefbook.rules import Rule, each

KIND = Kind("WVR003", "waiver-without-reason", Severity.warning)


def check(placed: Placed[Waiver], edition: Edition) -> Iterator[Finding]:
    """Whether there is a reason."""
    if not placed.record.reason:
        yield Finding(
            KIND,
            f"This waiver of {placed.record.rule} gives no reason.",
            placed.place("rule"),
            "Add `reason:` with a sentence that a reader would accept.",
        )


RULE = Rule(KIND, __name__, each(Waiver)(check))
