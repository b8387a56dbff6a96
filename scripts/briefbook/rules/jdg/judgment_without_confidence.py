"""JDG003 judgment-without-confidence: a conclusion that does not say how firm its basis is."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Judgment
from briefbook.rules import Rule, each

KIND = Kind("JDG003", "judgment-without-confidence", Severity.warning)


def check(placed: Placed[Judgment], edition: Edition) -> Iterator[Finding]:
    """Whether it has a confidence."""
    if placed.record.confidence is None:
        yield Finding(
            KIND,
            "This judgment does not say how sure we are of it.",
            placed.place("id"),
            "Add `confidence:` high, moderate or low (how firm its basis is), and "
            "`confidence_because:`.",
        )


RULE = Rule(KIND, __name__, each(Judgment)(check))
