"""CLM006 flaw-without-established: a claim is said to be flawed, and not what holds instead."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Verdict
from briefbook.rules import Rule, each

KIND = Kind("CLM006", "flaw-without-established", Severity.warning)


def check(placed: Placed[Claim], edition: Edition) -> Iterator[Finding]:
    """Whether a flaw, or a verdict that a part holds, comes with what is established."""
    claim = placed.record
    if claim.established:
        return
    if claim.flaw or claim.verdict is Verdict.partly_supported:
        yield Finding(
            KIND,
            f"The flaw “{claim.flaw}” is named, but not what does hold."
            if claim.flaw
            else "A part of this claim is said to hold, but not which.",
            placed.place("flaw" if claim.flaw else "verdict"),
            "Add `established:` with one sentence that a reader can take away.",
        )


RULE = Rule(KIND, __name__, each(Claim)(check))
