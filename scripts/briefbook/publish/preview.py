"""What a preview shows: of a brief with mistakes its last good page, and all findings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from briefbook.analysis.edition import Edition
from briefbook.analysis.site_addresses import address
from briefbook.corpus import Target, gather, read_files
from briefbook.findings import LocatedFinding, Report, Severity
from briefbook.lint import blocking_findings, run
from briefbook.project.edition import read_policy, read_project
from briefbook.project.project import Project
from briefbook.project.proofs import Prover
from briefbook.publish.notices import Notices, at_records, panel
from briefbook.text.html import Html, join


@dataclass(frozen=True, slots=True)
class Previewed:
    """An edition that can be shown, what stops publication, and what stands on the pages.

    `changed` are the briefs that were saved since the last look, or None if anything else was.
    """

    edition: Edition
    report: Report
    notices: Notices
    changed: frozenset[str] | None


@dataclass
class Preview:
    """Remembers each file as it was when nothing in it stopped publication."""

    _good: dict[str, bytes] = field(default_factory=dict)
    _seen: dict[str, bytes] = field(default_factory=dict)

    def read(self, project: Project, today: date) -> Previewed:
        """The project, with the last good text of each file that has mistakes now.

        Raises WrongUse as `read_project` does.
        """
        read = read_project(project, today)
        edition = read.edition
        report = blocking_findings(edition, read.findings)
        files = {name: held for name, held in read_files(project.root) if isinstance(held, bytes)}
        wrong = {
            item.region.path
            for item in report.findings
            if item.finding.kind.severity is Severity.error
        }
        self._good |= {name: held for name, held in files.items() if name not in wrong}
        known = edition
        if wrong:
            shown = {name: self._good.get(name, held) for name, held in files.items()}
            known = Edition(gather(shown.items()), today, project.settings, Prover(project.store))
        every = run(edition, read_policy(project), files=read.findings)
        if not self._seen:
            read.save()  # once: what is edited from here on is little
        older = {path for path in wrong if self._good.get(path, b"") not in (b"", files.get(path))}
        notices = _notices(known, every, wrong, older)
        return Previewed(known, report, notices, self._changed(known, files))

    def _changed(self, known: Edition, files: Mapping[str, bytes]) -> frozenset[str] | None:
        before, self._seen = self._seen, dict(files)
        every = files.keys() | before.keys()
        names = {name for name in every if files.get(name) != before.get(name)}
        briefs = {file.path: file.id for file in known.corpus.files if file.is_read}
        ids = frozenset(briefs[name] for name in names if name in briefs)
        return ids if before and ids and len(ids) == len(names) else None


def _notices(known: Edition, every: Report, wrong: set[str], older: set[str]) -> Notices:
    """What stands on the pages; those of `older` files show an earlier text than is there."""
    found: dict[str, list[LocatedFinding]] = {}
    for item in every.findings:
        found.setdefault(item.region.path, []).append(item)
    ids = {file.path: file.id for file in known.corpus.files}
    told = {path: panel(found[path], path) for path in sorted(wrong & found.keys())}
    elsewhere = join([one for path, one in told.items() if path not in ids])
    pages: dict[str, Html] = {}
    records = {}
    for path, name in ids.items():
        here = address(Target("brief", name))
        before = ": this is the page as it was before" if path in older else ""
        anchors = known.corpus.links.routes_by_brief.get(name, {})
        own = panel(found[path], path, before, anchors) if path in found else Html("")
        if own or elsewhere:
            pages[here] = join([own, elsewhere])
        if path in found and path not in wrong:
            records[here] = at_records(found[path])
    if told:
        pages |= dict.fromkeys(("", "briefings/"), join(list(told.values())))
    never_good = {ids[path] for path in wrong & ids.keys()} - known.briefs.keys()
    stubs = {address(Target("brief", name)): name for name in sorted(never_good)}
    return Notices(pages, records, stubs)
