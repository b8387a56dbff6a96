"""CNF001 high-confidence-on-one-origin: high confidence with a single witness behind it."""

from collections.abc import Iterator

from briefbook.analysis.basis import basis_items, basis_origins
from briefbook.analysis.chronology import judged_on
from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Confidence, Judgment
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule, each
from briefbook.text.listing import both

KIND = Kind("CNF001", "high-confidence-on-one-origin", Severity.warning)


def check(placed: Placed[Identified], edition: Edition) -> Iterator[Finding]:
    """Whether what carries it, on the day for which it is judged, is of exactly one institution."""
    record = placed.record
    if not isinstance(record, Claim | Judgment) or record.confidence is not Confidence.high:
        return
    items = basis_items(record, placed.brief_id, edition)
    found = basis_origins(items, edition.origins)
    day = judged_on(record, edition.sources, placed.brief)
    if edition.institutions.count(found, day) == 1:
        names = both(edition.origin_name(one) for one in found)
        one = f"one origin: {names}" if len(found) == 1 else f"one institution: {names}"
        yield Finding(
            KIND,
            f"High confidence rests on {one}.",
            placed.place("confidence"),
            "Call it moderate, or find a second origin that is independent of it.",
        )


RULE = Rule(KIND, __name__, each(Claim, Judgment)(check))
