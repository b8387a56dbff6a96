"""Runs work on a stranger's file apart: in a process whose memory and time are bounded."""

import faulthandler
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar

T = TypeVar("T")


class TookTooMuch(Exception):
    """The work ran out of its time or memory, or broke down."""


def guarded(work: Callable[[], T], *, seconds: int = 20, megabytes: int = 2_048) -> T:
    """What `work` returns; exceptions that it raises are raised here.

    Where a system cannot fork safely (Windows, macOS) the work is done unbounded.

    Raises TookTooMuch.
    """
    if sys.platform != "linux":
        return work()
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(
        target=_run, args=(work, theirs, seconds, megabytes * 1024 * 1024), daemon=True
    )
    process.start()
    theirs.close()
    try:
        if not ours.poll(seconds):
            raise TookTooMuch(f"it took longer than {seconds} seconds")
        try:
            done, result = ours.recv()
        except EOFError:
            raise TookTooMuch(
                "it takes more memory than a page or a book should, or breaks what reads it"
            ) from None
    finally:
        process.kill()
        process.join()
        ours.close()
    if done:
        return result  # type: ignore[no-any-return]
    raise result


def _run(work: Callable[[], Any], answers: Connection, seconds: int, size: int) -> None:
    import resource  # noqa: PLC0415 Linux has it

    faulthandler.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # a library that breaks down says so to nobody
    resource.setrlimit(resource.RLIMIT_CPU, (seconds + 1, seconds + 1))  # time is told first
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    try:
        answers.send((True, work()))
    except MemoryError:
        answers.close()
    except Exception as error:
        answers.send((False, error))
