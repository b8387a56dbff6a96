"""WVR: waivers, by which a brief sets a finding aside with a reason and an end date."""

from briefbook.rules import Rule

NEVER = ("SYN", "SCH", "REF", "WVR")
"""Families that no waiver silences: a page would be wrong or missing, or the waiver itself is."""


def can_be_waived(rule: Rule | None) -> bool:
    """Whether a waiver may name a rule."""
    return rule is not None and rule.kind.family not in NEVER
