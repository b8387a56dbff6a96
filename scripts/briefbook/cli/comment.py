"""`briefbook comment`: one comment under a pull request, from the report of `briefbook review`."""

import os
from pathlib import Path

import click

from briefbook.diff.told import MOST, UnreadableReport, read
from briefbook.project.wrong_use import WrongUse
from briefbook.review.github import BOT, forge
from briefbook.review.github_comment import comment_text, put_comment
from briefbook.text.terminal import visible


@click.command("comment")
@click.option("--report", required=True, metavar="FILE", help="The report.json of a review.")
@click.option("--repository", required=True, metavar="OWNER/NAME", help="Where to comment.")
@click.option("--head-sha", required=True, metavar="SHA", help="The commit that was reviewed.")
@click.option("--preview", metavar="URL", help="Where the pages can be looked at.")
@click.option("--api", default="https://api.github.com", show_default=True, help="GitHub's API.")
@click.option("--bot-id", type=int, default=BOT, show_default=True, help="Who comments.")
def comment(
    report: str, repository: str, head_sha: str, preview: str | None, api: str, bot_id: int
) -> int:
    """Say under a pull request what changed in the briefs; said again, the comment is renewed.

    The report is taken as data: whoever wrote it, nothing of it is run or printed unescaped. The
    token is read from GITHUB_TOKEN.
    """
    try:
        with Path(report).open("rb") as stream:
            found = read(stream.read(MOST + 1))
    except OSError as error:
        raise WrongUse(f"{report} cannot be read: {(error.strerror or '').lower()}") from None
    except UnreadableReport as error:
        raise WrongUse(str(error)) from None
    at = forge(api, repository, os.environ.get("GITHUB_TOKEN", ""))
    done = put_comment(at, found, head_sha, comment_text(found, preview), bot_id)
    click.echo(visible(done))
    return 0
