"""QUO010 quotation-for-and-against: the same words for a claim and against it."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Label, Route, Severity
from briefbook.model import Claim, Evidence, Question, Stance
from briefbook.model.barrier import Barrier
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule, each
from briefbook.rules.quo.quoted import shown

KIND = Kind("QUO010", "quotation-for-and-against", Severity.warning)
_SIDES = (Stance.supports, Stance.disputes)


def check(placed: Placed[Identified], edition: Edition) -> Iterator[Finding]:
    """Words of one source that stand on both sides of a record, with no note to say why."""
    seen: dict[tuple[str, str], tuple[Route, Evidence]] = {}
    for steps, item in placed.evidence():
        if item.quote is None or item.stance not in _SIDES:
            continue
        key = (item.source, " ".join(item.quote.exact.split()))
        first, other = seen.setdefault(key, (steps, item))
        if other.stance is not item.stance and not (item.note and other.note):
            yield Finding(
                KIND,
                f"“{shown(item.quote.exact)}” is quoted for this and against it.",
                placed.place(*steps, "quote", "exact"),
                "Say in the `note` of each item what the words show there, or take one of them "
                "out.",
                (Label(placed.place(*first, "quote", "exact"), "on the other side"),),
            )


RULE = Rule(KIND, __name__, each(Claim, Question, Barrier)(check))
