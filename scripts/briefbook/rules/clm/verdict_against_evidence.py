"""CLM002 verdict-against-evidence: a verdict that the evidence does not lead to."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Stance, Verdict
from briefbook.rules import Rule, each

KIND = Kind("CLM002", "verdict-against-evidence", Severity.warning)


def check(placed: Placed[Claim], edition: Edition) -> Iterator[Finding]:
    """Whether neither the evidence of the day nor all evidence leaves room for the verdict.

    Claims without evidence, disputes without an answer and resolved forecasts have rules of
    their own.
    """
    claim = placed.record
    if not any(placed.evidence()) and claim.verdict is not Verdict.open:
        return
    if claim.verdict is Verdict.supported and _is_disputed(claim):
        return
    if claim.forecast and claim.forecast.resolution:
        return
    on_the_day, in_all = (
        edition.verdicts.of(claim, placed.brief),
        edition.verdicts.in_hindsight(claim),
    )
    if claim.verdict not in on_the_day.allows | in_all.allows:
        yield Finding(
            KIND,
            f"The verdict is “{claim.verdict}”, but the evidence suggests "
            f"“{on_the_day.verdict}”: {on_the_day.reason}.",
            placed.place("verdict"),
            "Change the verdict, add the evidence that it rests on, or correct a stance; if the "
            "verdict is right all the same, waive this and say why.",
        )


def _is_disputed(claim: Claim) -> bool:
    return any(item.stance is Stance.disputes and not item.answered for item in claim.evidence)


RULE = Rule(KIND, __name__, each(Claim)(check))
