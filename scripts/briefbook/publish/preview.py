"""What a preview shows of a brief with mistakes: its last good page, under the findings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from briefbook.analysis.edition import Edition
from briefbook.analysis.site_addresses import address
from briefbook.corpus import Target, gather, read_files
from briefbook.findings import Report, Severity
from briefbook.lint import blocking_findings
from briefbook.project.edition import read_edition
from briefbook.project.project import Project
from briefbook.text.html import Html, join, tag
from briefbook.text.listing import counted


@dataclass(frozen=True, slots=True)
class Previewed:
    """An edition that can be shown, what is wrong with the files, and notices by page address."""

    edition: Edition
    report: Report
    notices: Mapping[str, Html]


@dataclass
class Preview:
    """Remembers each file as it was when nothing in it stopped publication."""

    _good: dict[str, bytes] = field(default_factory=dict)

    def read(self, project: Project, today: date) -> Previewed:
        """The project, with the last good text of each file that has mistakes now.

        Raises WrongUse as `read_edition` does.
        """
        edition = read_edition(project, today)
        report = blocking_findings(edition)
        files = {name: held for name, held in read_files(project.root) if isinstance(held, bytes)}
        wrong = {
            item.region.path
            for item in report.findings
            if item.finding.kind.severity is Severity.error
        }
        self._good |= {name: held for name, held in files.items() if name not in wrong}
        if not wrong:
            return Previewed(edition, report, {})
        shown = {name: self._good.get(name, held) for name, held in files.items()}
        known = Edition(gather(shown.items()), today, project.settings)
        pages = {file.path: address(Target("brief", file.id)) for file in known.corpus.files}
        notices = {pages[path]: _notice(report, path) for path in wrong if path in pages}
        return Previewed(known, report, notices)


def _notice(report: Report, path: str) -> Html:
    found = [item for item in report.findings if item.region.path == path]
    said = f"{counted(len(found), 'mistake')} in {path}: this is the page as it was before."
    lines = [
        tag("li", f"{item.region.line}:{item.region.column} {item.finding.message} ",
            item.finding.help or "")
        for item in found
    ]  # fmt: skip
    return tag(
        "div", tag("p", tag("strong", said)), tag("ul", join(lines)), class_="bb-notice",
        role="status",
    )  # fmt: skip
