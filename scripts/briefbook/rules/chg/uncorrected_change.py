"""CHG003 uncorrected-change: what readers were told has changed, and no correction says so."""

from collections.abc import Iterator

from briefbook.analysis.changes import Comparison
from briefbook.findings import Finding, Kind, Severity
from briefbook.rules import Rule
from briefbook.rules.chg import is_corrected, was_published

KIND = Kind("CHG003", "uncorrected-change", Severity.warning)
_TOLD = (
    "verdict-moved", "flaw-changed", "established-changed", "claim-reworded", "claim-withdrawn",
    "likelihood-moved", "confidence-moved", "judgment-reworded", "judgment-withdrawn",
)  # fmt: skip


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Whether each published claim or judgment that says something else has a correction."""
    told: set[tuple[str, str]] = set()
    for change in comparison.changes:
        key = (change.brief, change.record)
        if change.kind not in _TOLD or change.gone or key in told:
            continue
        if not was_published(comparison, change.brief) or is_corrected(comparison, *key):
            continue
        told.add(key)
        yield Finding(
            KIND,
            f"“{change.record}” is published and now says something else "
            f"({change.kind.replace('-', ' ')}), and `corrections` has no entry for it.",
            change.place,
            "Add an entry to `corrections` with the date, kind, severity, what was said, what is "
            "said now, and the reason; name the record under `records`.",
        )


RULE = Rule(KIND, __name__, compare=compare)
