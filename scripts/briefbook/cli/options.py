"""Options that several commands take."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from briefbook.site.project import Project, open_project

F = TypeVar("F", bound=Callable[..., Any])


def project_options(command: F) -> F:
    """`--project DIR` and `--today DATE`; the command receives `project` and `today`."""
    command = click.option(
        "--today",
        callback=_today,
        metavar="DATE",
        help="The day that counts as today, YYYY-MM-DD.",
    )(command)
    return click.option(
        "--project",
        callback=_project,
        metavar="DIR",
        help="The project's folder (default: the nearest upward with a mkdocs.yml).",
    )(command)


def _project(context: click.Context, parameter: click.Parameter, value: str | None) -> Project:
    return open_project(Path(value) if value else None)


def _today(context: click.Context, parameter: click.Parameter, value: str | None) -> date:
    text = value or os.environ.get("BRIEFBOOK_TODAY")
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        if text:
            return date.fromisoformat(text)
        if epoch:
            return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise click.BadParameter(f"{text or epoch!r} is no day; write it as 2026-11-23") from None
    return datetime.now(UTC).date()
