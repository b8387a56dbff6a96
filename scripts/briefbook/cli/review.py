"""`briefbook review`: everything that a pull request needs, as files."""

import os
from datetime import date
from pathlib import Path

import click

from briefbook.cli.exit_codes import Command
from briefbook.cli.options import project_options
from briefbook.cli.output import append_summary, emit
from briefbook.cli.policy import policy_of
from briefbook.findings import Severity
from briefbook.project.project import Project
from briefbook.review.review import annotations, summary_of, write_report
from briefbook.review.review import review as review_project


@click.command("review", cls=Command, one="The briefs, or what changed in them, hold errors.")
@click.option(
    "--base",
    required=True,
    metavar="REV",
    help="Compare with where the change parted from this revision.",
)
@click.option("--report", required=True, metavar="DIR", help="Write the files into this folder.")
@click.option(
    "--head", metavar="REV", help="Take this revision for the change, if that is not HEAD."
)
@click.option(
    "--number", type=int, metavar="N", help="Name the pull request of this number in the report."
)
@project_options
def review(
    base: str, report: str, head: str | None, number: int | None, project: Project, today: date
) -> int:
    """Check and compare the briefs of a pull request, and write files.

    The files are a report for programs, a comment, a summary, and findings for code scanning.
    Annotations for GitHub are printed.
    """
    found = review_project(project, policy_of, base, today, head)
    write_report(found, Path(report), number)
    emit(annotations(found), None)
    append_summary(summary_of(found), os.environ)
    return int(found.findings.fails(Severity.error) or found.diff.alarms.fails(Severity.error))
