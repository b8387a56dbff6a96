"""QST005 indicators-not-looked-at: indicators of which none says when anybody looked."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Judgment, Question
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule, each

KIND = Kind("QST005", "indicators-not-looked-at", Severity.note)
_SEVERAL = 2


def check(placed: Placed[Identified], edition: Edition) -> Iterator[Finding]:
    """Whether a record with two or more indicators says of one whether it was seen, and when."""
    record = placed.record
    if isinstance(record, Question):
        field, found = "indicators", record.indicators if record.is_open else ()
    elif isinstance(record, Judgment):
        field, found = "would_change", record.would_change
    else:
        return
    if len(found) >= _SEVERAL and not any(one.on or one.state for one in found):
        yield Finding(
            KIND,
            "Nobody has said whether any of these indicators was seen.",
            placed.place(field, on_key=True),
            "Write them as {what: …, state: not-seen, on: 2026-11-20}: state is not-seen, seen or "
            "reversed, `on` the day on which somebody looked.",
        )


RULE = Rule(KIND, __name__, each(Question, Judgment)(check))
