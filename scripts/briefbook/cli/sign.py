"""`briefbook sign`: a reviewer's name under a brief, or under one of its records."""

from datetime import date

import click

from briefbook.authoring.sign import sign as write_signoff
from briefbook.cli.exit_codes import Command
from briefbook.cli.options import project_options
from briefbook.project.project import Project
from briefbook.text.terminal import visible


@click.command("sign", cls=Command)
@click.argument("reference", metavar="BRIEF[#RECORD]")
@click.option(
    "--by",
    required=True,
    metavar="NAME",
    help="Sign with this name, which is none of those who wrote the brief.",
)
@project_options
def sign(reference: str, by: str, project: Project, today: date) -> int:
    """Sign a brief, or one record of it, as it now stands.

    BRIEF is the id of a brief, RECORD that of a claim, judgment or other record in it. The entry is
    bound to the meaning of what is signed: when that changes, it no longer counts.
    """
    done = write_signoff(project, reference, by, today)
    if done.authors_unchecked_because:
        said = f"who wrote the brief is not known from git: {done.authors_unchecked_because}"
        click.echo(visible(said), err=True)
    if not done.written:
        click.echo(f"{visible(done.path)} holds this sign-off already", err=True)
        return 0
    click.echo(f"{visible(done.path)}: {visible(done.entry)}")
    click.echo("Now commit it, under your own name: whoever signs makes the commit.", err=True)
    return 0
