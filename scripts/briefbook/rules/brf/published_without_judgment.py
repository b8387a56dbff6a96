"""BRF002 published-without-judgment: a published brief that concludes nothing."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Brief, Status
from briefbook.model.standing import not_withdrawn
from briefbook.rules import Rule, each

KIND = Kind("BRF002", "published-without-judgment", Severity.warning)


def check(placed: Placed[Brief], edition: Edition) -> Iterator[Finding]:
    """Whether a published brief has a key judgment that stands."""
    brief = placed.record
    key = [item for item in not_withdrawn(brief.judgments, brief) if item.key]
    if brief.status is Status.published and not key:
        yield Finding(
            KIND,
            "This brief is published, and it has no key judgment.",
            placed.place("status"),
            "Add a judgment that says what the claims amount to; evaluative ones need no "
            "likelihood.",
        )


RULE = Rule(KIND, __name__, each(Brief)(check))
