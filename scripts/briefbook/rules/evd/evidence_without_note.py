"""EVD003 evidence-without-note: an item that does not say what its source says."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Question, Stance
from briefbook.model.barrier import Barrier
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule, each

KIND = Kind("EVD003", "evidence-without-note", Severity.warning)


def check(placed: Placed[Identified], edition: Edition) -> Iterator[Finding]:
    """Whether each item has a note; silent ones need none, and absent ones have a rule."""
    for steps, item in placed.evidence():
        if not item.note and item.stance in _DOES:
            yield Finding(
                KIND,
                f"“{item.source}” {_DOES[item.stance]}, but not in what way: it has no note.",
                placed.place(*steps, "source"),
                "Add `note:` with one sentence, in your own words, of what the source says.",
            )


_DOES = {
    Stance.supports: "is said to support this",
    Stance.disputes: "is said to dispute this",
    Stance.context: "is given as context",
    Stance.misreports: "is said to misreport its origin",
}


RULE = Rule(KIND, __name__, each(Claim, Question, Barrier)(check))
