"""Everything that a pull request needs, as files: findings, changes, alarms, comment, summary."""

import json
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from briefbook.diff.change_report import as_data
from briefbook.diff.git_command import GitTrouble
from briefbook.diff.render import github as changes_github
from briefbook.diff.render import json as changes_json
from briefbook.diff.render import markdown
from briefbook.diff.report import DiffReport
from briefbook.findings import Report, Severity
from briefbook.findings.render import github, sarif
from briefbook.findings.render import json as findings_json
from briefbook.lint import Policy, run
from briefbook.project.edition import read_project
from briefbook.project.files import write_whole
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse
from briefbook.review.comparison import open_repository, read_comparison
from briefbook.review.standing import fresh_first

_SUMMARY = 1_000_000
"""Bytes of a step's summary; GitHub refuses one of more than 1 MiB whole."""


@dataclass(frozen=True, slots=True)
class Review:
    """What a review found: all findings of the head, and the comparison with the base.

    `weighed` holds the same findings, those first that the base does not have; where all can be
    annotated anyway they stand in the order of files.
    """

    findings: Report
    diff: DiffReport
    weighed: Report


def review(
    project: Project, policy: Policy, base: str, today: date, head: str | None = None
) -> Review:
    """Check the files as they are, and compare them with where they parted from `base`.

    `head` is the commit that the files come from, if that is not HEAD: its history tells who
    wrote them.

    Raises WrongUse for a revision that is not there, or a history that does not reach it.
    """
    repository = open_repository(project)
    try:
        fork = repository.merge_base(repository.commit(base), repository.commit(head or "HEAD"))
    except GitTrouble as error:
        raise WrongUse(str(error)) from None
    diff = read_comparison(project, policy, fork, None, today, written=head)
    read = read_project(project, today)
    found = run(read.edition, policy, files=read.findings)
    read.save()  # where nothing can be kept, the next run finds all anew
    crowded = any(_many(found, diff, level) > github.SHOWN for level in Severity)
    weighed = fresh_first(project, policy, fork, today, found) if crowded else found
    return Review(found.within(project.within), diff, weighed.within(project.within))


def _many(found: Report, diff: DiffReport, level: Severity) -> int:
    """How many annotations of a severity there could be."""
    changes = len(diff.direct) if level is Severity.note else 0
    return found.count(level) + diff.alarms.count(level) + changes


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
