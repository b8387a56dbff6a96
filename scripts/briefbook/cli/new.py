"""`briefbook new`: starts a brief."""

from datetime import date

import click

from briefbook.cli.options import project_options
from briefbook.site.new_brief import write_new_brief
from briefbook.site.project import Project


@click.group("new")
def new() -> None:
    """Start something new."""


@new.command("brief")
@click.argument("brief_id", metavar="ID")
@project_options
def brief(brief_id: str, project: Project, today: date) -> int:
    """Write briefings/ID.yml: a brief with its blanks explained, ready to be filled."""
    path = write_new_brief(project, brief_id, today)
    click.echo(path.relative_to(project.root).as_posix())
    return 0
