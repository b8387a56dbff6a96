"""BRF004 superseded-without-successor: a brief that something replaces, and nobody says what."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Brief, Status
from briefbook.rules import Rule, every_brief

KIND = Kind("BRF004", "superseded-without-successor", Severity.warning)


def check(placed: Placed[Brief], edition: Edition) -> Iterator[Finding]:
    """Whether a superseded brief names the brief that takes its place."""
    if placed.record.status is Status.superseded and not placed.record.superseded_by:
        yield Finding(
            KIND,
            "This brief is superseded, and it does not say by which one.",
            placed.place("status"),
            "Add `superseded_by:` with the id of the newer brief, or call it withdrawn and say "
            "why.",
        )


RULE = Rule(KIND, __name__, every_brief(check))
