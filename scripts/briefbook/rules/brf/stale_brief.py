"""BRF001 stale-brief: a published brief past the day on which it was to be reviewed."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.freshness import is_past
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Brief, Status
from briefbook.rules import Rule, each

KIND = Kind("BRF001", "stale-brief", Severity.warning)


def check(placed: Placed[Brief], edition: Edition) -> Iterator[Finding]:
    """Whether its review day lies before today."""
    brief = placed.record
    if brief.status is Status.published and is_past(brief.review_by, edition.today):
        yield Finding(
            KIND,
            f"This brief was due for review by {brief.review_by.text if brief.review_by else ''}.",
            placed.place("review_by"),
            "Read it again, mend what has changed, and set `updated` and the next `review_by`.",
        )


RULE = Rule(KIND, __name__, each(Brief)(check), timely=True)
