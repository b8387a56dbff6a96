"""Work done beside other work, in a process of its own, where there is a core for it."""

import multiprocessing
import os
import sys
import warnings
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import TypeVar

from briefbook.project.processes import all_cores

T = TypeVar("T")


def aside(work: Callable[[], T], jobs: int | None = None) -> Callable[[], T]:
    """Begin `work` beside what follows; returns what waits for its result.

    With one job, or where a system cannot fork, it is done when the result is asked for; and so is
    what a process that died, or raised something, had to do. `work` changes nothing that others
    see.
    """
    if (jobs or all_cores()) < 2 or sys.platform != "linux":
        return work
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(work, sender), daemon=True)
    with warnings.catch_warnings():
        # Threads of others (a progress bar) hold none of our locks.
        warnings.simplefilter("ignore", DeprecationWarning)
        process.start()
    sender.close()

    def result() -> T:
        try:
            found: T = receiver.recv()
        except (EOFError, OSError):
            found = work()
        finally:
            receiver.close()
            process.join()
        return found

    return result


def _send(work: Callable[[], T], sender: Connection) -> None:
    """In the other process: the result, or nothing."""
    with suppress(BaseException):  # whoever waits does it again, and is told what is wrong
        sender.send(work())
    sender.close()
    os._exit(0)
