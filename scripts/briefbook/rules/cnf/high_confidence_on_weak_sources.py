"""CNF002 high-confidence-on-weak-sources: high confidence on grades D, E or F alone."""

from collections.abc import Iterator

from briefbook.analysis.basis import basis_items
from briefbook.analysis.edition import Edition
from briefbook.analysis.grades import current
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Confidence, Judgment
from briefbook.model.source import Grade
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule, each
from briefbook.text.listing import both

KIND = Kind("CNF002", "high-confidence-on-weak-sources", Severity.warning)
_WEAK = (Grade.D, Grade.E, Grade.F)


def check(placed: Placed[Identified], edition: Edition) -> Iterator[Finding]:
    """Whether every graded source that carries it is D, E or F."""
    record = placed.record
    if not isinstance(record, Claim | Judgment) or record.confidence is not Confidence.high:
        return
    items = basis_items(record, placed.brief_id, edition)
    grades = [current(edition.sources.get(item.via or item.source)) for item in items]
    letters = sorted({grade.grade for grade in grades if grade})
    if letters and all(letter in _WEAK for letter in letters):
        yield Finding(
            KIND,
            f"High confidence rests on sources graded {both(letters)} only.",
            placed.place("confidence"),
            "Call it moderate or low, or find a better source.",
        )


RULE = Rule(KIND, __name__, each(Claim, Judgment)(check))
