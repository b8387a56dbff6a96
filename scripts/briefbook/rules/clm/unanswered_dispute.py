"""CLM003 unanswered-dispute: a supported claim with evidence against it that nobody answers."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Stance, Verdict
from briefbook.rules import Rule, each

KIND = Kind("CLM003", "unanswered-dispute", Severity.warning)


def check(placed: Placed[Claim], edition: Edition) -> Iterator[Finding]:
    """Each dispute of a supported claim that has no answer."""
    if placed.record.verdict is not Verdict.supported:
        return
    for index, item in enumerate(placed.record.evidence):
        if item.stance is Stance.disputes and not item.answered:
            yield Finding(
                KIND,
                f"The claim is called supported, but “{item.source}” disputes it.",
                placed.place("evidence", index, "stance"),
                "Say under `answered:` of this item why it does not decide, or call the claim "
                "contested.",
            )


RULE = Rule(KIND, __name__, each(Claim)(check))
