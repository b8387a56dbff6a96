"""A lock on a folder, so that two runs never write into it at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from briefbook.project.wrong_use import WrongUse

LOCK = ".briefbook/authoring.lock"
"""Held by who changes briefs or the library."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file for a while; the system lets it go even if the process is killed.

    Raises WrongUse if another run holds it, or it cannot be created.
    """
    lock = FileLock(path, blocking=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout:
        raise WrongUse(f"another briefbook is writing to {path.parent}; wait for it") from None
    except OSError as error:
        raise WrongUse(
            f"{path.parent} cannot be written: {(error.strerror or '').lower()}"
        ) from None
    try:
        yield
    finally:
        lock.release()
