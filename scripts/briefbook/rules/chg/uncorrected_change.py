"""CHG003 uncorrected-change: what readers were told has changed, and no correction says so."""

from collections.abc import Iterator

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change, Comparison
from briefbook.findings import Finding, Kind, Severity
from briefbook.model.correction import CorrectionSeverity
from briefbook.rules import Rule
from briefbook.rules.chg import corrected_as, was_published
from briefbook.text.reasons import says_something
from briefbook.text.rewording import says_the_same

KIND = Kind("CHG003", "uncorrected-change", Severity.warning)
_TOLD = (
    ChangeKind.verdict_moved,
    ChangeKind.flaw_changed,
    ChangeKind.established_changed,
    ChangeKind.claim_reworded,
    ChangeKind.claim_withdrawn,
    ChangeKind.likelihood_moved,
    ChangeKind.confidence_moved,
    ChangeKind.judgment_reworded,
    ChangeKind.judgment_withdrawn,
    ChangeKind.attribution_changed,
)
_REWORDED = (
    ChangeKind.established_changed,
    ChangeKind.claim_reworded,
    ChangeKind.judgment_reworded,
    ChangeKind.brief_reworded,
)
_FIELDS = ("kind", "as_of")
"""Fields of a claim without a kind of change of their own that alter what it says, too."""


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Whether each published claim or judgment that says something else has a correction."""
    told: set[tuple[str, str]] = set()
    for change in comparison.changes:
        key = (change.brief, change.record)
        if not _is_told(change) or change.gone or key in told:
            continue
        if not was_published(comparison, change.brief):
            continue
        if weight := corrected_as(comparison, *key):
            if weight is CorrectionSeverity.minor and change.kind in _NEVER_MINOR:
                told.add(key)
                yield _called_minor(change)
            continue
        if _is_told_otherwise(comparison, change):
            continue
        told.add(key)
        what = (
            f"“{change.record}”" if change.record else f"The {_FIELD[_head(change)]} of the brief"
        )
        yield Finding(
            KIND,
            f"{what} is published and now says something else "
            f"({change.kind.replace('-', ' ')}), and `corrections` has no entry for it.",
            change.place,
            "Add an entry to `corrections` with the date, kind, severity, what was said, what is "
            "said now, and the reason; name the record under `records`.",
        )


_NEVER_MINOR = (ChangeKind.verdict_moved, ChangeKind.likelihood_moved)


def _called_minor(change: Change) -> Finding:
    return Finding(
        KIND,
        f"“{change.record}” is published and now says something else "
        f"({change.kind.replace('-', ' ')}), and `corrections` calls that minor.",
        change.place,
        "Set the `severity` of the entry to `substantive` or `critical`: minor is what changes "
        "nothing that readers were told.",
    )


_WITHDRAWN = (ChangeKind.claim_withdrawn, ChangeKind.judgment_withdrawn)


def _is_told_otherwise(comparison: Comparison, change: Change) -> bool:
    """Whether readers learn of it at the record: by a notice of its withdrawal, or by an estimate
    that was appended with its reason.
    """
    own = comparison.by_record[change.brief, change.record]
    if change.kind in _WITHDRAWN:
        return any(detail.field == "withdrawn.notice" for detail in change.holds)
    return change.kind == ChangeKind.likelihood_moved and any(
        one.kind == ChangeKind.probability_moved
        and any(
            detail.field.endswith(".because") and says_something(detail.after)
            for detail in one.holds
        )
        for one in own
    )


_FIELD = {"summary": "bottom line", "title": "title", "reviews": "text under review"}


def _head(change: Change) -> str:
    return change.field.partition(".")[0]


def _is_told(change: Change) -> bool:
    """Whether readers were told what has changed here; of a brief itself its bottom line. A comma
    or a capital was not what they were told."""
    if change.kind in _REWORDED and says_the_same(change.before, change.after):
        return False
    if not change.record:
        return _head(change) in _FIELD and change.kind in (
            ChangeKind.brief_reworded,
            ChangeKind.attribution_changed,
        )
    return change.kind in _TOLD or (
        change.kind == ChangeKind.claim_changed and change.field in _FIELDS
    )


RULE = Rule(KIND, __name__, compare=compare)
