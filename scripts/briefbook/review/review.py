"""Everything that a pull request needs, as files: findings, changes, alarms, comment, summary."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefbook.diff.change_report import as_data
from briefbook.diff.git_command import GitTrouble
from briefbook.diff.render import json as changes_json
from briefbook.diff.render import markdown
from briefbook.diff.report import DiffReport
from briefbook.findings import Report
from briefbook.findings.render import json as findings_json
from briefbook.findings.render import sarif
from briefbook.findings.render.github import summary
from briefbook.lint import Policy, run
from briefbook.project.edition import read_project
from briefbook.project.files import write_whole
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse
from briefbook.review.comparison import open_repository, read_comparison


@dataclass(frozen=True, slots=True)
class Review:
    """What a review found: all findings of the head, and the comparison with the base."""

    findings: Report
    diff: DiffReport


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
    return Review(found.within(project.within), diff)


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


def summary_of(found: Review) -> str:
    """Changes, then findings, for the page that GitHub shows beside a run."""
    return f"{markdown.summary(found.diff, found.findings)}\n{summary(found.findings)}"
