"""BAR003 overdue-barrier: a barrier that was to be looked at again by a day that is past."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.freshness import has_ended, is_past
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model.barrier import Barrier
from briefbook.rules import Rule, each

KIND = Kind("BAR003", "overdue-barrier", Severity.warning)


def check(placed: Placed[Barrier], edition: Edition) -> Iterator[Finding]:
    """Whether a barrier that has not ended is past its review day."""
    record = placed.record
    if has_ended(record.in_force, edition.today):
        return
    if is_past(record.review_by, edition.today):
        yield Finding(
            KIND,
            "This barrier was due to be looked at again by "
            f"{record.review_by.text if record.review_by else ''}.",
            placed.place("review_by"),
            "See whether it still stands: set `last_confirmed` and the next `review_by`, or the "
            "end of `in_force`.",
        )


RULE = Rule(KIND, __name__, each(Barrier)(check), timely=True)
