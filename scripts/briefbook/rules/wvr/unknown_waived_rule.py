"""WVR004 unknown-waived-rule: a waiver of a rule that does not exist or cannot be waived."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind
from briefbook.model.waiver import Waiver
from briefbook.rules import Rule, all_rules, each, find_rule
from briefbook.rules.deprecated_names import deprecation_notice
from briefbook.rules.wvr import NEVER, can_be_waived
from briefbook.text.listing import both
from briefbook.text.suggest import nearest

KIND = Kind("WVR004", "unknown-waived-rule")


def check(placed: Placed[Waiver], edition: Edition) -> Iterator[Finding]:
    """Whether the rule can be waived."""
    said = placed.record.rule
    rule = find_rule(said)
    if rule is None:
        words = [word for item in all_rules() for word in (item.kind.code, item.kind.name)]
        guess = nearest(said, words)
        remedy = f"Did you mean “{guess}”? " if guess else ""
        if gone := deprecation_notice(said):
            remedy = f"{gone[0].upper()}{gone[1:]} "
        yield Finding(
            KIND,
            f"There is no rule “{said}”, so this waiver sets nothing aside.",
            placed.place("rule"),
            f"{remedy}“briefbook explain --list” shows all rules.",
        )
    elif not can_be_waived(rule):
        yield Finding(
            KIND,
            f"{rule.kind.code} cannot be waived.",
            placed.place("rule"),
            f"Mend the finding: rules of {both(NEVER)} say what would break a page or a waiver.",
        )


RULE = Rule(KIND, __name__, each(Waiver)(check))
