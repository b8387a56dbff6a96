"""What happened to a question, told by its status."""

from briefbook.model.question import QuestionStatus

_FAR = {
    QuestionStatus.open: 0,
    QuestionStatus.partly_answered: 1,
    QuestionStatus.answered: 2,
    QuestionStatus.moot: 3,
}


def kind_of_status(before: QuestionStatus, after: QuestionStatus) -> str:
    """Reopened where it went back, else the status that it has now."""
    if _FAR[after] < _FAR[before]:
        return "question-reopened"
    return f"question-{after.value}"
