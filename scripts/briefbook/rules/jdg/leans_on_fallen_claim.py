"""JDG002 leans-on-fallen-claim: a judgment that rests on a refuted or a withdrawn claim."""

from collections.abc import Iterator

from briefbook.analysis.dependencies import target_of
from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Judgment, Verdict
from briefbook.rules import Rule, each

KIND = Kind("JDG002", "leans-on-fallen-claim", Severity.warning)


def check(placed: Placed[Judgment], edition: Edition) -> Iterator[Finding]:
    """Whether a claim under `depends_on` is withdrawn, or refuted with nothing left of it."""
    for index, name in enumerate(placed.record.depends_on):
        target = target_of(name, placed.brief_id)
        claim = edition.records.get(target)
        gone = edition.is_withdrawn(target)
        if isinstance(claim, Claim) and (how := "withdrawn" if gone else _fallen(claim)):
            yield Finding(
                KIND,
                f"This judgment leans on “{name}”, which is {how}.",
                placed.place("depends_on", index),
                "Reconsider the judgment; if it follows from what does hold, say that under "
                "`established` of the claim.",
            )


def _fallen(claim: Claim) -> str:
    if claim.verdict is Verdict.refuted and not claim.established:
        return "refuted, and nothing is said to hold instead"
    return ""


RULE = Rule(KIND, __name__, each(Judgment)(check))
