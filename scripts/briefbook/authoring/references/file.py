"""Reads a file of references from disk."""

from pathlib import Path

from briefbook.authoring.references import Reference, Unread, Unreadable, read_references
from briefbook.project.files import read_named
from briefbook.project.wrong_use import WrongUse
from briefbook.text.terminal import visible

_MOST = 64 * 1024 * 1024


def read_reference_file(path: Path, encoding: str = "") -> list[Reference | Unread]:
    """What a file holds.

    Raises WrongUse if it cannot be read, is too large, or is in no format that is known.
    """
    try:
        raw = read_named(path, _MOST)
        if encoding:
            raw = raw.decode(encoding).encode()
    except (LookupError, UnicodeError):
        raise WrongUse(f"{path} is not in the encoding “{visible(encoding)}”") from None
    except OSError as error:
        raise WrongUse(f"{path} cannot be read: {(error.strerror or '').lower()}") from None
    try:
        found = [*read_references(raw, path.name)]
    except Unreadable as error:
        raise WrongUse(f"{path}: {error}") from None
    if not found:
        raise WrongUse(f"{path}: there is no entry in it")
    return found
