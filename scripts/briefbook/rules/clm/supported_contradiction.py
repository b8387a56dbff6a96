"""CLM011 supported-contradiction: two claims that exclude each other and are both supported."""

from collections.abc import Iterator

from briefbook.analysis.dependencies import target_of
from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Verdict
from briefbook.rules import Rule, each

KIND = Kind("CLM011", "supported-contradiction", Severity.warning)


def check(placed: Placed[Claim], edition: Edition) -> Iterator[Finding]:
    """Whether a supported claim contradicts another supported one."""
    if placed.record.verdict is not Verdict.supported:
        return
    for index, name in enumerate(placed.record.contradicts):
        target = target_of(name, placed.brief_id)
        other = edition.records.get(target)
        if edition.is_withdrawn(target):
            continue
        if isinstance(other, Claim) and other.verdict is Verdict.supported:
            yield Finding(
                KIND,
                f"This claim and “{name}” contradict each other, and both are called supported.",
                placed.place("contradicts", index),
                "One of the verdicts is wrong, or the two do not exclude each other: then take "
                "`contradicts` out.",
            )


RULE = Rule(KIND, __name__, each(Claim)(check))
