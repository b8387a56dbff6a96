"""CHG001 moved-without-reason: a judgment or verdict moved, and nothing says why."""

from collections.abc import Iterator

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change, Comparison
from briefbook.corpus import Target
from briefbook.findings import Finding, Kind, Severity
from briefbook.rules import Rule
from briefbook.rules.chg import brief_of_change, is_corrected, is_withdrawn

KIND = Kind("CHG001", "moved-without-reason", Severity.warning)
_MOVES = (ChangeKind.verdict_moved, ChangeKind.likelihood_moved, ChangeKind.confidence_moved)
_PLACES = (".locator", ".also_in")
"""Fields of evidence that say where it stands, not what it says."""
_REASONS = ("reasoning", "because", "confidence_because", "would_change", "established")
_NEW = (
    ChangeKind.evidence_added,
    ChangeKind.evidence_removed,
    ChangeKind.evidence_changed,
    ChangeKind.stance_changed,
    ChangeKind.credibility_changed,
    ChangeKind.quotation_changed,
    ChangeKind.forecast_resolved,
    ChangeKind.probability_moved,
    ChangeKind.origins_moved,
    ChangeKind.grade_moved,
)


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Whether each move comes with evidence, a changed reason, or a correction."""
    rests_on = comparison.after.dependencies.basis
    for change in comparison.changes:
        if change.kind not in _MOVES or change.gone or _only_sharpened(change):
            continue
        if brief_of_change(comparison, change) is None or is_withdrawn(comparison, change):
            continue
        own = comparison.by_record[change.brief, change.record]
        below = rests_on.get(Target("record", change.record, change.brief), ())
        basis = [one for target in below for one in comparison.of(target)]
        if any(_explains(one) for one in own) or any(_is_new(one) for one in basis):
            continue
        if is_corrected(comparison, change.brief, change.record):
            continue
        what = change.kind.removesuffix("-moved")
        yield Finding(
            KIND,
            f"The {what} of “{change.record}” moved from {change.before or 'nothing'} to "
            f"{change.after or 'nothing'}, with no new evidence and no new reason.",
            change.place,
            "Add the evidence that moved it, say why in reasoning or because, or enter a "
            "correction that names the record.",
        )


def _explains(change: Change) -> bool:
    """Whether there is new evidence, or a reason that was added or rewritten, not taken away."""
    given = change.field in _REASONS and change.after is not None
    return given or (change.kind in _NEW and not change.field.endswith(_PLACES))


def _is_new(change: Change) -> bool:
    more = (ChangeKind.claim_withdrawn, ChangeKind.barrier_lifted, ChangeKind.barrier_in_force)
    return change.kind in (*_NEW, *_MOVES, *more) and not change.field.endswith(_PLACES)


def _only_sharpened(change: Change) -> bool:
    """Whether a likelihood kept its term and got a point estimate within it."""
    return change.kind == ChangeKind.likelihood_moved and (change.after or "").startswith(
        f"{change.before}, "
    )


RULE = Rule(KIND, __name__, compare=compare)
