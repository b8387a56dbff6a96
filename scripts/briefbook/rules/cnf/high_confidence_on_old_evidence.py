"""CNF005 high-confidence-on-old-evidence: high confidence, and nothing newer than half a year."""

from collections.abc import Iterator

from briefbook.analysis.basis import basis_items
from briefbook.analysis.chronology import appeared
from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Confidence, Judgment
from briefbook.rules import Rule, each

KIND = Kind("CNF005", "high-confidence-on-old-evidence", Severity.note)
_OLD = 183
"""Days."""


def check(placed: Placed[Judgment], edition: Edition) -> Iterator[Finding]:
    """Whether the newest dated item that carries a judgment about now or later is half a year old.

    The day that counts is that until which was searched, else that of the last change.
    """
    record, brief = placed.record, placed.brief
    if brief is None or record.confidence is not Confidence.high:
        return
    if record.forecast and record.forecast.resolution:
        return
    looked = brief.searched_until or brief.updated or brief.published
    items = basis_items(record, placed.brief_id, edition)
    sources = (edition.sources.get(item.source) for item in items)
    days = [day.last for source in sources if source and (day := appeared(source)) and day.last]
    if not days or looked is None or looked.last is None:
        return
    if looked.last - max(days) > _OLD:
        yield Finding(
            KIND,
            "High confidence rests on evidence of which the newest is more than six months older "
            f"than the brief’s day, {looked.text}.",
            placed.place("confidence"),
            "Search again and add what is new; if nothing is, say in `confidence_because` why the "
            "old evidence still decides.",
        )


RULE = Rule(KIND, __name__, each(Judgment)(check))
