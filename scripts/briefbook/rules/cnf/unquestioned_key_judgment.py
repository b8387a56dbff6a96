"""CNF004 unquestioned-key-judgment: unsure of a key judgment, and no open question bears on it."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Confidence, Judgment
from briefbook.model.question import Question
from briefbook.rules import Rule, current_records, whole

KIND = Kind("CNF004", "unquestioned-key-judgment", Severity.warning)
_UNSURE = (Confidence.moderate, Confidence.low)


def check(edition: Edition) -> Iterator[Finding]:
    """Key judgments of moderate or low confidence on which no open question bears."""
    asked = {
        judgment
        for question in current_records(edition, Question)
        if question.record.is_open
        for judgment in edition.dependencies.waiting[question.target]
    }
    for placed in current_records(edition, Judgment):
        record = placed.record
        unsure = record.key and record.confidence in _UNSURE
        if unsure and placed.target not in asked:
            yield _finding(placed)


def _finding(placed: Placed[Judgment]) -> Finding:
    level = (placed.record.confidence or "").capitalize()
    return Finding(
        KIND,
        f"{level} confidence, and no open question bears on this judgment or on what it leans on.",
        placed.place("confidence"),
        "Write down under `questions:` what would make you surer, with `bears_on:` this judgment "
        "or the claim in doubt.",
    )


RULE = Rule(KIND, __name__, whole(check))
