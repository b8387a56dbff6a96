"""BAR002 undated-barrier: a barrier that does not say since when it stands."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model.barrier import Barrier
from briefbook.rules import Rule, each

KIND = Kind("BAR002", "undated-barrier", Severity.warning)


def check(placed: Placed[Barrier], edition: Edition) -> Iterator[Finding]:
    """Whether it has dates, be they `unknown`."""
    if placed.record.in_force is None:
        yield Finding(
            KIND,
            "This barrier does not say since when it stands.",
            placed.place("id"),
            "Add `in_force:`, such as 2022-04-06/.. for one that has no known end; a year will "
            "do, and `unknown` if nothing was found.",
        )


RULE = Rule(KIND, __name__, each(Barrier)(check))
