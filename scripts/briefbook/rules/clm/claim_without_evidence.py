"""CLM001 claim-without-evidence: a verdict on nothing."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Verdict
from briefbook.rules import Rule, each

KIND = Kind("CLM001", "claim-without-evidence", Severity.warning)
_DECIDED = (Verdict.supported, Verdict.partly_supported, Verdict.contested, Verdict.refuted)


def check(placed: Placed[Claim], edition: Edition) -> Iterator[Finding]:
    """Whether a decided claim has any item of evidence, its outcome's included."""
    if placed.record.verdict in _DECIDED and not any(placed.evidence()):
        yield Finding(
            KIND,
            f"This claim is called {placed.record.verdict}, and no evidence is given.",
            placed.place("verdict"),
            "Add `evidence:` with what was read for it, or call it unverified.",
        )


RULE = Rule(KIND, __name__, each(Claim)(check))
