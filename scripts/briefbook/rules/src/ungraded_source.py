"""SRC002 ungraded-source: a source whose reliability nobody has judged."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Source
from briefbook.rules import Rule, each
from briefbook.rules.src.stubs import is_stub

KIND = Kind("SRC002", "ungraded-source", Severity.warning)


def check(placed: Placed[Source], edition: Edition) -> Iterator[Finding]:
    """Whether it has a grade; sources that nobody read are spared."""
    if not placed.record.reliability and not is_stub(placed.record):
        yield Finding(
            KIND,
            f"The source “{placed.id}” has no reliability grade.",
            placed.place("id"),
            "Add `reliability:` with a letter from A (completely reliable) to E (unreliable), or F "
            "if it cannot be judged, and why.",
        )


RULE = Rule(KIND, __name__, each(Source)(check))
