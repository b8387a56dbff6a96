"""EVD001 unconfirmed-credibility: an item rated 1 without two independent origins."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Question
from briefbook.model.barrier import Barrier
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule, each
from briefbook.text.listing import counted

KIND = Kind("EVD001", "unconfirmed-credibility", Severity.warning)

_NEEDED = 2


def check(placed: Placed[Identified], edition: Edition) -> Iterator[Finding]:
    """Whether each item rated 1 has another independent origin on its side."""
    items = [item for _, item in placed.evidence()]
    for steps, item in placed.evidence():
        if item.credibility != 1:
            continue
        origins = edition.origins.side(items, item.stance).origins
        if len(origins) < _NEEDED:
            yield Finding(
                KIND,
                f"“{item.source}” is rated 1, confirmed by other independent sources, but its "
                f"side has {counted(len(origins), 'independent origin')}.",
                placed.place(*steps, "credibility"),
                "Rate it 2 (probably true), or add the second, independent origin.",
            )


RULE = Rule(KIND, __name__, each(Claim, Question, Barrier)(check))
