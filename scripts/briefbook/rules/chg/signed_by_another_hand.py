"""CHG011 signed-by-another-hand: a sign-off was committed by somebody else than its signer."""

from collections.abc import Iterator

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Comparison
from briefbook.findings import Finding, Kind, Severity
from briefbook.model.canonical_form import folded
from briefbook.rules import Rule
from briefbook.rules.chg import brief_of_change

KIND = Kind("CHG011", "signed-by-another-hand", Severity.warning)


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Whether each new sign-off stands in a commit of the person who signs."""
    for change in comparison.changes:
        if change.kind != ChangeKind.signoff_added or len(change.place.route) < 2:
            continue
        here, index = brief_of_change(comparison, change), change.place.route[1]
        if here is None or not isinstance(index, int):
            continue
        signing = comparison.signing.get((here.path, index))
        if signing is None or signing.other_hand is None:
            continue
        by, hand = folded(here.record.signoffs[index].by), folded(signing.other_hand.name)
        yield Finding(
            KIND,
            f"This sign-off is in the name of {by}, and {hand} committed it.",
            change.place,
            f"Ask {by} to sign: who signs makes the commit (briefbook sign, then git commit). If "
            "both are one person, list their names and addresses under “reviewers” in mkdocs.yml, "
            "or in .mailmap.",
        )


RULE = Rule(KIND, __name__, compare=compare)
