"""EVD004 repeated-source: one source twice on the same side."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Label, Route, Severity
from briefbook.model import Claim, Evidence, Question
from briefbook.model.barrier import Barrier
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule, each

KIND = Kind("EVD004", "repeated-source", Severity.warning)


def check(placed: Placed[Identified], edition: Edition) -> Iterator[Finding]:
    """Whether an earlier item has the same source, copy, stance, origin, words and place."""
    seen: dict[tuple[object, ...], Route] = {}
    for steps, item in placed.evidence():
        first = seen.setdefault((*steps[:-1], *_same(item)), steps)
        if first is not steps:
            yield Finding(
                KIND,
                f"“{item.source}” stands twice on this side.",
                placed.place(*steps, "source"),
                "Put both into one item; if they are two passages, tell them apart with `locator`.",
                (Label(placed.place(*first, "source"), "the first time"),),
            )


def _same(item: Evidence) -> tuple[object, ...]:
    words = item.quote.exact if item.quote else None
    return (item.source, item.via, item.stance, item.origin, item.locator, words)


RULE = Rule(KIND, __name__, each(Claim, Question, Barrier)(check))
