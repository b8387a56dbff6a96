"""CNF001 high-confidence-on-one-origin: high confidence with a single witness behind it."""

from collections.abc import Iterator

from briefbook.analysis.basis import basis_items, basis_origins
from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Confidence, Judgment
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule, each

KIND = Kind("CNF001", "high-confidence-on-one-origin", Severity.warning)


def check(placed: Placed[Identified], edition: Edition) -> Iterator[Finding]:
    """Whether what carries it has exactly one independent origin."""
    record = placed.record
    if not isinstance(record, Claim | Judgment) or record.confidence is not Confidence.high:
        return
    items = basis_items(record, placed.brief_id, edition.records)
    found = basis_origins(items, edition.origins)
    if len(found) == 1:
        yield Finding(
            KIND,
            f"High confidence rests on one origin: {edition.origin_name(found[0])}.",
            placed.place("confidence"),
            "Call it moderate, or find a second, independent origin.",
        )


RULE = Rule(KIND, __name__, each(Claim, Judgment)(check))
