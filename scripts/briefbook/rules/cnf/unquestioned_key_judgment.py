"""CNF004 unquestioned-key-judgment: unsure of a key judgment, and no open question bears on it."""

from collections.abc import Iterator

from briefbook.analysis.dependencies import reachable
from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed, Target
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Confidence, Judgment
from briefbook.model.question import Question
from briefbook.model.standing import is_history
from briefbook.rules import Rule, current_at, current_records, whole

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
    for placed in filter(_is_unsure, current_records(edition, Judgment)):
        if placed.target not in asked:
            yield _finding(placed)


def in_file(edition: Edition, path: str) -> Iterator[Finding]:
    """The same in one file: of each judgment it is looked for what bears on it or its basis."""
    for placed in filter(_is_unsure, current_at(edition, path, Judgment)):
        basis = reachable([placed.target], edition.dependencies.basis)
        if not any(_is_asked(target, edition) for target in basis):
            yield _finding(placed)


def _is_unsure(placed: Placed[Judgment]) -> bool:
    return placed.record.key and placed.record.confidence in _UNSURE


def _is_asked(target: Target, edition: Edition) -> bool:
    """Whether a question that is open bears on it."""
    asking = (
        (edition.records.get(Target("record", link.record, link.brief)), link.brief)
        for link in edition.corpus.links.to(target)
        if "bears_on" in link.reference.route
    )
    return any(
        isinstance(question, Question)
        and question.is_open
        and not is_history(question, edition.briefs.get(brief))
        for question, brief in asking
    )


def _finding(placed: Placed[Judgment]) -> Finding:
    level = (placed.record.confidence or "").capitalize()
    return Finding(
        KIND,
        f"{level} confidence, and no open question bears on this judgment or on what it leans on.",
        placed.place("confidence"),
        "Write down under `questions:` what would make you surer, with `bears_on:` this judgment "
        "or the claim in doubt.",
    )


RULE = Rule(KIND, __name__, whole(check, in_file))
