"""ASM001 unowned-assumption: an assumption that nobody is to look at again."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model.assumption import Assumption
from briefbook.rules import Rule, each

KIND = Kind("ASM001", "unowned-assumption", Severity.warning)


def check(placed: Placed[Assumption], edition: Edition) -> Iterator[Finding]:
    """Whether an assumption has somebody who looks after it, or a day to look again."""
    record, brief = placed.record, placed.brief
    owned = record.owner or record.review_by or (brief and (brief.owner or brief.review_by))
    if not owned:
        yield Finding(
            KIND,
            "Nobody is to look at this assumption again.",
            placed.place("statement"),
            "Add `review_by:`, or `owner:` with the name of somebody who looks after it; those of "
            "the brief count for all its assumptions.",
        )


RULE = Rule(KIND, __name__, each(Assumption)(check))
