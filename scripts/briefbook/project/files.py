"""Reads what somebody names, and writes files whole or not at all."""

import errno
import os
import select
import stat
import tempfile
import time
from pathlib import Path

from briefbook.project.wrong_use import WrongUse

_PATIENCE = 5
"""Seconds for which a pipe may have nobody who writes to it."""
_MIB = 1024 * 1024
MOST_READ = 256 * _MIB
"""A manifest or a baseline of ten thousand briefs has about a tenth of this."""


def read_named(path: Path, most: int = MOST_READ) -> bytes:
    """What a file that somebody named holds; a pipe is read to its end.

    Raises OSError where it cannot be read, or nobody writes to the pipe; WrongUse where it holds
    more than so many bytes (as /dev/zero does).
    """
    found = read_beginning(path, most + 1)
    if len(found) > most:
        raise WrongUse(f"{path} is larger than {most // _MIB} MiB")
    return found


def read_beginning(path: Path, most: int) -> bytes:
    """At most so many bytes of what a file that somebody named holds, or of what a pipe brings.

    Raises OSError where it cannot be read, or nobody writes to the pipe.
    """
    try:
        if stat.S_ISFIFO(path.stat().st_mode):
            return _piped(path, most)
        with path.open("rb") as stream:
            return stream.read(most)
    except ValueError:  # a name that no system takes
        raise OSError(errno.EINVAL, "that is no name of a file") from None


def _piped(path: Path, most: int) -> bytes:
    """What comes out of a pipe: somebody who writes slowly is waited for."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as stream:
        until, began = time.monotonic() + _PATIENCE, b""
        while not select.select([handle], [], [], 0.05)[0]:
            try:
                began = os.read(handle, 1)
            except BlockingIOError:
                break
            if began:
                break
            if time.monotonic() > until:
                raise OSError(errno.EPIPE, "nobody writes to this pipe")
        os.set_blocking(handle, True)
        return began + stream.read(most - len(began))


def write_whole(path: Path, content: bytes, *, synced: bool = False) -> None:
    """Write through a temporary sibling, so that no reader ever sees half a file.

    A file that is there keeps its permissions. What is there and no plain file (a pipe,
    /dev/stdout) is written to as it is. `synced`: the content is on the disk before it takes its
    place, so that even a machine that loses its power leaves the old file or the new one.

    Raises WrongUse if the folder cannot be written to, or the disk is full.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".briefbook-")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
                if synced:
                    stream.flush()
                    os.fsync(stream.fileno())
            temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise WrongUse(f"{path} cannot be written: {(error.strerror or '').lower()}") from None


def remove_empty(folder: Path, top: Path) -> None:
    """Remove a folder if it is empty, and those above it, up to `top`, that are empty then."""
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
