"""BAR001 barrier-without-instrument: a legal barrier that names no act."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model.barrier import Barrier, Field
from briefbook.rules import Rule, each

KIND = Kind("BAR001", "barrier-without-instrument", Severity.warning)
_LEGAL = (Field.sanctions, Field.export_control, Field.regulation)


def check(placed: Placed[Barrier], edition: Edition) -> Iterator[Finding]:
    """Whether sanctions, export controls and regulation name their instrument."""
    if placed.record.kind in _LEGAL and not placed.record.instrument:
        yield Finding(
            KIND,
            "This is a legal barrier, and no act is named.",
            placed.place("kind"),
            "Add `instrument:` with the law, order or listing and its dates.",
        )


RULE = Rule(KIND, __name__, each(Barrier)(check))
