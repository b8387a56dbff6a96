"""WVR002 expired-waiver: a waiver whose end date is past; it silences nothing any more."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.freshness import is_past
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model.waiver import Waiver
from briefbook.rules import Rule, each

KIND = Kind("WVR002", "expired-waiver", Severity.warning)


def check(placed: Placed[Waiver], edition: Edition) -> Iterator[Finding]:
    """Whether `until` lies before today."""
    if is_past(placed.record.until, edition.today):
        yield Finding(
            KIND,
            f"This waiver ended on {placed.record.until.text if placed.record.until else ''}.",
            placed.place("until"),
            "Mend what it set aside, or look again and give a new reason and a new date.",
        )


RULE = Rule(KIND, __name__, each(Waiver)(check), timely=True)
