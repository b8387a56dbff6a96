"""Work done beside other work, in a process of its own, where there is a core for it."""

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import TypeVar

from briefbook.project.processes import all_cores

T = TypeVar("T")


def aside(work: Callable[[], T], jobs: int | None = None) -> Callable[[], T]:
    """Begin `work` beside what follows; returns what waits for its result.

    With one job, where a system cannot fork, and beside other threads (nobody would open their
    locks in the other process), it is done when the result is asked for; and so is what a process
    that died, or raised something, had to do. `work` changes nothing that others see.
    """
    alone = threading.active_count() == 1
    if (jobs or all_cores()) < 2 or sys.platform != "linux" or not alone:
        return work
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(work, sender), daemon=True)
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
