"""BAR004 barrier-without-way-out: a barrier that does not say what would lift it."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.freshness import has_ended
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model.barrier import Barrier
from briefbook.rules import Rule, each

KIND = Kind("BAR004", "barrier-without-way-out", Severity.warning)


def check(placed: Placed[Barrier], edition: Edition) -> Iterator[Finding]:
    """Whether a barrier that has not ended says what would lift it."""
    if not placed.record.would_lift and not has_ended(placed.record.in_force, edition.today):
        yield Finding(
            KIND,
            "Nothing says what would lift this barrier.",
            placed.place("id"),
            "Add `would_lift:`: the decision, event or development after which it would be gone.",
        )


RULE = Rule(KIND, __name__, each(Barrier)(check))
