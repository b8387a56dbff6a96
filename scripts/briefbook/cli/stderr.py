"""What commands say on standard error while they work."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefbook.analysis.court.proof import Lack
from briefbook.analysis.edition import Edition
from briefbook.authoring.fix import Mended
from briefbook.authoring.references import Reference, Unread
from briefbook.findings import Report, Severity
from briefbook.findings.render.terminal import render
from briefbook.lint import FindingsOfFiles, blocking_findings, left_out
from briefbook.model.waiver import Waiver
from briefbook.project.config import CONFIG
from briefbook.rules.deprecated_names import deprecation_notices
from briefbook.text.listing import counted
from briefbook.text.terminal import visible

if TYPE_CHECKING:
    from briefbook.publish.compile import Compiled
    from briefbook.publish.link_check import BrokenLink


def before_publication(
    edition: Edition, files: FindingsOfFiles | None = None
) -> tuple[list[str], bool]:
    """What there is to say before anything is published, a line each, and whether it stops that."""
    report = blocking_findings(edition, files)
    lines = render(report).splitlines() if report.findings else []
    lines += [*map(visible, left_out(edition, files)), *unchecked(edition)]
    return lines, report.fails(Severity.error)


def say_unread(references: Iterable[Reference | Unread]) -> None:
    """Name the entries of a file of references that could not be read."""
    for one in references:
        if isinstance(one, Unread):
            where = f"line {one.line}: " if one.line else ""
            click.echo(visible(f"{where}not read: {one.why}"), err=True)


def unchecked(edition: Edition) -> Iterator[str]:
    """How many quotations could not be checked for want of a text on this machine; a line, or
    none."""
    lacking = sum(proof.lack is Lack.not_here for proof in edition.proofs.values())
    if lacking:
        was, its = ("was", "its text is") if lacking == 1 else ("were", "their texts are")
        yield (
            f"{counted(lacking, 'quotation')} {was} not checked: {its} not stored on this machine "
            "(briefbook quotes says which)"
        )


def say(lines: Iterable[str]) -> None:
    """Say some lines."""
    for line in lines:
        click.echo(line, err=True)


def warnings(compiled: "Compiled") -> Iterator[str]:
    """What the site goes without, `[[links]]` that lead nowhere, questions of a new site that still
    stand: a line each."""
    for warning in compiled.warnings:
        yield f"{CONFIG}: warning: {warning}"
    for item in compiled.dangling:
        place = f"{visible(item.path)}:{item.line}"
        yield f"{place}: warning: the link [[{item.link}]] leads nowhere"
    for path, line in compiled.unanswered:
        place = f"{visible(path)}:{line}"
        yield f"{place}: note: readers see this question to you; put your answer here"


def broken(links: "Iterable[BrokenLink]", docs: Path) -> Iterator[str]:
    """Links that lead nowhere, a line each; where one is typed by hand, at its line."""
    from briefbook.publish.handwritten_links import locate_in_docs  # noqa: PLC0415 slow to import

    for one in locate_in_docs(links, docs):
        place = visible(f"{one.path}:{one.line}" if one.line else one.path)
        yield f"{place}: warning: the link {visible(one.link)} leads nowhere"


def counts(report: Report) -> Iterator[str]:
    """How many findings there are besides, and how to see them: a line, or none."""
    found = [
        counted(report.count(level), level.name)
        for level in reversed(Severity)
        if report.count(level)
    ]
    if found:
        yield f"{', '.join(found)} in the briefs; see briefbook check"


def deprecations(lines: Iterable[str], where: str = "") -> list[str]:
    """What to write instead of codes and names of rules that are on their way out."""
    return [visible(f"{where}: {line}" if where else line) for line in lines]


def say_deprecations(lines: Iterable[str], where: str = "") -> None:
    """Say it."""
    say(deprecations(lines, where))


def say_old_waivers(edition: Edition, wants_path: Callable[[str], bool]) -> None:
    """Say the same of waivers."""
    paths = filter(wants_path, edition.corpus.file_at)
    for waiver in (one for path in paths for one in edition.corpus.at(path, Waiver)):
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
