"""JDG004 confidence-without-reason: a judgment that does not say why it is as sure as it is."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Judgment
from briefbook.rules import Rule, each

KIND = Kind("JDG004", "confidence-without-reason", Severity.warning)


def check(placed: Placed[Judgment], edition: Edition) -> Iterator[Finding]:
    """Whether a confidence has its reason."""
    if placed.record.confidence and not placed.record.confidence_because:
        yield Finding(
            KIND,
            f"{placed.record.confidence.capitalize()} confidence is given without a reason.",
            placed.place("confidence"),
            "Add `confidence_because:`: how many sources, how good, and what is missing.",
        )


RULE = Rule(KIND, __name__, each(Judgment)(check))
