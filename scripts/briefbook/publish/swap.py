"""Puts a finished folder in the place of another, whole: nobody ever sees half a site."""

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

from briefbook.project.wrong_use import WrongUse

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def swap_in(new: Path, place: Path) -> None:
    """Let `new` take `place`; what stood there is deleted afterwards.

    On Linux the two folders are exchanged in one step. Elsewhere, or where the file system cannot
    do that, the old one is set aside first; `recover` puts it back after a crash between the two.

    Raises WrongUse if the folders cannot be renamed.
    """
    old = place.with_name(f"{place.name}.old")
    try:
        if not place.exists():
            new.replace(place)
            return
        if _exchanged(new, place):
            _delete_old(new, place)
            return
        shutil.rmtree(old, ignore_errors=True)
        place.rename(old)
        new.rename(place)
        _delete_old(old, place)
    except OSError as error:
        recover(place)
        raise WrongUse(
            f"{place} cannot be replaced: {(error.strerror or str(error)).lower()}"
        ) from None


def exchange(one: Path, place: Path) -> None:
    """Let two folders take each other's place, in one step where the system can.

    Raises OSError. Where it cannot, `recover` puts the old one back after a crash in between.
    """
    if _exchanged(one, place):
        return
    old = place.with_name(f"{place.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    place.rename(old)
    one.rename(place)
    old.rename(one)


def _delete_old(old: Path, place: Path) -> None:
    try:
        shutil.rmtree(old)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise WrongUse(
            f"{place} is the new site, but what was there before cannot be deleted: "
            f"{error.filename}: {reason}"
        ) from None


def recover(place: Path) -> None:
    """Put back a folder that was set aside by a run that did not end."""
    old = place.with_name(f"{place.name}.old")
    if old.is_dir() and not place.exists():
        old.rename(place)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two paths in one step (renameat2, Linux 3.15); False where that is not possible."""
    if sys.platform != "linux":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "renameat2"):
        return False
    result = library.renameat2(
        _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE
    )
    if result == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.EPERM):
        return False
    raise OSError(code, os.strerror(code))
