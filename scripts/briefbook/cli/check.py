"""`briefbook check`: all findings of the corpus, or of some files in the light of the corpus."""

import os
from datetime import date
from pathlib import Path

import click

from briefbook.cli.exit_codes import Command
from briefbook.cli.options import format_option, project_options
from briefbook.cli.output import append_summary, emit
from briefbook.cli.policy import policy_of
from briefbook.cli.stderr import (
    say,
    say_deprecations,
    say_fixed,
    say_no_briefs,
    say_old_waivers,
    unchecked,
)
from briefbook.corpus import BRIEFINGS
from briefbook.findings import Severity
from briefbook.findings.render import Renderer
from briefbook.lint import Selection, UnknownRule, codes_of, run
from briefbook.lint.baseline import Baseline
from briefbook.lint.link_answers import answer_findings
from briefbook.lint.published import vanished
from briefbook.project.check_inputs import read_answers, read_baseline, read_manifest
from briefbook.project.edition import read_edition, read_project
from briefbook.project.files import write_whole
from briefbook.project.processes import Processes, all_cores
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse
from briefbook.registry import discover
from briefbook.rules.deprecated_names import deprecation_notices
from briefbook.text.listing import counted

_RENDERERS = {item.name: item for item in discover("briefbook.findings.render", Renderer)}


@click.command("check", cls=Command, one="There are findings at or above --fail-on.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@format_option(_RENDERERS, "findings")
@click.option(
    "--select",
    multiple=True,
    metavar="CODES",
    help="Show only these rules: codes, names or families, with commas between.",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="CODES",
    help="Leave these rules out: codes, names or families, with commas between.",
)
@click.option(
    "--fail-on",
    type=click.Choice([level.name for level in reversed(Severity)]),
    default="error",
    show_default=True,
    help="Exit with 1 at findings of this severity or above.",
)
@click.option(
    "--baseline", metavar="FILE", help="Leave out the findings that this file knows already."
)
@click.option(
    "--update-baseline", is_flag=True, help="Write the file of --baseline anew, and pass."
)
@click.option(
    "--published",
    metavar="FILE",
    help="Find what is gone here but stands in this manifest of the published site.",
)
@click.option(
    "--links",
    metavar="FILE",
    help="Find sources whose pages are gone, by this file that “briefbook links” wrote.",
)
@click.option("--fix", is_flag=True, help="Mend in the files what is mechanical and certain.")
@click.option("-o", "--output", metavar="FILE", help="Write the findings to this file.")
@project_options
def check(
    paths: tuple[str, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    baseline: str | None,
    update_baseline: bool,
    published: str | None,
    links: str | None,
    fix: bool,
    output: str | None,
    project: Project,
    today: date,
) -> int:
    """Show what is wrong with the briefs, where, and how to mend it.

    Each finding says why it matters, and “briefbook explain” says more. With a PATH, or several,
    only what stands in those files and folders is shown; the rest is read all the same, because a
    reference can only be checked against it.
    """
    if update_baseline and not baseline:
        raise WrongUse("--update-baseline needs --baseline FILE, the file to write")
    selection = Selection(_codes(select), _codes(ignore), _paths(project, paths))
    policy = policy_of(project)
    # Of few files all is found at once; to know what else still holds would take longer.
    read = None if paths or fix else read_project(project, today, workers=Processes(all_cores()))
    edition = (
        read.edition
        if read
        else read_edition(project, today, anew=fix, wants_path=selection.wants_path)
    )
    if not edition.corpus.files:
        say_no_briefs()
    say_old_waivers(edition, selection.wants_path)
    known = read_baseline(Path(baseline)) if baseline and not update_baseline else None
    if fix:
        from briefbook.authoring.fix import mend  # noqa: PLC0415 slow to import

        edition, mended = mend(
            project,
            lambda: read_edition(project, today, anew=True),
            lambda e: run(e, policy, selection),
        )
        say_fixed(mended)
    more = [
        *(vanished(read_manifest(Path(published)), edition) if published else ()),
        *(answer_findings(read_answers(Path(links)).answers, edition) if links else ()),
    ]
    report = run(edition, policy, selection, more, read.findings if read else None)
    if read:
        read.save()  # where nothing can be kept, the next run finds all anew
    if baseline and update_baseline:
        write_whole(Path(baseline), Baseline.of(report).text().encode())
        click.echo(f"{counted(len(report.findings), 'finding')} in {baseline}", err=True)
        return 0
    if known:
        if not (paths or select or ignore) and (gone := known.gone(report)):
            click.echo(f"{gone} in {baseline} no longer occur; --update-baseline drops them",
                       err=True)  # fmt: skip
        report = known.without_known(report)
    say(unchecked(edition))
    renderer = _RENDERERS[form]
    if renderer.for_hosts:
        report = report.within(project.within)
    emit(renderer.render(report), output, coloured=form == "terminal")
    if renderer.summary:
        append_summary(renderer.summary(report), os.environ)
    return int(report.fails(Severity[fail_on]))


def _codes(values: tuple[str, ...]) -> tuple[str, ...]:
    try:
        words = [code for value in values for code in value.split(",") if code.strip()]
        codes = codes_of(words)
    except UnknownRule as error:
        raise WrongUse(str(error)) from None
    say_deprecations(deprecation_notices(words))
    return codes


def _paths(project: Project, paths: tuple[str, ...]) -> tuple[str, ...]:
    found = []
    for name in paths:
        path = Path(os.path.normpath(Path(name).absolute()))
        if not os.path.lexists(path):
            raise WrongUse(f"there is no file or folder “{name}”")
        place = path.parent.resolve() / path.name if path != path.parent else path
        if not place.is_relative_to(project.root):
            raise WrongUse(f"“{name}” lies outside the project {project.root}")
        within = place.relative_to(project.root)
        if within.parts and within.parts[0] != BRIEFINGS:
            raise WrongUse(f"“{name}” is no brief: briefs lie in {BRIEFINGS}/")
        found.append(within.as_posix())
    return tuple(found)
