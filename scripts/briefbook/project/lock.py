"""A lock on a folder, so that two runs never write into it at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefbook.project.wrong_use import WrongUse


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock file for a while; the system lets it go even if the process is killed.

    Raises WrongUse if another run holds it, or it cannot be created.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        stream = path.open("a")
    except OSError as error:
        raise WrongUse(
            f"{path.parent} cannot be written: {(error.strerror or '').lower()}"
        ) from None
    with stream:
        try:
            import fcntl  # noqa: PLC0415 not on Windows, where one run at a time is up to the user

            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except ImportError:
            pass
        except OSError:
            raise WrongUse(f"another briefbook is writing to {path.parent}; wait for it") from None
        yield
