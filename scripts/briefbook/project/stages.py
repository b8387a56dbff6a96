"""What a long run is doing, for whoever shows it: stages one after the other, with counts.

Who works says `with stage("Making pages", 100) as step:` and calls `step()` for each thing done.
Nobody has to listen; the command line does, on a terminal and for `--profile`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol


class Listener(Protocol):
    """Is told of stages. `total` is how many things there are to do; 0 where nobody knows."""

    def begin(self, name: str, total: int) -> None:
        """A stage begins, perhaps within another."""

    def step(self) -> None:
        """One thing of it is done."""

    def end(self) -> None:
        """The stage begun last ends."""


_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def heard(listener: Listener) -> Iterator[None]:
    """Let somebody listen."""
    before = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(before)


@contextmanager
def stage(name: str, total: int = 0) -> Iterator[Callable[[], None]]:
    """A stage of the work; yields what is to be called when one thing of it is done."""
    listener = _listener.get()
    if listener is None:
        yield _nothing
        return
    listener.begin(name, total)
    try:
        yield listener.step
    finally:
        listener.end()


def _nothing() -> None:
    pass
