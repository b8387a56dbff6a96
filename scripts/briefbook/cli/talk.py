"""What commands say on standard error while they work."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from briefbook.corpus import Corpus, locate
from briefbook.findings import Severity
from briefbook.findings.render.terminal import render
from briefbook.lint import Selection, run
from briefbook.text.terminal import visible

if TYPE_CHECKING:
    from briefbook.site.handwritten import DanglingLink

STOPPING = ("SYN", "SCH", "REF")


def stopping_errors(corpus: Corpus) -> bool:
    """Show findings that stop publication; whether there are any."""
    report = locate(corpus, run(corpus, Selection(select=STOPPING)))
    if report.findings:
        click.echo(render(report), err=True, nl=False)
    return report.fails(Severity.error)


def say_dangling(links: "Iterable[DanglingLink]") -> None:
    """Warn of links of hand-written pages that lead nowhere."""
    for item in links:
        place = f"{visible(item.path)}:{item.line}"
        click.echo(f"{place}: warning: the link [[{item.link}]] leads nowhere", err=True)
