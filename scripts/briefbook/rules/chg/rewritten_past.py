"""CHG005 rewritten-past: a past probability or a correction no longer says what it said."""

from collections.abc import Iterator

from briefbook.analysis.changes import Comparison
from briefbook.findings import Finding, Kind
from briefbook.rules import Rule
from briefbook.rules.chg import at, was_published

KIND = Kind("CHG005", "rewritten-past")
_WHAT = {
    "probability-rewritten": "A past probability",
    "correction-rewritten": "A past correction",
    "correction-removed": "A past correction",
}


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Whether histories of forecasts and lists of corrections only grew."""
    for change in comparison.changes:
        if change.kind not in _WHAT or not was_published(comparison, change.brief):
            continue
        here = at(comparison, change)
        if change.gone and here is None:
            continue
        place = (
            change.place if not change.gone or here is None else here.place("title", on_key=True)
        )
        where = f" of “{change.record}”" if change.record else ""
        did = "was deleted" if change.after is None else f"now reads {change.after}"
        yield Finding(
            KIND,
            f"{_WHAT[change.kind]}{where} {did}; it read {change.before}.",
            place,
            "Put it back as it was. A new probability is a new entry with its own date; a "
            "correction is corrected by another one.",
        )


RULE = Rule(KIND, __name__, compare=compare)
