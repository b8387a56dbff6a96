"""`briefbook diff`: what changed in the briefs between two revisions, claim by claim."""

import os
from datetime import date

import click

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.cli.exit_codes import Command
from briefbook.cli.options import format_option, project_options
from briefbook.cli.output import append_summary, emit
from briefbook.cli.policy import policy_of
from briefbook.diff.render import DiffRenderer
from briefbook.findings import Severity
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse
from briefbook.registry import discover
from briefbook.review.comparison import read_comparison
from briefbook.text.suggest import nearest

_RENDERERS = {item.name: item for item in discover("briefbook.diff.render", DiffRenderer)}
_ANY = "any"


@click.command(
    "diff", cls=Command, one="There are changes of a kind in --fail-on, or alarms that are errors."
)
@click.argument("base")
@click.argument("head", required=False)
@format_option(_RENDERERS, "changes")
@click.option(
    "--fail-on",
    multiple=True,
    metavar="KIND",
    help="Exit with 1 at changes of this kind, such as verdict-moved; “any” for every kind.",
)
@click.option("-o", "--output", metavar="FILE", help="Write the changes to this file.")
@project_options
def diff(
    base: str,
    head: str | None,
    form: str,
    fail_on: tuple[str, ...],
    output: str | None,
    project: Project,
    today: date,
) -> int:
    """Show what changed in the briefs since the revision BASE.

    It is compared with the revision HEAD or, without one, with the files as they are now.
    Reordering, reflowing and comments are no changes. Alarms are shown with what they are about.
    """
    kinds = _kinds(fail_on)
    report = read_comparison(project, policy_of(project), base, head, today)
    renderer = _RENDERERS[form]
    emit(renderer.render(report), output, coloured=form == "terminal")
    if renderer.summary:
        append_summary(renderer.summary(report), os.environ)
    asked = any(change.kind in kinds for change in report.comparison.changes)
    return int(asked or report.alarms.fails(Severity.error))


def _kinds(words: tuple[str, ...]) -> frozenset[str]:
    found = [word.strip() for value in words for word in value.split(",") if word.strip()]
    if words and not found:
        raise WrongUse("--fail-on names no kind of change; “any” stands for all")
    for word in found:
        if word != _ANY and word not in {*ChangeKind}:
            guess = nearest(word, [*ChangeKind])
            every = f"; there are: {', '.join(sorted(ChangeKind))}; “any” stands for all"
            hint = f"; did you mean “{guess}”?" if guess else every
            raise WrongUse(f"there is no kind of change “{word}”{hint}")
    return frozenset(ChangeKind if _ANY in found else found)
