"""CHG001 moved-without-reason: a judgment or verdict moved, and nothing says why."""

from collections.abc import Iterator

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change, Comparison
from briefbook.corpus import Target
from briefbook.findings import Finding, Kind, Severity
from briefbook.rules import Rule
from briefbook.rules.chg import brief_of_change, is_corrected, is_withdrawn
from briefbook.text.listing import both
from briefbook.text.reasons import says_more, says_something

KIND = Kind("CHG001", "moved-without-reason", Severity.warning)
_MOVES = (ChangeKind.verdict_moved, ChangeKind.likelihood_moved, ChangeKind.confidence_moved)
_PLACES = (".locator", ".also_in")
"""Fields of evidence that say where it stands, not what it says."""
_WORDS = (".note", ".answered")
"""Texts of evidence: they explain a move if they say something new."""
_ON_NO_SIDE = ("silent", "context")
"""Stances that count on no side: such an item explains a move by what its note says alone."""
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
    """Whether each move comes with evidence, a new reason, or a correction; one alarm a record."""
    moves: dict[tuple[str, str], list[Change]] = {}
    for change in comparison.changes:
        if change.kind in _MOVES and not change.gone and not _only_sharpened(change):
            moves.setdefault((change.brief, change.record), []).append(change)
    for (brief, record), changes in moves.items():
        first = changes[0]
        if brief_of_change(comparison, first) is None or is_withdrawn(comparison, first):
            continue
        if _is_explained(comparison, brief, record):
            continue
        yield Finding(
            KIND,
            _said(record, changes),
            first.place,
            "Add the evidence that moved it, say why in reasoning or because, or enter a "
            "correction that names the record.",
        )


def _said(record: str, changes: list[Change]) -> str:
    moved = both([f"from {one.before or 'nothing'} to {one.after or 'nothing'}" for one in changes])
    what = both([one.kind.removesuffix("-moved") for one in changes])
    return f"The {what} of “{record}” moved {moved}, with no new evidence and no new reason."


def _is_explained(comparison: Comparison, brief: str, record: str) -> bool:
    own = comparison.by_record[brief, record]
    below = comparison.after.dependencies.basis.get(Target("record", record, brief), ())
    basis = [one for target in below for one in comparison.of(target)]
    if any(_explains(one) for one in own) or any(_is_new(one) for one in basis):
        return True
    return is_corrected(comparison, brief, record)


def _explains(change: Change) -> bool:
    """Whether there is new evidence, or a reason that says something new."""
    if change.field in _REASONS or change.field.endswith(_WORDS):
        return change.after is not None and says_more(change.before, change.after)
    if change.kind == ChangeKind.probability_moved:
        return _gives_a_reason(change)
    if change.kind == ChangeKind.evidence_added and _value(change, "stance") in _ON_NO_SIDE:
        return says_something(_value(change, "note"))
    return change.kind in _NEW and not change.field.endswith(_PLACES)


def _gives_a_reason(change: Change) -> bool:
    """Whether a new probability says why."""
    return any(says_something(one.after) for one in change.holds if one.field.endswith(".because"))


def _value(change: Change, name: str) -> str:
    """What a new record holds in a field."""
    found = (one.after for one in change.holds if one.field.rpartition(".")[2] == name)
    return next(found, "") or ""


def _is_new(change: Change) -> bool:
    more = (ChangeKind.claim_withdrawn, ChangeKind.barrier_lifted, ChangeKind.barrier_in_force)
    return change.kind in (*_NEW, *_MOVES, *more) and not change.field.endswith(_PLACES)


def _only_sharpened(change: Change) -> bool:
    """Whether a likelihood kept its term and got a point estimate within it."""
    return change.kind == ChangeKind.likelihood_moved and (change.after or "").startswith(
        f"{change.before}, "
    )


RULE = Rule(KIND, __name__, compare=compare)
