"""CLM008 several-sentences: a statement that is more than one sentence."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim
from briefbook.rules import Rule, each
from briefbook.text.sentences import sentences

KIND = Kind("CLM008", "several-sentences", Severity.warning)


def check(placed: Placed[Claim], edition: Edition) -> Iterator[Finding]:
    """Whether the statement is one sentence."""
    number = len(list(sentences(placed.record.statement)))
    if number > 1:
        yield Finding(
            KIND,
            f"This statement has {number} sentences.",
            placed.place("statement"),
            "Keep the one sentence that is checked; the rest belongs in `reasoning`, or is a "
            "claim of its own.",
        )


RULE = Rule(KIND, __name__, each(Claim)(check))
