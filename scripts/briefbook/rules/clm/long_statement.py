"""CLM009 long-statement: a statement of more than 240 characters."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim
from briefbook.rules import Rule, each

KIND = Kind("CLM009", "long-statement", Severity.warning)
MOST = 240


def check(placed: Placed[Claim], edition: Edition) -> Iterator[Finding]:
    """Whether the statement is short enough to be a heading."""
    length = len(placed.record.statement)
    if length > MOST:
        yield Finding(
            KIND,
            f"This statement has {length} characters; {MOST} are the most.",
            placed.place("statement"),
            "Say the one thing that is checked; background belongs in `reasoning`.",
        )


RULE = Rule(KIND, __name__, each(Claim)(check))
