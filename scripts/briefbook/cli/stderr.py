"""What commands say on standard error while they work."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefbook.analysis.edition import Edition
from briefbook.authoring.fix import Mended
from briefbook.findings import Report, Severity
from briefbook.findings.render.terminal import render
from briefbook.lint import blocking_findings, left_out
from briefbook.model.waiver import Waiver
from briefbook.project.config import CONFIG
from briefbook.rules.deprecated_names import deprecation_notices
from briefbook.text.listing import counted
from briefbook.text.terminal import visible

if TYPE_CHECKING:
    from briefbook.publish.compile import Compiled
    from briefbook.publish.link_check import BrokenLink


def stopping_errors(edition: Edition) -> bool:
    """Show findings that stop publication; whether there are any."""
    report = blocking_findings(edition)
    if report.findings:
        click.echo(render(report), err=True, nl=False)
    for line in left_out(edition):
        click.echo(visible(line), err=True)
    return report.fails(Severity.error)


def say_warnings(compiled: "Compiled") -> None:
    """Warn of what the site goes without, and of `[[links]]` that lead nowhere."""
    for warning in compiled.warnings:
        click.echo(f"{CONFIG}: warning: {warning}", err=True)
    for item in compiled.dangling:
        place = f"{visible(item.path)}:{item.line}"
        click.echo(f"{place}: warning: the link [[{item.link}]] leads nowhere", err=True)


def say_broken(links: "Iterable[BrokenLink]", docs: Path) -> None:
    """Warn of links that lead nowhere; where one is typed by hand, at its line."""
    from briefbook.publish.handwritten_links import locate_in_docs  # noqa: PLC0415 slow to import

    for one in locate_in_docs(links, docs):
        place = visible(f"{one.path}:{one.line}" if one.line else one.path)
        click.echo(f"{place}: warning: the link {visible(one.link)} leads nowhere", err=True)


def say_counts(report: Report) -> None:
    """Say how many findings there are besides, and how to see them."""
    counts = [
        counted(report.count(level), level.name)
        for level in reversed(Severity)
        if report.count(level)
    ]
    if counts:
        click.echo(f"{', '.join(counts)} in the briefs; see briefbook check", err=True)


def say_deprecations(lines: Iterable[str], where: str = "") -> None:
    """Say what to write instead of codes and names of rules that are on their way out."""
    for line in lines:
        click.echo(visible(f"{where}: {line}" if where else line), err=True)


def say_old_waivers(edition: Edition) -> None:
    """Say the same of waivers."""
    for waiver in edition.corpus.placed(Waiver):
        say_deprecations(deprecation_notices([waiver.record.rule]), f"{waiver.path}: waivers")


def say_no_briefs() -> None:
    """Say why there is nothing to find."""
    click.echo("there is no brief in briefings/ yet; briefbook new brief ID starts one", err=True)


def say_fixed(mended: Mended) -> None:
    """Say what `--fix` has mended, and what it had to leave."""
    files = counted(len(mended.files), "file")
    click.echo(f"{counted(mended.findings, 'finding')} mended in {files}", err=True)
    for path in mended.left:
        click.echo(f"{visible(path)}: left as it is: some of its letters are written as a letter "
                   "and a separate accent; save it in the composed form (NFC) first",
                   err=True)  # fmt: skip
