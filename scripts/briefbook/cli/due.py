"""`briefbook due`: what has come due in the briefs, as text or as one issue that is kept."""

import os
from datetime import date
from pathlib import Path

import click

from briefbook.cli.exit_codes import Command
from briefbook.cli.forge_options import forge_options
from briefbook.cli.options import project_options
from briefbook.cli.output import emit
from briefbook.cli.policy import policy_of
from briefbook.lint.coming import coming
from briefbook.lint.due import due as find
from briefbook.lint.link_answers import AnswerFile
from briefbook.project.check_inputs import read_answers
from briefbook.project.edition import read_edition
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse
from briefbook.review.forges import forge
from briefbook.review.issue import due_text, links_notice, put_issue


@click.command("due", cls=Command)
@click.option(
    "--links",
    metavar="FILE",
    help="Tell sources that are gone, too, by this file that “briefbook links” wrote.",
)
@click.option(
    "--links-broke-off",
    is_flag=True,
    help="Say that asking was broken off; then the file of --links may be missing.",
)
@click.option("-o", "--output", metavar="FILE", help="Write what is due to this file.")
@click.option("--issue", metavar="OWNER/NAME", help="Keep one issue in this repository about it.")
@forge_options("Look for the issue of the account with this number, and renew that.")
@project_options
def due(
    links: str | None,
    links_broke_off: bool,
    output: str | None,
    issue: str | None,
    host: str,
    api: str | None,
    bot_id: int | None,
    project: Project,
    today: date,
) -> int:
    """Say what has come due in the briefs while nobody touched them.

    These are reviews, questions, barriers and forecasts whose day is past, waivers that ended, and
    sources that are gone. What comes due in the next 14 days stands in a section below. With
    --issue it is kept as one issue: opened, brought up to date, and closed when nothing is due. The
    token is read from GITHUB_TOKEN, GITLAB_TOKEN or FORGEJO_TOKEN.
    """
    edition = read_edition(project, today)
    file = _answers(links, links_broke_off)
    policy = policy_of(project)
    report = find(edition, policy, file.answers if file else None)
    notice = links_notice(file, broke_off=links_broke_off)
    text = due_text(report, edition, coming(edition, policy), notice)
    emit(text.partition("\n")[2], output)
    if issue:
        connection = forge(host, api, issue, os.environ, bot_id)
        done = put_issue(connection, text, due=bool(report.findings or notice))
        click.echo(f"the issue: {done}", err=True)
    return 0


def _answers(links: str | None, broke_off: bool) -> AnswerFile | None:
    """What is known of the links; after a break that may be nothing, which is said.

    Raises WrongUse for a file that is not there or not one, unless the asking broke off.
    """
    if not links:
        return None
    try:
        return read_answers(Path(links))
    except WrongUse as error:
        if not broke_off:
            raise
        click.echo(f"nothing is known of the links: {error}", err=True)
        return None
