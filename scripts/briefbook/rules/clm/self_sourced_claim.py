"""CLM005 self-sourced-claim: a supported claim that only the claimant vouches for."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.self_sourced import is_self_sourced
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Verdict
from briefbook.rules import Rule, each

KIND = Kind("CLM005", "self-sourced-claim", Severity.warning)


def check(placed: Placed[Claim], edition: Edition) -> Iterator[Finding]:
    """Whether all origins of the support are whoever makes the claim, or of one hand with them."""
    if placed.record.verdict is Verdict.supported and is_self_sourced(placed, edition):
        yield Finding(
            KIND,
            "Everything that supports this claim comes from whoever makes it, or from its text.",
            placed.place("verdict"),
            "Find somebody else who knows, or call it unverified; if it is only claimed that it "
            "was *said*, let the statement say so.",
        )


RULE = Rule(KIND, __name__, each(Claim)(check))
