"""`briefbook comment`: one comment under a change, from the report of `briefbook review`."""

import os

import click

from briefbook.cli.exit_codes import Command
from briefbook.cli.forge_options import forge_options
from briefbook.cli.report_file import report_of
from briefbook.project.wrong_use import WrongUse
from briefbook.review.comment import comment_text, put_comment, put_failed
from briefbook.review.forges import forge
from briefbook.review.line_link import line_link
from briefbook.review.notice import REASONS
from briefbook.text.terminal import visible


@click.command("comment", cls=Command)
@click.option(
    "--report", metavar="FILE", help="Read this report.json, which “briefbook review” wrote."
)
@click.option(
    "--failed",
    type=click.Choice(tuple(REASONS)),
    help="There is no report: say that no review could be made, and why.",
)
@click.option(
    "--number",
    type=click.IntRange(min=1),
    metavar="N",
    help="With --failed: under the pull request of this number.",
)
@click.option(
    "--repository", required=True, metavar="OWNER/NAME", help="Comment in this repository."
)
@click.option(
    "--head-sha",
    required=True,
    metavar="SHA",
    help="Comment only if this commit, which was reviewed, is still the newest.",
)
@click.option(
    "--preview",
    metavar="URL",
    help="Link this address, where the pages can be looked at; in one that ends with “/” each "
    "record leads to its place.",
)
@forge_options("Look for comments of the account with this number, and renew those.")
def comment(
    report: str | None,
    failed: str | None,
    number: int | None,
    repository: str,
    head_sha: str,
    preview: str | None,
    host: str,
    api: str | None,
    bot_id: int | None,
) -> int:
    """Say under a pull request what changed in the briefs.

    There is one comment: said again, it is renewed. The report is taken as data: whoever wrote it,
    nothing of it is run or printed unescaped. With --failed, what the comment said stays, below a
    notice that it is about an older commit, until the next report. The token is read from
    GITHUB_TOKEN, GITLAB_TOKEN or FORGEJO_TOKEN.
    """
    if failed and number and not (report or preview):
        connection = forge(host, api, repository, os.environ, bot_id)
        done = put_failed(connection, number, head_sha, failed)
    elif report and not (failed or number):
        found = report_of(report)
        link = line_link(host, api, repository, head_sha)
        text = comment_text(found, preview, head_sha, link)
        connection = forge(host, api, repository, os.environ, bot_id)
        done = put_comment(connection, found, head_sha, text)
    else:
        raise WrongUse("say either --report FILE, or --failed and --number N")
    click.echo(visible(done))
    return 0
