"""JDG002 leans-on-fallen-claim: what rests on a refuted or a withdrawn claim."""

from collections.abc import Iterator

from briefbook.analysis.dependencies import target_of
from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Judgment, Verdict
from briefbook.model.record_types import record_type_of
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule, each

KIND = Kind("JDG002", "leans-on-fallen-claim", Severity.warning)


def check(placed: Placed[Identified], edition: Edition) -> Iterator[Finding]:
    """Whether a claim under `depends_on` is withdrawn, or refuted with nothing left of it."""
    record = placed.record
    depends_on = record.depends_on if isinstance(record, Judgment | Claim) else ()
    for index, lean in enumerate(depends_on):
        name = lean.record
        target = target_of(name, placed.brief_id)
        claim = edition.records.get(target)
        gone = edition.is_withdrawn(target)
        if isinstance(claim, Claim) and (how := "withdrawn" if gone else _fallen(claim)):
            yield Finding(
                KIND,
                f"This {record_type_of(record).noun} leans on “{name}”, which is {how}.",
                placed.place("depends_on", index),
                "Reconsider it; if it follows from what does hold, say that under "
                "`established` of the claim.",
            )


def _fallen(claim: Claim) -> str:
    if claim.verdict is Verdict.refuted and not claim.established:
        return "refuted, and nothing is said to hold instead"
    return ""


RULE = Rule(KIND, __name__, each(Judgment, Claim)(check))
