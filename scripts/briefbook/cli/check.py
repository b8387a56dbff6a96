"""`briefbook check`: all findings of the corpus, or of some files in the light of the corpus."""

import os
from datetime import date
from pathlib import Path

import click

from briefbook.cli.options import project_options
from briefbook.cli.output import emit
from briefbook.corpus import locate
from briefbook.findings import Severity
from briefbook.findings.render import Renderer
from briefbook.lint import Selection, run
from briefbook.registry import discover
from briefbook.rules import all_rules
from briefbook.site.corpus import read_corpus
from briefbook.site.project import Project
from briefbook.site.wrong_use import WrongUse

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
@click.option("-o", "--output", metavar="FILE", help="Write the findings there.")
@project_options
def check(
    paths: tuple[str, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    output: str | None,
    project: Project,
    today: date,
) -> int:
    """Show what is wrong with the briefs, where, why it matters and how to mend it."""
    selection = Selection(_codes(select), _codes(ignore), _paths(project, paths))
    corpus = read_corpus(project)
    report = locate(corpus, run(corpus, selection))
    emit(_RENDERERS[form].render(report), output, coloured=form == "terminal")
    return int(report.fails(Severity[fail_on]))


def _codes(values: tuple[str, ...]) -> tuple[str, ...]:
    wanted = [code.strip().upper() for value in values for code in value.split(",") if code.strip()]
    known = [rule.kind.code for rule in all_rules()]
    for code in wanted:
        if not any(other.startswith(code) for other in known):
            raise WrongUse(f"no rule has a code that begins with “{code}”; see explain --list")
    return tuple(wanted)


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
