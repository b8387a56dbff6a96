"""Alarms: what the rules of change find in a comparison, after policy and waivers."""

from dataclasses import dataclass, replace

from briefbook.analysis.changes import Comparison
from briefbook.corpus import Placed, locate
from briefbook.findings import Finding, LocatedFinding, Report
from briefbook.lint.policy import Policy
from briefbook.lint.run import texts
from briefbook.lint.waivers import Waivers
from briefbook.model.canonical_form import digest
from briefbook.model.waiver import Waiver
from briefbook.rules import change_rules


@dataclass(frozen=True)
class Alarms:
    """The alarms of a comparison; `waived_here` are silenced by nothing but the change itself."""

    report: Report
    waived_here: tuple[LocatedFinding, ...]


def alarms(comparison: Comparison, policy: Policy | None = None) -> Report:
    """Every alarm that the policy wants and no waiver silences, located in the head."""
    return weighed_alarms(comparison, policy).report


def weighed_alarms(comparison: Comparison, policy: Policy | None = None) -> Alarms:
    """The same, with those apart that only a waiver silences which the base does not have."""
    rulebook, waivers = policy or Policy(), Waivers(comparison.after)
    standing = Waivers(comparison.after, lambda placed: _stood(placed, comparison))
    found: list[Finding] = []
    here: list[Finding] = []
    waived = 0
    rules = change_rules()
    for rule in rules:
        for finding in rule.compare(comparison) if rule.compare and rulebook.runs(rule) else ():
            weighed = rulebook.apply(finding)
            if waivers.silence(finding):
                waived += weighed is not None
                if weighed is not None and not standing.silence(finding):
                    here.append(weighed)
            elif weighed is not None:
                found.append(weighed)
    corpus = comparison.after.corpus
    report = locate(corpus, found)
    report = replace(report, waived=waived, rules=dict(texts(report, rules)))
    return Alarms(report, locate(corpus, here).findings)


def _stood(placed: Placed[Waiver], comparison: Comparison) -> bool:
    """Whether the base has the same waiver."""
    name = comparison.renamed.get(placed.brief_id, placed.brief_id)
    brief = comparison.before.briefs.get(name)
    mark = digest(placed.record)
    return brief is not None and any(digest(one) == mark for one in brief.waivers)
