"""BRF007 withdrawal-without-notice: something is withdrawn, and readers are not told what of it."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Brief, Status
from briefbook.model.withdrawal import Withdrawal
from briefbook.rules import OUT, Rule, every_brief

KIND = Kind("BRF007", "withdrawal-without-notice", Severity.warning)
_LISTS = ("judgments", "claims", "barriers", "questions", "assumptions", "hypotheses", "events")


def check(at: Placed[Brief], edition: Edition) -> Iterator[Finding]:
    """Whether a withdrawn brief, and each withdrawn record of a published one, has a notice."""
    brief = at.record
    if brief.status is Status.withdrawn and brief.withdrawn is None:
        yield Finding(
            KIND,
            "This brief is withdrawn, and nobody says when and why.",
            at.place("status"),
            "Add `withdrawn: {date: …, reason: …, notice: …}`; the page stays and shows it.",
        )
    if brief.status not in OUT:
        return
    if brief.withdrawn and not brief.withdrawn.notice:
        yield _silent(at, "This brief")
    for name in _LISTS:
        for index, record in enumerate(getattr(brief, name)):
            withdrawn: Withdrawal | None = getattr(record, "withdrawn", None)
            if withdrawn and not withdrawn.notice:
                yield _silent(at, f"“{record.id}”" if record.id else "This", name, index)


def _silent(at: Placed[Brief], what: str, *steps: str | int) -> Finding:
    return Finding(
        KIND,
        f"{what} is withdrawn, and readers are not told what they should know of it.",
        at.place(*steps, "withdrawn"),
        "Add a `notice:` in a sentence: what was wrong, and what holds instead.",
    )


RULE = Rule(KIND, __name__, every_brief(check))
