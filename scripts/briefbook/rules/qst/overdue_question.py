"""QST004 overdue-question: a question that was to be looked at again by a day that is past."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.freshness import is_past
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model.question import Question
from briefbook.rules import Rule, each

KIND = Kind("QST004", "overdue-question", Severity.warning)


def check(placed: Placed[Question], edition: Edition) -> Iterator[Finding]:
    """Whether a question that waits is past its review day."""
    if placed.record.is_open and is_past(placed.record.review_by, edition.today):
        yield Finding(
            KIND,
            "This question was due to be looked at again by "
            f"{placed.record.review_by.text if placed.record.review_by else ''}.",
            placed.place("review_by"),
            "Look again: note under `searched:` where and what was found, and set the next day.",
        )


RULE = Rule(KIND, __name__, each(Question)(check), timely=True)
