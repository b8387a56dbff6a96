"""Work spread over processes: the same results in the same order, for any number of them.

Processes are forked, so that they see what was read and computed before without copying it. Where
a system cannot fork safely (Windows, macOS), and where there is little to do, one process does all.
"""

import gc
import multiprocessing
import os
import sys
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Future, ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, Protocol, TypeVar

from briefbook.project.garbage import held

Item = TypeVar("Item")
Result = TypeVar("Result")
FEW = 100
"""With fewer items of a usual weight, processes cost more than they save."""
_CHUNK = 16
_AHEAD = 3
"""Chunks for each process that wait or are done and not yet taken: results are held until then."""
_PATIENCE = 120.0
"""Seconds for one chunk, after which a process counts as hanging."""
_work: Callable[[Any], Any] | None = None


def all_cores() -> int:
    """How many processes can run at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Far:
    """How the same work is done where nothing of this process is in memory: `work` can be imported
    by its name, and is given what is `shared` (made once, for all), what it is `about`, and some
    items."""

    work: Callable[[Any, Any, list[Any]], list[Any]]
    about: Any = None
    shared: Callable[[], bytes] | None = None


class Workers(Protocol):
    """Whoever does work for this process."""

    @property
    def are_many(self) -> bool:
        """Whether others than this process work."""

    def over(
        self,
        work: Callable[[Item], Result],
        items: Iterable[Item],
        far: Far | None = None,
        weight: int = 1,
    ) -> Iterator[Result]:
        """`work` done on each item, in their order; what it raises is raised here. An item is as
        much work as `weight` usual ones, such as briefs."""

    def close(self) -> None:
        """Let go of others; what is asked for afterwards is done by this process."""


@dataclass(frozen=True, slots=True)
class Processes:
    """So many processes of this machine."""

    jobs: int = 1

    @property
    def are_many(self) -> bool:
        """Whether others than this process work."""
        return self.jobs > 1 and sys.platform == "linux"

    def over(
        self,
        work: Callable[[Item], Result],
        items: Iterable[Item],
        far: Far | None = None,
        weight: int = 1,
    ) -> Iterator[Result]:
        """`work` done on each item, in their order, as `spread` does it."""
        return spread(work, items, self.jobs, weight)

    def close(self) -> None:
        """Nobody waits between two pieces of work."""


def spread(
    work: Callable[[Item], Result], items: Iterable[Item], jobs: int, weight: int = 1
) -> Iterator[Result]:
    """`work` done on each item, in their order, by `jobs` processes; an item is as much work as
    `weight` usual ones.

    What `work` raises is raised here. What a process that dies or hangs had to do is done here.
    `work` may be a closure: it is not sent anywhere; its results are.
    """
    waiting, few = iter(items), max(2, FEW // weight)
    first = list(islice(waiting, few))
    if len(first) < few or not Processes(jobs).are_many:
        yield from map(work, first)
        yield from map(work, waiting)
        return
    # What is computed once for all is computed here, before there are several to compute it.
    yield work(first[0])
    yield from _forked(work, chunks(chain(first[1:], waiting), weight), jobs)


def chunks(items: Iterable[Item], weight: int = 1) -> Iterator[list[Item]]:
    """Items in lists that pay to be sent, made when they are asked for."""
    return batched(items, max(1, _CHUNK // weight))


def batched(items: Iterable[Item], most: int) -> Iterator[list[Item]]:
    """Items in lists of at most so many."""
    waiting = iter(items)
    while batch := list(islice(waiting, most)):
        yield batch


def _forked(
    work: Callable[[Item], Result], pieces: Iterator[list[Item]], jobs: int
) -> Iterator[Result]:
    global _work  # noqa: PLW0603 what forked processes find in their memory
    before, _work = _work, work
    gc.collect()
    pool = ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("fork"))
    begun: deque[tuple[list[Item], Future[list[Result]]]] = deque()
    try:
        with held():  # else each process would copy all memory, looking for garbage
            for chunk in pieces:
                begun.append((chunk, _submitted(pool, chunk)))
                if len(begun) >= jobs * _AHEAD:
                    yield from _taken(pool, work, *begun.popleft())
            while begun:
                yield from _taken(pool, work, *begun.popleft())
    finally:
        _work = before
        _end(pool)


def _submitted(pool: ProcessPoolExecutor, chunk: list[Item]) -> "Future[list[Result]]":
    try:
        with warnings.catch_warnings():
            # Threads of others (a progress bar) hold none of our locks.
            warnings.simplefilter("ignore", DeprecationWarning)
            return pool.submit(_done, chunk)
    except (BrokenExecutor, RuntimeError) as error:
        failed: Future[list[Result]] = Future()
        failed.set_exception(BrokenExecutor(str(error)))
        return failed


def _taken(
    pool: ProcessPoolExecutor,
    work: Callable[[Item], Result],
    chunk: list[Item],
    future: "Future[list[Result]]",
) -> Iterator[Result]:
    try:
        yield from future.result(_PATIENCE)
    except (BrokenExecutor, CancelledError, TimeoutError):
        _end(pool)
        yield from map(work, chunk)


def _end(pool: ProcessPoolExecutor) -> None:
    """Stop all processes, those that hang as well."""
    processes = list((pool._processes or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        with suppress(OSError, ValueError):
            process.terminate()


def _done(chunk: list[Any]) -> list[Any]:
    """In a forked process: the work, found where it was when the process was forked."""
    if _work is None:
        raise BrokenExecutor("there is nothing to do")
    return [_work(item) for item in chunk]
