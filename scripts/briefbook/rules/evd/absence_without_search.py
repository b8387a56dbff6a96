"""EVD006 absence-without-search: something is said not to be there, and not how one looked."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Question, Stance
from briefbook.model.barrier import Barrier
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule, each

KIND = Kind("EVD006", "absence-without-search", Severity.warning)


def check(placed: Placed[Identified], edition: Edition) -> Iterator[Finding]:
    """Whether items with the stance “absent” say how they were searched, and their brief until
    when."""
    for steps, item in placed.evidence():
        if item.stance is not Stance.absent:
            continue
        if not item.note:
            yield Finding(
                KIND,
                f"“{item.source}” is said not to have it, and not how it was searched.",
                placed.place(*steps, "stance"),
                "Say in `note:` what was searched, for which words, in which languages and when.",
            )
        elif placed.brief and not placed.brief.searched_until:
            yield Finding(
                KIND,
                "This is a finding of absence, and the brief does not say until when was searched.",
                placed.place(*steps, "stance"),
                "Add `searched_until:` to the brief: what was not there then may be there now.",
            )


RULE = Rule(KIND, __name__, each(Claim, Question, Barrier)(check))
