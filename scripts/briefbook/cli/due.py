"""`briefbook due`: what has come due in the briefs, as text or as one issue that is kept."""

import os
from datetime import date
from pathlib import Path

import click

from briefbook.cli.options import project_options
from briefbook.cli.output import emit
from briefbook.lint.due import due as find
from briefbook.project.baseline import read_answers
from briefbook.project.edition import read_edition, read_policy
from briefbook.project.project import Project
from briefbook.review.github import BOT, forge
from briefbook.review.github_issue import due_text, put_issue


@click.command("due")
@click.option("--links", metavar="FILE", help="Sources that are gone, too; see briefbook links.")
@click.option("-o", "--output", metavar="FILE", help="Write it there.")
@click.option("--issue", metavar="OWNER/NAME", help="Keep one issue in this repository about it.")
@click.option("--api", default="https://api.github.com", show_default=True, help="GitHub's API.")
@click.option("--bot-id", type=int, default=BOT, show_default=True, help="Who opens the issue.")
@project_options
def due(
    links: str | None,
    output: str | None,
    issue: str | None,
    api: str,
    bot_id: int,
    project: Project,
    today: date,
) -> int:
    """Say what has come due: reviews, questions, barriers, forecasts, and sources that are gone.

    With --issue it is kept as one issue on GitHub: opened, brought up to date, and closed when
    nothing is left. The token is read from GITHUB_TOKEN.
    """
    edition = read_edition(project, today)
    answers = read_answers(Path(links)) if links else None
    report = find(edition, read_policy(project), answers)
    text = due_text(report, edition)
    emit(text.partition("\n")[2], output)
    if issue:
        at = forge(api, issue, os.environ.get("GITHUB_TOKEN", ""))
        done = put_issue(at, text, due=bool(report.findings), bot=bot_id)
        click.echo(f"the issue: {done}", err=True)
    return 0
