"""`briefbook log`: how a brief, or one record of it, came to say what it says."""

from datetime import date

import click

from briefbook.cli.options import project_options
from briefbook.cli.output import emit
from briefbook.project.project import Project
from briefbook.review.comparison import read_history


@click.command("log")
@click.argument("reference", metavar="BRIEF[#RECORD]")
@project_options
def log(reference: str, project: Project, today: date) -> int:
    """Show what changed in a brief, or in one record of it, commit by commit, the newest first."""
    emit(read_history(project, reference, today), None)
    return 0
