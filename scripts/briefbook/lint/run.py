"""All findings of an edition: of reading it and of the rules, after policy and waivers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefbook.analysis.edition import Edition
from briefbook.corpus import located, report_of
from briefbook.findings import Finding, LocatedFinding, Report, RuleText
from briefbook.lint.of_files import FindingsOfFiles, findings_in_file, findings_of_all
from briefbook.lint.policy import Policy
from briefbook.lint.unfinished import unfinished, unread_drafts
from briefbook.lint.waivers import apply
from briefbook.rules import Rule, all_rules
from briefbook.rules.pages import rule_text
from briefbook.text.listing import both

STOPPING = ("SYN", "SCH", "REF")
"""The families whose errors stop publication: with them a page would be wrong or missing."""
_FEW = 4
"""Files in which each is looked for by itself what rules find that look at everything."""


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
        return self.wants_code(finding.kind.code) and self.wants_path(finding.place.path)

    def wants_code(self, code: str) -> bool:
        """Whether findings of a rule are to be shown."""
        if self.select and not code.startswith(self.select):
            return False
        return not (self.ignore and code.startswith(self.ignore))

    def wants_path(self, path: str) -> bool:
        """Whether what stands in a file is to be shown."""
        return not self.paths or any(
            path == wanted or path.startswith(f"{wanted}/") or wanted == "."
            for wanted in self.paths
        )


def run(
    edition: Edition,
    policy: Policy | None = None,
    selection: Selection | None = None,
    more: Iterable[Finding] = (),
    files: FindingsOfFiles | None = None,
) -> Report:
    """Every finding that policy and selection want, `more` among them, located, waivers applied.

    All rules run, whatever is selected: a waiver is unused only if nothing needs it. Those in
    preview run only for who asks for them. `files` may know the findings of single files already.
    """
    wanted = selection or Selection()
    rulebook = (policy or Policy()).trying(wanted.select)
    off = {rule.kind.code for rule in all_rules() if rule.check and not rulebook.runs(rule)}
    found = _all(edition, files, more, wanted)
    kept, waived = apply(
        edition,
        (item for item in found if item.finding.kind.code not in off),
        rulebook.runs,
        lambda finding: wanted.wants(finding) and rulebook.apply(finding) is not None,
        wanted.wants_path,
    )
    weighed = (
        replace(item, finding=finding)
        for item in kept
        if wanted.wants(item.finding) and (finding := rulebook.apply(item.finding))
    )
    report = report_of(edition.corpus, weighed)
    return replace(report, waived=waived, rules=dict(texts(report)))


def blocking_findings(edition: Edition, files: FindingsOfFiles | None = None) -> Report:
    """The findings of reading and of references, without policy: they stop publication.

    A draft whose blanks are still empty does not: the site goes without it.
    """
    found = _of_reading(edition, files)
    begun = unfinished(edition, (item.finding for item in found))
    report = report_of(edition.corpus, (i for i in found if i.finding.place.path not in begun))
    return replace(report, rules=dict(texts(report)))


def left_out(edition: Edition, files: FindingsOfFiles | None = None) -> list[str]:
    """A line for each draft that the site goes without, naming what is still empty in it."""
    if not unread_drafts(edition):  # the rules need not run once more
        return []
    begun = unfinished(edition, (item.finding for item in _of_reading(edition, files)))
    return [
        f"{path}: left out: {both(fields)} {'is' if len(fields) == 1 else 'are'} still empty"
        for path, fields in sorted(begun.items())
    ]


def _of_reading(edition: Edition, files: FindingsOfFiles | None) -> list[LocatedFinding]:
    of_all = findings_of_all(edition, lambda code: code.startswith(STOPPING))
    known = files or FindingsOfFiles(edition)
    of_files = (item for path in known.paths for item in known.of_families(path, STOPPING))
    found = (*located(edition.corpus, of_all), *of_files)
    return [item for item in found if not item.finding.kind.life.preview]


def _all(
    edition: Edition,
    files: FindingsOfFiles | None,
    more: Iterable[Finding],
    wanted: Selection,
) -> Iterator[LocatedFinding]:
    """All findings in some files."""
    known = files or FindingsOfFiles(edition)
    paths = [path for path in known.paths if wanted.wants_path(path)]
    if wanted.paths and len(paths) <= _FEW:
        of_all = [one for path in paths for one in findings_in_file(edition, path)]
    else:
        of_all = [one for one in findings_of_all(edition) if wanted.wants_path(one.place.path)]
    yield from located(edition.corpus, [*of_all, *more])
    for path in paths:
        yield from known.at(path)


def texts(report: Report, rules: Iterable[Rule] | None = None) -> Iterator[tuple[str, RuleText]]:
    """What the rules of a report's findings say of themselves, by code; `rules` are those that it
    may be of, if not all."""
    found = {item.finding.kind.code for item in report.findings}
    for rule in all_rules() if rules is None else rules:
        if rule.kind.code in found:
            yield rule.kind.code, rule_text(rule)
