"""CHG002 unmoved-by-contrary-evidence: something new speaks against a verdict that stays."""

from collections.abc import Iterator

from briefbook.analysis.changes import Comparison
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Stance, Verdict
from briefbook.rules import Rule
from briefbook.rules.chg import pairs

KIND = Kind("CHG002", "unmoved-by-contrary-evidence", Severity.warning)
_AGAINST = {Verdict.supported: Stance.disputes, Verdict.refuted: Stance.supports}
_ANSWERS = ("verdict-moved", "confidence-moved", "flaw-changed")


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Whether evidence against a verdict moved it, or is answered."""
    for pair in pairs(comparison, "claim"):
        claim = pair.after.record if pair.after else None
        if not isinstance(claim, Claim) or claim.verdict not in _AGAINST:
            continue
        changes = comparison.by_record.get((pair.brief, pair.id), ())
        if any(change.kind in _ANSWERS or change.field == "reasoning" for change in changes):
            continue
        for change in changes:
            index = change.place.route[-1]
            if change.kind != "evidence-added" or not isinstance(index, int):
                continue
            if change.place.route[-2:] != ("evidence", index) or index >= len(claim.evidence):
                continue
            item = claim.evidence[index]
            if item.stance is _AGAINST[claim.verdict] and not item.answered:
                word = "disputes" if item.stance is Stance.disputes else "supports"
                yield Finding(
                    KIND,
                    f"New evidence from “{item.source}” {word} “{pair.id}”, and its verdict stays "
                    f"{claim.verdict.value} with the same confidence and reasoning.",
                    change.place,
                    "Move the verdict or the confidence, or say under `answered` or in the "
                    "reasoning why this item does not decide it.",
                )


RULE = Rule(KIND, __name__, compare=compare)
