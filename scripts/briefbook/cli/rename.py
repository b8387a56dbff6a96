"""`briefbook rename` and `briefbook merge-sources`: other ids, through the whole corpus."""

from datetime import date

import click

from briefbook.authoring.reference_edits import Plan
from briefbook.authoring.rename import plan_merger, plan_renaming
from briefbook.cli.exit_codes import Command
from briefbook.cli.options import project_options
from briefbook.project.project import Project
from briefbook.text.listing import counted

_DRY = click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")


@click.command("rename", cls=Command)
@click.argument("what", metavar="WHAT")
@click.argument("new", metavar="NEW")
@_DRY
@project_options
def rename(what: str, new: str, dry_run: bool, project: Project, today: date) -> int:
    """Give a brief, record, source, actor or topic another id.

    WHAT is brief:ID, BRIEF#RECORD, source:ID, entity:ID or topic:ID, NEW its new id. Everything
    that names it follows, in briefs, in the library and in hand-written pages; the old address
    leads on.
    """
    return _carry_out(plan_renaming(project, what, new, today), project, dry_run=dry_run)


@click.command("merge-sources", cls=Command)
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@_DRY
@project_options
def merge_sources(one: str, other: str, dry_run: bool, project: Project, today: date) -> int:
    """Make two entries for one source into one.

    Everything that names A names B afterwards, A goes, and its page leads to that of B. What B
    says of itself stays; what A said otherwise is told.
    """
    return _carry_out(plan_merger(project, one, other, today), project, dry_run=dry_run)


def _carry_out(plan: Plan, project: Project, *, dry_run: bool) -> int:
    if dry_run:
        click.echo(plan.difference(project.root), nl=False)
    else:
        plan.carry_out(project.root)
    for path, moved in plan.moved.items():
        click.echo(f"{path} → {moved}", err=dry_run)
    files = counted(len(plan.files), "file")
    done = "would change" if dry_run else "changed"
    click.echo(f"{files} {done}, {counted(plan.links, 'reference')} followed", err=True)
    for note in plan.notes:
        click.echo(note, err=True)
    return 0
