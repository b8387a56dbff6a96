"""CLM003 unanswered-dispute: a supported claim with evidence against it that nobody answers."""

from collections.abc import Iterator

from briefbook.analysis.chronology import split
from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Stance, Verdict
from briefbook.rules import Rule, each

KIND = Kind("CLM003", "unanswered-dispute", Severity.warning)


def check(placed: Placed[Claim], edition: Edition) -> Iterator[Finding]:
    """Each dispute of a supported claim that was known on its day and has no answer; once a
    forecast has come out, its outcome is the answer."""
    claim = placed.record
    if claim.verdict is not Verdict.supported or (claim.forecast and claim.forecast.resolution):
        return
    since = {id(item) for item in split(claim, edition.sources, placed.brief)[1]}
    for index, item in enumerate(claim.evidence):
        if item.stance is Stance.disputes and not item.answered and id(item) not in since:
            yield Finding(
                KIND,
                f"The claim is called supported, but “{item.source}” disputes it.",
                placed.place("evidence", index, "stance"),
                "Say under `answered:` of this item why it does not decide, or call the claim "
                "contested.",
            )


RULE = Rule(KIND, __name__, each(Claim)(check))
