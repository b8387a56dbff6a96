"""Everything that a pull request needs, as files: findings, changes, alarms, comment, summary."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path

from briefbook.analysis.changes import Comparison
from briefbook.diff.git_command import GitTrouble
from briefbook.diff.render import github as changes_github
from briefbook.diff.render import json as changes_json
from briefbook.diff.render import markdown
from briefbook.diff.report import DiffReport
from briefbook.diff.report_data import as_data
from briefbook.findings import Report
from briefbook.findings.render import github, sarif
from briefbook.findings.render import json as findings_json
from briefbook.lint import Policy, run
from briefbook.project.aside import aside
from briefbook.project.edition import read_project
from briefbook.project.edition_before import News, findings_before, news
from briefbook.project.files import write_whole
from briefbook.project.processes import Processes, all_cores
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse
from briefbook.review.base_project import base_project
from briefbook.review.comparison import changed_since, open_repository, read_comparison

PolicyOf = Callable[[Project], Policy]
_SUMMARY = 1_000_000
"""Bytes of a step's summary; GitHub refuses one of more than 1 MiB whole."""


@dataclass(frozen=True, slots=True)
class Review:
    """What a review found: all findings of the head, and the comparison with the base.

    `weighed` holds the same findings, those first that the base does not have.
    """

    findings: Report
    diff: DiffReport
    weighed: Report


def review(
    project: Project, policy: PolicyOf, base: str, today: date, head: str | None = None
) -> Review:
    """Check the files as they are, and compare them with where they parted from `base`.

    Settings are those of the base, and `policy` makes the policy of them: what a change alters of
    its judge is told, and does not count yet. `head` is the commit that the files come from, if
    that is not HEAD: its history tells who wrote them.

    Raises WrongUse for a revision that is not there, or a history that does not reach it.
    """
    repository = open_repository(project)
    try:
        fork = repository.merge_base(repository.commit(base), repository.commit(head or "HEAD"))
        project = base_project(project, repository, fork)
        held = changed_since(repository, fork)
    except GitTrouble as error:
        raise WrongUse(str(error)) from None
    rulebook = policy(project)
    read = read_project(project, today, workers=Processes(all_cores()))
    read.save()  # where nothing can be kept, the next run finds all anew
    before = aside(partial(findings_before, project, rulebook, read, held))
    found = run(read.edition, rulebook, files=read.findings)
    known = read.files.was_read if read.files else None
    diff = read_comparison(project, rulebook, fork, None, today, written=head, known=known)
    new = news(found, before(), _former_paths(diff.comparison))
    return _review(found, new, diff, project.within)


def _review(found: Report, new: News, diff: DiffReport, within: str) -> Review:
    fresh, cured = (tuple(one.within(within) for one in side) for side in (new.fresh, new.cured))
    known = {id(item) for item in new.fresh}
    standing = (item for item in found.findings if id(item) not in known)
    weighed = replace(found, findings=(*new.fresh, *standing))
    return Review(
        found.within(within), replace(diff, fresh=fresh, cured=cured), weighed.within(within)
    )


def _former_paths(found: Comparison) -> dict[str, str]:
    """The former paths of the files of briefs that were renamed, or moved to another folder."""
    new, old = found.after.corpus.briefs, found.before.corpus.briefs
    former = {name: old.get(found.renamed.get(name, name)) for name in new}
    return {new[name].path: was.path for name, was in former.items()
            if was and was.path != new[name].path}  # fmt: skip


def write_report(found: Review, folder: Path, number: int | None) -> list[str]:
    """Write the files of a review into a folder; their names.

    `report.json` is what `briefbook comment` reads; the other files are for people and tools.

    Raises WrongUse if they cannot be written.
    """
    texts = {
        "findings.json": findings_json.render(found.findings),
        "findings.sarif": sarif.render(found.findings),
        "changes.json": changes_json.render(found.diff),
        "comment.md": markdown.comment(found.diff, found.findings),
        "summary.md": summary_of(found),
        "report.json": json.dumps(as_data(found.diff, number, found.findings), ensure_ascii=False)
        + "\n",
    }
    for name, text in texts.items():
        write_whole(folder / name, text.encode())
    return list(texts)


def annotations(found: Review) -> str:
    """Workflow commands for GitHub: alarms and changes first, then findings, new ones first.

    At most ten of each severity; then a line of counts for findings, and one for changes.
    """
    weightiest = chain(changes_github.annotations(found.diff), github.annotations(found.weighed))
    counts = (github.counts(found.findings), changes_github.counts(found.diff))
    return "\n".join((*github.shown(weightiest), *counts)) + "\n"


def summary_of(found: Review) -> str:
    """Changes, then findings, for the page that GitHub shows beside a run; at most 1,000,000 bytes.

    What had no room is counted.
    """
    changes = f"{markdown.summary(found.diff, found.findings)}\n"
    room = min(github.MOST, _SUMMARY - len(changes.encode()))
    return changes + github.summary(found.weighed, room)
