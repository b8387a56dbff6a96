"""Alarms: what the rules of change find in a comparison, after policy and waivers."""

from dataclasses import replace

from briefbook.analysis.changes import Comparison
from briefbook.corpus import locate
from briefbook.findings import Finding, Report
from briefbook.lint.policy import Policy
from briefbook.lint.run import texts
from briefbook.lint.waivers import Waivers
from briefbook.rules import all_rules


def alarms(comparison: Comparison, policy: Policy | None = None) -> Report:
    """Every alarm that the policy wants and no waiver silences, located in the head."""
    rulebook, waivers = policy or Policy(), Waivers(comparison.after)
    found: list[Finding] = []
    waived = 0
    for rule in all_rules():
        for finding in rule.compare(comparison) if rule.compare and rulebook.runs(rule) else ():
            weighed = rulebook.apply(finding)
            if waivers.silence(finding):
                waived += weighed is not None
            elif weighed is not None:
                found.append(weighed)
    report = locate(comparison.after.corpus, found)
    return replace(report, waived=waived, rules=dict(texts(report)))
