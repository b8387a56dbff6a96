"""Shows what a long run is doing: a bar on a terminal, and where the time went if asked."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeRemainingColumn,
)

from briefbook.cli.options import wants_progress
from briefbook.project.stages import heard


@dataclass
class _Spent:
    """Where time went, by stage: seconds of waiting and of processors, ours and our processes'."""

    stages: list[tuple[str, int, float, float]] = field(default_factory=list)
    _open: list[tuple[str, int, float, float]] = field(default_factory=list)
    bars: Progress | None = None

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


def _cpu() -> float:
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


@contextmanager
def progress(*, profile: bool = False) -> Iterator[None]:
    """Show stages while they last; with `profile` say afterwards what each took."""
    spent = _Spent()
    if wants_progress() and sys.stderr.isatty():
        columns = (
            SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
            TimeRemainingColumn(),
        )  # fmt: skip
        spent.bars = Progress(*columns, console=Console(stderr=True), transient=True)
        with spent.bars, heard(spent):
            yield
    else:
        with heard(spent):
            yield
    if profile:
        click.echo(f"{'':32}{'waited':>10}{'processor':>12}", err=True)
        for name, depth, wall, cpu in spent.stages:
            click.echo(f"{'  ' * depth + name:32}{wall:>8.2f} s{cpu:>10.2f} s", err=True)
