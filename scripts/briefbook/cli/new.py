"""`briefbook new`: starts a brief."""

import os
from datetime import date
from pathlib import Path

import click

from briefbook.authoring.new_brief import write_new_brief
from briefbook.authoring.snippet import MOST, fenced
from briefbook.authoring.snippet import snippet as make_snippet
from briefbook.cli.exit_codes import Command
from briefbook.cli.options import project_options
from briefbook.project.clock import today
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse


@click.group("new")
def new() -> None:
    """Start a brief, or a part of one."""


@new.command("brief", cls=Command)
@click.argument("brief_id", metavar="ID")
@project_options
def brief(brief_id: str, project: Project, today: date) -> int:
    """Write briefings/ID.yml: a brief with its blanks explained."""
    path = write_new_brief(project, brief_id, today)
    click.echo(path.relative_to(project.root).as_posix())
    return 0


@new.command("snippet", cls=Command)
@click.argument("issue", metavar="FILE")
@click.option("--markdown", is_flag=True, help="Print the YAML as a block of Markdown.")
def snippet(issue: str, markdown: bool) -> int:
    """Turn a filled-in issue form into YAML for a brief.

    FILE holds the text of the issue, as GitHub gives it: “Propose a claim” and the like.
    """
    try:
        with Path(issue).open(encoding="utf-8", errors="replace") as stream:
            text = make_snippet(stream.read(MOST + 1), today(None, os.environ))
    except OSError as error:
        raise WrongUse(f"{issue} cannot be read: {(error.strerror or '').lower()}") from None
    click.echo(fenced(text, "yaml") if markdown else text, nl=False)
    return 0
