"""Options that several commands take."""

import os
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from briefbook.project.clock import today
from briefbook.project.project import Project, open_project

F = TypeVar("F", bound=Callable[..., Any])


def project_options(command: F) -> F:
    """`--project DIR` and `--today DATE`; the command receives `project` and `today`."""
    command = click.option(
        "--no-progress",
        is_flag=True,
        expose_value=False,
        callback=_progress,
        help="Show no progress bars while working.",
    )(command)
    command = click.option(
        "--today",
        callback=_today,
        metavar="DATE",
        help="Take this day, written as YYYY-MM-DD, for today.",
    )(command)
    return click.option(
        "--project",
        callback=_project,
        metavar="DIR",
        help="Use the project in this folder, not in the nearest one upward with a mkdocs.yml.",
    )(command)


def format_option(names: Iterable[str], what: str) -> Callable[[F], F]:
    """`--format NAME`, one of the names of renderers; the command receives `form`."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(sorted(names)),
        default="terminal",
        show_default=True,
        help=f"Show the {what} in this form.",
    )


_PROGRESS = "briefbook.progress"


def _progress(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    context.meta[_PROGRESS] = not value


def wants_progress() -> bool:
    """Whether the running command may show a progress bar, as far as its options say."""
    return bool(click.get_current_context().meta.get(_PROGRESS, True))


def _project(context: click.Context, parameter: click.Parameter, value: str | None) -> Project:
    return open_project(Path(value) if value else None)


def _today(context: click.Context, parameter: click.Parameter, value: str | None) -> date:
    return today(value, os.environ)
