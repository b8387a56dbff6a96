"""`briefbook links`: whether the pages and archived copies of sources are still there."""

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from briefbook.analysis.edition import Edition
from briefbook.analysis.link_state import LinkAnswers, LinkState
from briefbook.audit.probe import ask_all
from briefbook.audit.request import RequestLimits
from briefbook.cli.exit_codes import Command
from briefbook.cli.options import project_options, wants_progress
from briefbook.cli.output import emit
from briefbook.cli.stderr import say
from briefbook.lint.link_answers import AnswerFile, addresses, text, unarchived
from briefbook.project.check_inputs import read_answers
from briefbook.project.edition import read_edition
from briefbook.project.files import write_whole
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse
from briefbook.text.listing import counted
from briefbook.text.terminal import visible
from briefbook.text.url import uri


@click.command("links", cls=Command)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Keep the answers in this file; those of today that it has are not asked for again.",
)
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
    The answers are JSON; “briefbook check --links FILE” says which sources are in trouble. FILE is
    kept while addresses are asked: after a break, the same command goes on from there on the same
    day, and asks only what has no answer yet; without FILE it asks all. With --archive-list the
    pages of which nobody keeps a copy are listed as programs that archive pages read them.
    """
    edition = read_edition(project, today)
    urls = addresses(edition)
    kept = _Kept(output, today, urls)
    shown = wants_progress() and sys.stderr.isatty()
    left = sum(1 for url in urls if url not in kept.earlier or kept.earlier[url].again)
    with click.progressbar(length=left, file=sys.stderr, hidden=not shown) as bar:
        manners = RequestLimits(timeout, pause, private=allow_private)
        try:
            answers = ask_all(urls, manners, lambda: bar.update(1), kept.keep, kept.earlier)
        except KeyboardInterrupt:
            kept.say_broken_off()
            raise
        except WrongUse:
            _list_unarchived({}, edition, archive_list)  # it takes no answers to know those
            raise
    if not kept.path:
        emit(text(AnswerFile(answers, today)), output)
    _list_unarchived(answers, edition, archive_list)
    say(_summary(answers))
    return 0


def _list_unarchived(answers: LinkAnswers, edition: Edition, path: str | None) -> None:
    if path:
        wanted = unarchived(answers, edition)
        emit("".join(f"{uri(url)}\n" for url in wanted), path)
        click.echo(f"{counted(len(wanted), 'page')} without a copy: {path}", err=True)


def _summary(answers: LinkAnswers) -> Iterator[str]:
    """What came out, a line for each page that moved for good and one for all."""
    for url, one in answers.items():
        if one.moved:
            yield visible(f"moved for good: {url} is now {one.moved}")
    count = Counter(one.state for one in answers.values())
    there, gone, unclear = (count[state] for state in LinkState)
    yield (
        f"{counted(len(answers), 'address', 'addresses')} asked: {there} still lead to their page, "
        f"{gone} no longer do, {unclear} could not be asked or gave no clear answer"
    )


class _Kept:
    """The file in which answers are kept while addresses are asked, and what it held before.

    Raises WrongUse for a file that holds something else, or cannot be written.
    """

    def __init__(self, output: str | None, today: date, urls: set[str]) -> None:
        place = Path(output) if output else None
        self.path = None if place and place.exists() and not place.is_file() else place
        self._today, self._urls, self._found = today, urls, 0
        self.earlier: LinkAnswers = {}
        if self.path and self.path.exists():
            file = read_answers(self.path)
            before = file.answers if file.asked == today else {}
            self.earlier = {url: one for url, one in before.items() if url in urls}
        if self.earlier:
            many = counted(len(self.earlier), "address", "addresses")
            click.echo(f"{self.path} has the answers of {many} from an earlier run today", err=True)
        self.keep(self.earlier)

    def keep(self, answers: LinkAnswers) -> None:
        """Write what is known by now, whole or not at all."""
        self._found = len(answers)
        if self.path:
            file = AnswerFile(answers, self._today, len(self._urls) - len(answers))
            write_whole(self.path, text(file).encode(), synced=True)

    def say_broken_off(self) -> None:
        """Say what is kept after a break, and how to go on."""
        where = f": {self.path} has them, and the same command goes on from there"
        click.echo(f"{self._found:,} of {counted(len(self._urls), 'address', 'addresses')} "
                   f"answered{where if self.path else ''}", err=True)  # fmt: skip
