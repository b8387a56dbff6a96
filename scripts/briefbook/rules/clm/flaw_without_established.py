"""CLM006 flaw-without-established: a claim is said to be flawed, and not what holds instead."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim
from briefbook.rules import Rule, each

KIND = Kind("CLM006", "flaw-without-established", Severity.warning)


def check(placed: Placed[Claim], edition: Edition) -> Iterator[Finding]:
    """Whether a flaw comes with what is established."""
    if placed.record.flaw and not placed.record.established:
        yield Finding(
            KIND,
            f"The flaw “{placed.record.flaw}” is named, but not what does hold.",
            placed.place("flaw"),
            "Add `established:` with one sentence that a reader can take away.",
        )


RULE = Rule(KIND, __name__, each(Claim)(check))
