"""CNF004 unquestioned-key-judgment: unsure of a key judgment, and no open question bears on it."""

from collections.abc import Iterator

from briefbook.analysis.dependencies import reachable
from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed, Target
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Confidence, Judgment
from briefbook.model.question import Question
from briefbook.model.standing import is_history
from briefbook.rules import Rule, current_at, each_file

KIND = Kind("CNF004", "unquestioned-key-judgment", Severity.warning)
_UNSURE = (Confidence.moderate, Confidence.low)


def check(edition: Edition, path: str) -> Iterator[Finding]:
    """Key judgments of moderate or low confidence, of which neither they nor what they lean on is
    under an open question."""
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


RULE = Rule(KIND, __name__, each_file(check))
