"""`briefbook build`: check, compile, engine, link check, and the swap of the finished site."""

from datetime import date

import click

from briefbook.cli.exit_codes import Command
from briefbook.cli.options import project_options
from briefbook.cli.policy import policy_of
from briefbook.cli.stderr import say_broken, say_counts, say_warnings, stopping_errors
from briefbook.findings import Severity
from briefbook.lint import run
from briefbook.project.edition import read_edition
from briefbook.project.project import Project
from briefbook.publish.engines import Engine
from briefbook.registry import discover


@click.command(
    "build",
    cls=Command,
    one="The briefs hold errors; with --strict, warnings or broken links are enough.",
)
@click.option(
    "--engine",
    metavar="NAME",
    default="mkdocs",
    show_default=True,
    help="Make the pages with this program: mkdocs or zensical.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 at warnings and at broken links, too.")
@project_options
def build(engine: str, strict: bool, project: Project, today: date) -> int:
    """Build the finished site into site/, whole or not at all.

    Errors that would make a page wrong stop it, and the old site stays. Other findings are counted.
    """
    from briefbook.publish.build import build_project  # noqa: PLC0415 slow to import

    engines = {item.name: item for item in discover("briefbook.publish.engines", Engine)}
    if engine not in engines:
        raise click.BadParameter(f"{engine!r} is none of {', '.join(sorted(engines))}",
                                 param_hint="'--engine'")  # fmt: skip
    policy = policy_of(project)
    edition = read_edition(project, today)
    if stopping_errors(edition):
        return 1
    built = build_project(project, edition, engines[engine])
    say_warnings(built.compiled)
    say_broken(built.broken, project.docs)
    click.echo(f"{built.compiled.pages} pages in {built.site}", err=True)
    report = run(edition, policy)
    say_counts(report)
    of_site = bool(built.broken or built.compiled.dangling or built.compiled.warnings)
    warned = of_site or report.fails(Severity.warning)
    return int(report.fails(Severity.error) or (strict and warned))
