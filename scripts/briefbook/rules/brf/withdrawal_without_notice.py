"""BRF007 withdrawal-without-notice: something is withdrawn, and readers are not told what of it."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Brief, Status
from briefbook.model.record import id_of
from briefbook.model.record_types import of_briefs, records_of
from briefbook.model.withdrawal import Withdrawal
from briefbook.rules import PUBLIC_STATUSES, Rule, every_brief

KIND = Kind("BRF007", "withdrawal-without-notice", Severity.warning)


def check(placed: Placed[Brief], edition: Edition) -> Iterator[Finding]:
    """Whether a withdrawn brief, and each withdrawn record of a published one, has a notice."""
    brief = placed.record
    if brief.status is Status.withdrawn and brief.withdrawn is None:
        yield Finding(
            KIND,
            "This brief is withdrawn, and nobody says when and why.",
            placed.place("status"),
            "Add `withdrawn: {date: …, reason: …, notice: …}`; the page stays and shows it.",
        )
    if brief.status not in PUBLIC_STATUSES:
        return
    if brief.withdrawn and not brief.withdrawn.notice:
        yield _silent(placed, "This brief")
    for kind in of_briefs():
        for index, record in enumerate(records_of(brief, kind)):
            withdrawn: Withdrawal | None = getattr(record, "withdrawn", None)
            if withdrawn and not withdrawn.notice:
                name = id_of(record)
                yield _silent(placed, f"“{name}”" if name else "This", kind.listed, index)


def _silent(placed: Placed[Brief], what: str, *steps: str | int) -> Finding:
    return Finding(
        KIND,
        f"{what} is withdrawn, and readers are not told what they should know of it.",
        placed.place(*steps, "withdrawn"),
        "Add a `notice:` in a sentence: what was wrong, and what holds instead.",
    )


RULE = Rule(KIND, __name__, every_brief(check))
