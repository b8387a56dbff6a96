"""`briefbook links`: whether the pages and archived copies of sources are still there."""

import sys
from collections import Counter
from datetime import date

import click

from briefbook.analysis.link_state import LinkState
from briefbook.audit.probe import RequestLimits, ask_all
from briefbook.cli.exit_codes import Command
from briefbook.cli.options import project_options, wants_progress
from briefbook.cli.output import emit
from briefbook.lint.link_answers import addresses, text, unarchived
from briefbook.project.edition import read_edition
from briefbook.project.project import Project
from briefbook.text.listing import counted
from briefbook.text.url import uri


@click.command("links", cls=Command)
@click.option("-o", "--output", metavar="FILE", help="Write the answers to this file.")
@click.option(
    "--timeout", type=click.FloatRange(0.1, 600), default=20, show_default=True, metavar="SECONDS",
    help="Wait so long for an answer.",
)  # fmt: skip
@click.option(
    "--pause", type=click.FloatRange(0, 600), default=1, show_default=True, metavar="SECONDS",
    help="Wait so long between two questions to one host.",
)  # fmt: skip
@click.option(
    "--archive-list",
    metavar="FILE",
    help="Write the addresses that want archiving to this file, one on each line.",
)
@click.option(
    "--allow-private",
    is_flag=True,
    help="Ask hosts of private networks, too; this is unsafe with briefs of strangers.",
)
@project_options
def links(
    output: str | None,
    timeout: float,
    pause: float,
    archive_list: str | None,
    allow_private: bool,
    project: Project,
    today: date,
) -> int:
    """Ask whether the pages of all sources are still there.

    Archived copies are asked for, too. This goes out to the internet, which building never does.
    The answers are JSON; “briefbook check --links FILE” says which sources are in trouble. With
    --archive-list the pages of which nobody keeps a copy are listed as programs that archive pages
    read them.
    """
    edition = read_edition(project, today)
    urls = addresses(edition)
    shown = wants_progress() and sys.stderr.isatty()
    with click.progressbar(length=len(urls), file=sys.stderr, hidden=not shown) as bar:
        manners = RequestLimits(timeout, pause, private=allow_private)
        answers = ask_all(urls, manners, lambda: bar.update(1))
    emit(text(answers), output)
    if archive_list:
        wanted = unarchived(answers, edition)
        emit("".join(f"{uri(url)}\n" for url in wanted), archive_list)
        click.echo(f"{counted(len(wanted), 'page')} without a copy: {archive_list}", err=True)
    count = Counter(one.state for one in answers.values())
    there, gone, unclear = (count[state] for state in LinkState)
    click.echo(
        f"{counted(len(answers), 'address', 'addresses')} asked: {there} still lead to their page, "
        f"{gone} no longer do, {unclear} gave no clear answer",
        err=True,
    )
    return 0
