"""All findings of an edition: of reading it and of the rules, after policy and waivers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefbook.analysis.edition import Edition
from briefbook.corpus import locate
from briefbook.findings import Finding, Report, RuleText
from briefbook.lint.policy import Policy
from briefbook.lint.unfinished import unfinished, unread_drafts
from briefbook.lint.waivers import apply
from briefbook.rules import all_rules
from briefbook.rules.pages import rule_text
from briefbook.text.listing import both

STOPPING = ("SYN", "SCH", "REF")
"""The families whose errors stop publication: with them a page would be wrong or missing."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which findings count: codes or their beginnings (“SYN”, “REF001”), and files.

    Empty `select` means all; empty `paths` means all. Paths are relative to the project.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()

    def wants(self, finding: Finding) -> bool:
        """Whether a finding is to be shown."""
        return self.wants_code(finding.kind.code) and self._wants_path(finding.place.path)

    def wants_code(self, code: str) -> bool:
        """Whether findings of a rule are to be shown."""
        if self.select and not code.startswith(self.select):
            return False
        return not (self.ignore and code.startswith(self.ignore))

    def _wants_path(self, path: str) -> bool:
        return not self.paths or any(
            path == wanted or path.startswith(f"{wanted}/") or wanted == "."
            for wanted in self.paths
        )


def run(
    edition: Edition,
    policy: Policy | None = None,
    selection: Selection | None = None,
    more: Iterable[Finding] = (),
) -> Report:
    """Every finding that policy and selection want, `more` among them, located, waivers applied.

    All rules run, whatever is selected: a waiver is unused only if nothing needs it. Those in
    preview run only for who asks for them.
    """
    wanted = selection or Selection()
    rulebook = (policy or Policy()).trying(wanted.select)
    kept, waived = apply(
        edition,
        [*_all(edition, rulebook), *more],
        rulebook.runs,
        lambda finding: wanted.wants(finding) and rulebook.apply(finding) is not None,
    )
    weighed = (rulebook.apply(finding) for finding in kept if wanted.wants(finding))
    report = locate(edition.corpus, [finding for finding in weighed if finding])
    return replace(report, waived=waived, rules=dict(texts(report)))


def blocking_findings(edition: Edition) -> Report:
    """The findings of reading and of references, without policy: they stop publication.

    A draft whose blanks are still empty does not: the site goes without it.
    """
    found = _of_reading(edition)
    begun = unfinished(edition, found)
    report = locate(edition.corpus, [one for one in found if one.place.path not in begun])
    return replace(report, rules=dict(texts(report)))


def left_out(edition: Edition) -> list[str]:
    """A line for each draft that the site goes without, naming what is still empty in it."""
    if not unread_drafts(edition):  # the rules need not run once more
        return []
    begun = unfinished(edition, _of_reading(edition))
    return [
        f"{path}: left out: {both(fields)} {'is' if len(fields) == 1 else 'are'} still empty"
        for path, fields in sorted(begun.items())
    ]


def _of_reading(edition: Edition) -> list[Finding]:
    selection = Selection(select=STOPPING)
    found = _all(edition, Policy(), selection)
    return [one for one in found if selection.wants(one) and not one.kind.life.preview]


def _all(edition: Edition, policy: Policy, selection: Selection | None = None) -> Iterable[Finding]:
    yield from edition.corpus.findings
    for rule in all_rules():
        wanted = selection is None or selection.wants_code(rule.kind.code)
        if rule.check and wanted and policy.runs(rule):
            yield from rule.check.run(edition)


def texts(report: Report) -> Iterator[tuple[str, RuleText]]:
    """What the rules of a report's findings say of themselves, by code."""
    found = {item.finding.kind.code for item in report.findings}
    for rule in all_rules():
        if rule.kind.code in found:
            yield rule.kind.code, rule_text(rule)
