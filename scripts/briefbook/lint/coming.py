"""What comes due soon: what time alone brings in the next days, if nobody touches the briefs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from briefbook.analysis.edition import Edition
from briefbook.corpus import located
from briefbook.findings import Finding, LocatedFinding, Route
from briefbook.lint.policy import Policy
from briefbook.lint.waivers import apply
from briefbook.model import Brief, Edtf
from briefbook.model.record_types import RECORD_TYPES
from briefbook.model.waiver import Waiver
from briefbook.rules import Rule, all_rules

AHEAD = 14
"""Days that are looked ahead; what is due by today is the nearest of what comes."""


@dataclass(frozen=True, slots=True)
class Coming:
    """What comes due: the last day on which it is not late, and the finding of the day after.

    `what` says in words what it is (“a question”); the finding's `record` is its id, if it has one.
    """

    day: date
    what: str
    found: LocatedFinding


def coming(edition: Edition, policy: Policy) -> tuple[Coming, ...]:
    """What comes due in the next `AHEAD` days, by day, then by place, under the policy.

    What is due already is not among it, nor what a waiver sets aside until then.
    """
    last = min(edition.today.toordinal() + AHEAD, date.max.toordinal() - 1)
    later = replace(edition, today=date.fromordinal(last + 1))
    rules = [rule for rule in all_rules() if rule.timely and policy.runs(rule)]
    due = {_key(finding) for finding in _found(rules, edition)}
    new = (finding for finding in _found(rules, later) if _key(finding) not in due)
    codes = {rule.kind.code for rule in rules}
    kept, _ = apply(later, located(edition.corpus, new), policy.runs, lambda _: False)
    briefs = {file.path: file.brief for file in edition.corpus.files}
    found = [
        Coming(
            _day(briefs.get(item.finding.place.path), item.finding.place.route, last),
            _what(briefs.get(item.finding.place.path), item.finding.place.route),
            item,
        )
        for item in kept
        if item.finding.kind.code in codes and policy.apply(item.finding)
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.found.region)))


def _found(rules: list[Rule], edition: Edition) -> Iterator[Finding]:
    return (finding for rule in rules if rule.check for finding in rule.check.run(edition))


def _key(finding: Finding) -> tuple[str, str, Route]:
    return finding.kind.code, finding.place.path, finding.place.route


def _day(brief: Brief | None, route: Route, last: int) -> date:
    """The day that is typed at the place; the last one ahead, where a rule points elsewhere."""
    value: Any = brief
    for step in route:
        value = value[step] if isinstance(step, int) else getattr(value, step, None)
    day = value.last if isinstance(value, Edtf) else None
    return date.fromordinal(last if day is None else min(day, last))


def _what(brief: Brief | None, route: Route) -> str:
    listed = next((one for one in RECORD_TYPES if route and one.listed == route[0]), None)
    if listed is None or brief is None:
        return "the brief" if len(route) <= 1 else "an entry"
    if "forecast" in route:
        return "a forecast"
    if listed.model is Waiver and len(route) > 1 and isinstance(route[1], int):
        return f"a waiver of {brief.waivers[route[1]].rule}"
    return listed.called
