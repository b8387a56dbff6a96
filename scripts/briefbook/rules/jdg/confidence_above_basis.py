"""JDG006 confidence-above-basis: surer than anything that it leans on, and no word why."""

from collections.abc import Iterator

from briefbook.analysis.dependencies import target_of
from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Confidence, Judgment
from briefbook.model.assumption import Assumption
from briefbook.rules import Rule, each
from briefbook.text.listing import both

KIND = Kind("JDG006", "confidence-above-basis", Severity.warning)
_ORDER = (Confidence.low, Confidence.moderate, Confidence.high)


def check(placed: Placed[Judgment], edition: Edition) -> Iterator[Finding]:
    """Whether a judgment is surer than the surest record that it leans on.

    One that leans on something weaker beside something as sure may rest on the latter; its
    `confidence_because` says so.
    """
    own = placed.record.confidence
    if own is None:
        return
    basis: dict[str, Confidence] = {}
    for lean in placed.record.depends_on:
        record = edition.records.get(target_of(lean.record, placed.brief_id))
        if isinstance(record, Claim | Judgment | Assumption) and record.confidence:
            basis[lean.record] = record.confidence
    weaker = [name for name, level in basis.items() if _ORDER.index(level) < _ORDER.index(own)]
    all_weaker = len(weaker) == len(basis)
    if weaker and (all_weaker or not placed.record.confidence_because):
        yield Finding(
            KIND,
            f"{own.capitalize()} confidence leans on {both(weaker[:3])}: there it is lower.",
            placed.place("confidence"),
            "A chain is no firmer than its links: lower the confidence, or say in "
            "`confidence_because` what else it rests on and name that under `depends_on`.",
        )


RULE = Rule(KIND, __name__, each(Judgment)(check))
