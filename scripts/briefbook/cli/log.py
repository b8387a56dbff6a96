"""`briefbook log`: how a brief, or one record of it, came to say what it says."""

from datetime import date

import click

from briefbook.cli.exit_codes import Command
from briefbook.cli.options import project_options
from briefbook.cli.output import emit
from briefbook.project.project import Project
from briefbook.review.comparison import read_history


@click.command("log", cls=Command)
@click.argument("reference", metavar="BRIEF[#RECORD]")
@project_options
def log(reference: str, project: Project, today: date) -> int:
    """Show how a brief, or a record of it, came to say what it says.

    Changes come commit by commit, the newest first. BRIEF is the id of a brief, RECORD that of a
    claim, judgment or other record in it; former ids, and ids of what is gone, are known, too.
    """
    emit(read_history(project, reference, today), None)
    return 0
