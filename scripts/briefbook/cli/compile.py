"""`briefbook compile`: writes everything that a reader sees into build/docs."""

from datetime import date

import click

from briefbook.cli.exit_codes import Command
from briefbook.cli.options import project_options
from briefbook.cli.stderr import before_publication, say, warnings
from briefbook.project.edition import read_edition
from briefbook.project.processes import all_cores
from briefbook.project.project import Project


@click.command("compile", cls=Command, one="Errors in the briefs stop publication.")
@project_options
def compile_(project: Project, today: date) -> int:
    """Write all that a reader sees into build/docs.

    That is Markdown, pictures, data and the search, and no finished pages. Files that have not
    changed are left untouched.
    """
    from briefbook.publish.compile import compile_project  # noqa: PLC0415 slow to import

    edition = read_edition(project, today)
    lines, stopped = before_publication(edition)
    say(lines)
    if stopped:
        return 1
    compiled = compile_project(project, edition, all_cores())
    say(warnings(compiled))
    done = compiled.synced
    click.echo(
        f"{compiled.pages} pages in {project.compiled}: {done.written} files written, "
        f"{done.unchanged} unchanged, {done.deleted} deleted",
        err=True,
    )
    return 0
