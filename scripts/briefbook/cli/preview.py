"""`briefbook preview`: a copy of the site with what a change alters marked on its pages."""

from datetime import date
from pathlib import Path

import click

from briefbook.cli.exit_codes import Command
from briefbook.cli.options import project_options
from briefbook.cli.report_file import report_of
from briefbook.project.project import Project
from briefbook.text.listing import counted
from briefbook.text.terminal import visible


@click.command("preview", cls=Command)
@click.option(
    "--report",
    required=True,
    metavar="FILE",
    help="Read this report.json, which “briefbook review” wrote.",
)
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="PLACE",
    help="Put the copy into this folder, or into this .zip.",
)
@project_options
def preview(report: str, output: str, project: Project, today: date) -> int:
    """Copy the finished site, and mark on it what a change alters.

    Changed records have a bar, and open to show what stood there and what stands there now; the
    front page lists them. The site itself stays as it is: build it first.
    """
    from briefbook.publish.marked import marked_site  # noqa: PLC0415 slow to import

    found = marked_site(project.published, report_of(report), Path(output))
    pages = counted(found.pages, "page")
    records = counted(found.records, "changed place")
    click.echo(f"{visible(str(found.place))}: {records} marked on {pages}", err=True)
    if found.lacking:
        click.echo(
            f"{counted(found.lacking, 'changed page')} of the report not found in the site. Is it "
            "the site of this change? Build it again.",
            err=True,
        )
    return 0
