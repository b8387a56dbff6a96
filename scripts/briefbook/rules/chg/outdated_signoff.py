"""CHG006 outdated-signoff: a change of meaning has voided a sign-off."""

from collections.abc import Iterator

from briefbook.analysis.changes import Comparison
from briefbook.analysis.signoffs import SignedBrief
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Brief
from briefbook.rules import Rule

KIND = Kind("CHG006", "outdated-signoff", Severity.warning)


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Whether sign-offs that stood in the base still stand."""
    before = comparison.before.briefs
    for placed in comparison.after.corpus.placed(Brief):
        old = before.get(comparison.renamed.get(placed.brief_id, placed.brief_id))
        if old is None:
            continue
        if not placed.record.signoffs or placed.is_withdrawn:
            continue
        signed = SignedBrief(old, comparison.before.sources)
        stood = {(item.record, item.by, item.hash) for item in old.signoffs if signed.stands(item)}
        yield from _voided(placed, stood, SignedBrief(placed.record, comparison.after.sources))


def _voided(
    placed: Placed[Brief], stood: set[tuple[str | None, str, str | None]], signed: SignedBrief
) -> Iterator[Finding]:
    for index, item in enumerate(placed.record.signoffs):
        if (item.record, item.by, item.hash) in stood and not signed.stands(item):
            what = f"“{item.record}”" if item.record else "the brief"
            yield Finding(
                KIND,
                f"{item.by} signed {what} before its meaning, or what its sources are worth, "
                "changed: the sign-off no longer stands.",
                placed.place("signoffs", index),
                "Ask for another look: briefbook sign writes a new entry. The old one may stay as "
                "a record of what was signed.",
            )


RULE = Rule(KIND, __name__, compare=compare)
