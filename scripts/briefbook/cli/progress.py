"""Shows what a long run is doing: a bar on a terminal, and where the time went if asked."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import click

from briefbook.cli.options import wants_progress
from briefbook.project.stages import heard


@dataclass
class _Spent:
    """Where time went, by stage: seconds of waiting and of processors, ours and our processes'."""

    stages: list[tuple[str, int, float, float]] = field(default_factory=list)
    _open: list[tuple[str, int, float, float]] = field(default_factory=list)
    bars: Any = None
    """Rich's, on a terminal."""

    def begin(self, name: str, total: int) -> None:
        if self.bars:
            self.bars.add_task(name, total=total or None)
        self._open.append((name, len(self._open), time.perf_counter(), _cpu()))

    def step(self) -> None:
        if self.bars:
            self.bars.advance(self.bars.task_ids[-1])

    def end(self) -> None:
        name, depth, wall, cpu = self._open.pop()
        self.stages.append((name, depth, time.perf_counter() - wall, _cpu() - cpu))
        if self.bars:
            self.bars.remove_task(self.bars.task_ids[-1])


def _bars() -> Any:  # noqa: ANN401 what is slow to import has no name here
    from rich import progress as rich  # noqa: PLC0415 slow to import
    from rich.console import Console  # noqa: PLC0415

    return rich.Progress(
        rich.SpinnerColumn(),
        rich.TextColumn("{task.description}"),
        rich.BarColumn(),
        rich.MofNCompleteColumn(),
        rich.TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )


def _cpu() -> float:
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


@contextmanager
def progress(*, profile: bool = False) -> Iterator[None]:
    """Show stages while they last; with `profile` say afterwards what each took."""
    spent = _Spent()
    if wants_progress() and sys.stderr.isatty():
        spent.bars = _bars()
        with spent.bars, heard(spent):
            yield
    else:
        with heard(spent):
            yield
    if profile:
        click.echo(f"{'':32}{'waited':>10}{'processor':>12}", err=True)
        for name, depth, wall, cpu in spent.stages:
            click.echo(f"{'  ' * depth + name:32}{wall:>8.2f} s{cpu:>10.2f} s", err=True)
