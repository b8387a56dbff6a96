"""`briefbook review`: everything that a pull request needs, as files."""

import os
from datetime import date
from pathlib import Path

import click

from briefbook.cli.options import project_options
from briefbook.cli.output import append_summary, emit
from briefbook.diff.render import github as changes
from briefbook.findings import Severity
from briefbook.findings.render import github as findings
from briefbook.project.edition import read_policy
from briefbook.project.project import Project
from briefbook.review.review import review as review_project
from briefbook.review.review import summary_of, write_report


@click.command("review")
@click.option("--base", required=True, metavar="REV", help="What the change is to be merged into.")
@click.option("--report", required=True, metavar="DIR", help="Where the files are written.")
@click.option("--head", metavar="REV", help="Where the files come from, if that is not HEAD.")
@click.option("--number", type=int, metavar="N", help="The number of the pull request.")
@project_options
def review(
    base: str, report: str, head: str | None, number: int | None, project: Project, today: date
) -> int:
    """Check the briefs and compare them with where they parted from BASE; write it all as files.

    Annotations for GitHub are printed. Exit 1 at errors, of the briefs or of the change.
    """
    found = review_project(project, read_policy(project), base, today, head)
    write_report(found, Path(report), number)
    emit(findings.RENDERER.render(found.findings) + changes.RENDERER.render(found.diff), None)
    append_summary(summary_of(found), os.environ)
    return int(found.findings.fails(Severity.error) or found.diff.alarms.fails(Severity.error))
