"""EVD001 unconfirmed-credibility: an item rated 1 without two independent institutions."""

from collections.abc import Iterator

from briefbook.analysis.chronology import judged_on
from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Question
from briefbook.model.barrier import Barrier
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule, each
from briefbook.text.listing import both, counted

KIND = Kind("EVD001", "unconfirmed-credibility", Severity.warning)

_NEEDED = 2


def check(placed: Placed[Identified], edition: Edition) -> Iterator[Finding]:
    """Whether each item rated 1 has an independent origin of another hand on its side."""
    items = [item for _, item in placed.evidence()]
    for steps, item in placed.evidence():
        if item.credibility != 1:
            continue
        origins = edition.origins.side(items, item.stance).origins
        day = judged_on(placed.record, edition.sources, placed.brief)
        together = edition.institutions.of(origins, day)
        if len(together) < _NEEDED:
            names = both(edition.origin_name(one) for one in origins)
            one_hand = f": {names} are of one institution" if len(origins) >= _NEEDED else ""
            yield Finding(
                KIND,
                f"“{item.source}” is rated 1, confirmed by other independent sources, but its "
                f"side has {counted(len(together), 'independent origin')}{one_hand}.",
                placed.place(*steps, "credibility"),
                "Rate it 2 (probably true), or add the second, independent origin.",
            )


RULE = Rule(KIND, __name__, each(Claim, Question, Barrier)(check))
