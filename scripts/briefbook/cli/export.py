"""`briefbook export`: one data product."""

from datetime import date

import click

from briefbook.cli.exit_codes import Command
from briefbook.cli.options import project_options
from briefbook.cli.output import emit
from briefbook.exporters import exporters
from briefbook.project.edition import read_edition
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse
from briefbook.text.suggest import nearest


@click.command("export", cls=Command)
@click.argument("name", required=False)
@click.option("--list", "listing", is_flag=True, help="Show all data products, a line each.")
@click.option("-o", "--output", metavar="FILE", help="Write the data to this file.")
@project_options
def export(
    name: str | None, listing: bool, output: str | None, project: Project, today: date
) -> int:
    """Write the data product NAME, made from all briefs."""
    known = {one.name: one for one in exporters()}
    if listing:
        emit("".join(f"{one.name:<12}{one.about}\n" for one in known.values()), None)
        return 0
    if name not in known:
        guess = nearest(name or "", known)
        hint = f"; did you mean “{guess}”?" if guess else "; see briefbook export --list"
        raise WrongUse(f"there is no data product “{name}”{hint}" if name else f"name one{hint}")
    edition = read_edition(project, today)
    if not known[name].fits(edition):
        raise WrongUse(
            f"“{name}” holds full addresses, and mkdocs.yml does not say the site's: write it "
            "there, as in site_url: https://example.org/"
        )
    first = next(iter(known[name].artifacts(edition)))
    emit(first.content.decode(), output)
    return 0
