"""Folders with all that is in them, by name and content."""

import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path


def add_tree(digest: "blake2b", folder: Path, without: str = "") -> None:
    """All files below a folder by name and content, but for folders `without` which it is the same;
    what is no file by what it is."""
    for name, entry in below(str(folder), ""):
        if without and without in name.split("/"):
            continue
        digest.update(f"{name}\0".encode(errors="surrogateescape"))
        try:
            if entry.is_symlink():
                digest.update(f"link {os.readlink(entry.path)}".encode(errors="surrogateescape"))
            elif entry.is_file():
                with open(entry.path, "rb") as stream:
                    content = stream.read()
                digest.update(f"{len(content)}\0".encode())
                digest.update(content)
            else:
                digest.update(b"other")
        except OSError as error:
            digest.update(f"unread {error.errno}".encode())


def below(folder: str, name: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Everything below a folder but folders, with its name from there on, in the same order."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from below(entry.path, f"{name}{entry.name}/")
        else:
            yield f"{name}{entry.name}", entry


LINK = "link "
"""With this begins the stamp of a symbolic link."""


def stamps(folder: str) -> dict[str, str]:
    """Each file below a folder with its size and when it was touched last, which nobody can set.

    Raises OSError for a file that goes while one looks.
    """
    found: dict[str, str] = {}
    _stamp(folder, "", found)
    return found


def stamp(seen: os.stat_result) -> str:
    """What tells whether a file was touched."""
    return f"{seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns}"


def _stamp(folder: str, name: str, found: dict[str, str]) -> None:
    try:
        entries = sorted(os.scandir(folder), key=_by_name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            _stamp(entry.path, f"{name}{entry.name}/", found)
        else:
            kind = LINK if entry.is_symlink() else ""
            found[f"{name}{entry.name}"] = kind + stamp(entry.stat(follow_symlinks=False))


def _by_name(entry: "os.DirEntry[str]") -> str:
    return entry.name
