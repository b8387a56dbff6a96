"""What happened to a question, told by its status."""

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.model.question import QuestionStatus

_FAR = {
    QuestionStatus.open: 0,
    QuestionStatus.partly_answered: 1,
    QuestionStatus.answered: 2,
    QuestionStatus.moot: 3,
}


def kind_of_status(before: QuestionStatus, after: QuestionStatus) -> ChangeKind:
    """Reopened where it went back, else the status that it has now."""
    if _FAR[after] < _FAR[before]:
        return ChangeKind.question_reopened
    return ChangeKind(f"question-{after.value}")
