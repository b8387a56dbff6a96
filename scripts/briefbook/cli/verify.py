"""`briefbook verify`: whether a site keeps its promises, and says what the briefs say."""

from datetime import date

import click

from briefbook.cli.exit_codes import Command
from briefbook.cli.options import project_options
from briefbook.project.edition import read_edition
from briefbook.project.project import Project
from briefbook.publish.verify import verify as look
from briefbook.text.listing import counted
from briefbook.text.terminal import visible


@click.command("verify", cls=Command, one="Something is wrong with the site.")
@click.argument("place", metavar="DIR|URL")
@project_options
def verify(place: str, project: Project, today: date) -> int:
    """Check a finished site against its manifest and the briefs.

    DIR is the folder of a built site, URL the address of a published one. Every address of the
    manifest must lead to its page and anchor, and every hash must be that of what the briefs say.
    """
    found = look(place, read_edition(project, today))
    for line in found.wrong:
        click.echo(visible(line))
    many = counted(found.addresses, "address", "addresses")
    click.echo(f"{many} looked at, {counted(len(found.wrong), 'thing')} wrong", err=True)
    return int(bool(found.wrong))
