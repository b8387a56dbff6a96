"""QST003 question-without-indicators: a question that does not say what would answer it."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model.question import Question
from briefbook.rules import Rule, each

KIND = Kind("QST003", "question-without-indicators", Severity.warning)


def check(placed: Placed[Question], edition: Edition) -> Iterator[Finding]:
    """Whether a question that waits has indicators."""
    if placed.record.is_open and not placed.record.indicators:
        yield Finding(
            KIND,
            "Nothing says what would answer this question.",
            placed.place("id"),
            "Add `indicators:`: documents, figures or events that would settle it if they were "
            "found.",
        )


RULE = Rule(KIND, __name__, each(Question)(check))
