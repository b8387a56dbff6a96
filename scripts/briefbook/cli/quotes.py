"""`briefbook quotes`: prove quotations against the stored texts of their sources."""

from datetime import date
from pathlib import PurePath

import click

from briefbook.analysis.edition import Edition
from briefbook.cli.exit_codes import Command
from briefbook.cli.options import format_option, project_options
from briefbook.cli.output import emit
from briefbook.lint.quotation_report import QuotationReport
from briefbook.project.edition import read_project
from briefbook.project.processes import Processes, all_cores
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse
from briefbook.text.suggest import nearest
from briefbook.text.terminal import visible


@click.command(
    "quotes",
    cls=Command,
    one="A quotation does not stand where it should, or a brief cannot be read.",
)
@click.argument("briefs", nargs=-1, metavar="[BRIEF]...")
@format_option(("terminal", "json"), "quotations")
@click.option("-o", "--output", metavar="FILE", help="Write the result to this file.")
@project_options
def quotes(
    briefs: tuple[str, ...], form: str, output: str | None, project: Project, today: date
) -> int:
    """Prove quotations against the stored texts of their sources.

    BRIEF is the id of a brief, or its file; without one all are looked at. Texts are stored with
    “briefbook snapshot”. Quotations that could not be checked are told first.
    """
    read = read_project(project, today, workers=Processes(all_cores()))
    edition = read.edition
    names = [_named(name, edition) for name in briefs] or [*edition.briefs]
    report = QuotationReport.of(edition, dict.fromkeys(names))
    unread = [file.path for file in edition.corpus.files if not file.is_read and not briefs]
    for path in unread:
        said = f"{path} cannot be read whole: its quotations were not looked at (briefbook check)"
        click.echo(visible(said), err=True)
    emit(report.json() if form == "json" else report.text(), output)
    read.save()  # where nothing can be kept, the next run asks all texts anew
    return int(report.fails or bool(unread))


def _named(name: str, edition: Edition) -> str:
    brief = name if name in edition.briefs else PurePath(name).stem
    if brief in edition.briefs:
        return brief
    if any(file.id == brief for file in edition.corpus.files):
        raise WrongUse(f"the brief “{brief}” cannot be read whole; see briefbook check")
    guess = nearest(name, edition.briefs)
    hint = f"; did you mean “{guess}”?" if guess else ""
    raise WrongUse(f"there is no brief “{visible(name)}”{hint}")
