"""QST001 idle-question: a question on which nothing hangs."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model.question import Question
from briefbook.rules import Rule, each

KIND = Kind("QST001", "idle-question", Severity.warning)


def check(placed: Placed[Question], edition: Edition) -> Iterator[Finding]:
    """Whether a question that waits bears on something."""
    if placed.record.is_open and not placed.record.bears_on:
        yield Finding(
            KIND,
            "This question bears on nothing in the brief.",
            placed.place("id"),
            "Add `bears_on:` with the claims and judgments that its answer could change.",
        )


RULE = Rule(KIND, __name__, each(Question)(check))
