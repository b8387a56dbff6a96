"""Writes files whole or not at all."""

import os
import tempfile
from pathlib import Path

from briefbook.project.wrong_use import WrongUse


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
