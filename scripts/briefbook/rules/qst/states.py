"""Which questions still wait for an answer."""

from briefbook.model.question import Question, QuestionStatus


def is_waiting(question: Question) -> bool:
    """Whether it is open or only partly answered."""
    return question.status in (QuestionStatus.open, QuestionStatus.partly_answered)
