"""QST002 answered-without-answer: a question called answered, without answer or evidence."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model.question import Question, QuestionStatus
from briefbook.rules import Rule, each

KIND = Kind("QST002", "answered-without-answer", Severity.warning)


def check(placed: Placed[Question], edition: Edition) -> Iterator[Finding]:
    """Whether an answered question has an answer and evidence."""
    if placed.record.status is not QuestionStatus.answered:
        return
    lacking = [name for name in ("answer", "evidence") if not getattr(placed.record, name)]
    if lacking:
        yield Finding(
            KIND,
            f"This question is called answered, but it has no {' and no '.join(lacking)}.",
            placed.place("status"),
            "Give the answer and what it rests on, or call the question partly answered.",
        )


RULE = Rule(KIND, __name__, each(Question)(check))
