"""`briefbook check`: all findings of the corpus, or of some files in the light of the corpus."""

import os
from datetime import date
from pathlib import Path

import click

from briefbook.authoring.fix import mend
from briefbook.cli.options import project_options
from briefbook.cli.output import append_summary, emit
from briefbook.cli.talk import say_mended, say_no_briefs
from briefbook.findings import Severity
from briefbook.findings.render import Renderer
from briefbook.lint import Selection, UnknownRule, codes_of, run
from briefbook.lint.baseline import Baseline
from briefbook.lint.links import heard
from briefbook.lint.published import vanished
from briefbook.project.baseline import read_answers, read_baseline, read_manifest
from briefbook.project.edition import read_edition, read_policy
from briefbook.project.files import write_whole
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse
from briefbook.registry import discover
from briefbook.text.listing import counted

_RENDERERS = {item.name: item for item in discover("briefbook.findings.render", Renderer)}


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--format", "form", type=click.Choice(sorted(_RENDERERS)), default="terminal", show_default=True
)
@click.option("--select", multiple=True, metavar="CODES", help="Only these codes or families.")
@click.option("--ignore", multiple=True, metavar="CODES", help="All but these codes or families.")
@click.option(
    "--fail-on",
    type=click.Choice([level.name for level in reversed(Severity)]),
    default="error",
    show_default=True,
    help="Exit with 1 at findings of this severity or above.",
)
@click.option("--baseline", metavar="FILE", help="Leave out the findings that this file knows.")
@click.option("--update-baseline", is_flag=True, help="Write the baseline anew, and pass.")
@click.option(
    "--published", metavar="FILE", help="Find what this site's manifest has and is gone here."
)
@click.option(
    "--links", metavar="FILE", help="Find sources whose pages are gone; briefbook links writes it."
)
@click.option("--fix", is_flag=True, help="Mend what is mechanical and certain.")
@click.option("-o", "--output", metavar="FILE", help="Write the findings there.")
@project_options
def check(
    paths: tuple[str, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    baseline: str | None,
    update_baseline: bool,
    published: str | None,
    links: str | None,
    fix: bool,
    output: str | None,
    project: Project,
    today: date,
) -> int:
    """Show what is wrong with the briefs, where, why it matters and how to mend it."""
    if update_baseline and not baseline:
        raise WrongUse("--update-baseline needs --baseline FILE, the file to write")
    selection = Selection(_codes(select), _codes(ignore), _paths(project, paths))
    policy = read_policy(project)
    edition = read_edition(project, today)
    if not edition.corpus.files:
        say_no_briefs()
    known = read_baseline(Path(baseline)) if baseline and not update_baseline else None
    if fix:
        edition, mended = mend(
            project, lambda: read_edition(project, today), lambda e: run(e, policy, selection)
        )
        say_mended(mended)
    more = [
        *(vanished(read_manifest(Path(published)), edition) if published else ()),
        *(heard(read_answers(Path(links)), edition) if links else ()),
    ]
    report = run(edition, policy, selection, more)
    if baseline and update_baseline:
        write_whole(Path(baseline), Baseline.of(report).text().encode())
        click.echo(f"{counted(len(report.findings), 'finding')} in {baseline}", err=True)
        return 0
    if known:
        if not (paths or select or ignore) and (gone := known.gone(report)):
            click.echo(f"{gone} in {baseline} no longer occur; --update-baseline drops them",
                       err=True)  # fmt: skip
        report = known.without_known(report)
    renderer = _RENDERERS[form]
    emit(renderer.render(report), output, coloured=form == "terminal")
    if renderer.summary:
        append_summary(renderer.summary(report), os.environ)
    return int(report.fails(Severity[fail_on]))


def _codes(values: tuple[str, ...]) -> tuple[str, ...]:
    try:
        return codes_of(code for value in values for code in value.split(",") if code.strip())
    except UnknownRule as error:
        raise WrongUse(str(error)) from None


def _paths(project: Project, paths: tuple[str, ...]) -> tuple[str, ...]:
    found = []
    for name in paths:
        path = Path(os.path.normpath(Path(name).absolute()))
        if not os.path.lexists(path):
            raise WrongUse(f"there is no file or folder “{name}”")
        place = path.parent.resolve() / path.name if path != path.parent else path
        if not place.is_relative_to(project.root):
            raise WrongUse(f"“{name}” lies outside the project {project.root}")
        found.append(place.relative_to(project.root).as_posix())
    return tuple(found)
