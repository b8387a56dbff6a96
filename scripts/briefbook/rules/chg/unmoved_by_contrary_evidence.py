"""CHG002 unmoved-by-contrary-evidence: something new speaks against a verdict that stays."""

from collections.abc import Iterator

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change, Comparison
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Confidence, Evidence, Record, Stance, Verdict
from briefbook.rules import Rule
from briefbook.rules.chg import pairs

KIND = Kind("CHG002", "unmoved-by-contrary-evidence", Severity.warning)
_AGAINST = {Verdict.supported: Stance.disputes, Verdict.refuted: Stance.supports}
_SURE = {Confidence.low: 0, Confidence.moderate: 1, Confidence.high: 2}


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Whether evidence against a verdict moved it, or is answered."""
    for pair in pairs(comparison, "claim"):
        claim = pair.after.record if pair.after else None
        if not isinstance(claim, Claim) or claim.verdict not in _AGAINST:
            continue
        before = pair.before.record if pair.before else None
        changes = comparison.by_record.get((pair.brief, pair.id), ())
        if any(_answers(change) for change in changes) or _less_sure(before, claim):
            continue
        for change in changes:
            item = _newly(change, claim)
            if item and item.stance is _AGAINST[claim.verdict] and not item.answered:
                word = "disputes" if item.stance is Stance.disputes else "supports"
                yield Finding(
                    KIND,
                    f"New evidence from “{item.source}” {word} “{pair.id}”, and its verdict stays "
                    f"{claim.verdict.value} with the same confidence and reasoning.",
                    change.place,
                    "Move the verdict or the confidence, or say under `answered` or in the "
                    "reasoning why this item does not decide it.",
                )


def _answers(change: Change) -> bool:
    reasoned = change.field == "reasoning" and change.after is not None
    return reasoned or change.kind in (ChangeKind.verdict_moved, ChangeKind.flaw_changed)


def _less_sure(before: Record | None, claim: Claim) -> bool:
    """Whether the confidence went down; more confidence is no answer to what speaks against."""
    was = before.confidence if isinstance(before, Claim) else None
    return was is not None and (claim.confidence is None or _SURE[claim.confidence] < _SURE[was])


def _newly(change: Change, claim: Claim) -> Evidence | None:
    """The item of evidence that came in, or turned, with a change."""
    route = (
        change.place.route[:-1] if change.kind == ChangeKind.stance_changed else change.place.route
    )
    if change.kind not in (ChangeKind.evidence_added, ChangeKind.stance_changed) or route[
        -2:-1
    ] != ("evidence",):
        return None
    index = route[-1]
    if "forecast" in route or not isinstance(index, int) or index >= len(claim.evidence):
        return None
    return claim.evidence[index]


RULE = Rule(KIND, __name__, compare=compare)
