"""Brings a folder up to date with artifacts, leaving unchanged files untouched."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefbook.project.files import write_whole
from briefbook.project.lock import locked
from briefbook.project.wrong_use import WrongUse
from briefbook.text.artifact import Artifact


@dataclass(frozen=True, slots=True)
class Synced:
    """How many files were written, left and deleted."""

    written: int
    unchanged: int
    deleted: int


def sync(artifacts: Iterable[Artifact], folder: Path) -> Synced:
    """Write what differs, then delete what no artifact names.

    Raises WrongUse if the folder cannot be written to or is a link, another run is at it, or an
    artifact's path would lie outside it.
    """
    with locked(folder.parent / ".lock"):
        _refuse_links(folder)
        wanted: set[Path] = set()
        written = unchanged = 0
        for artifact in artifacts:
            path = folder / artifact.path
            if ".." in path.parts or not path.is_relative_to(folder):
                raise WrongUse(f"{artifact.path} would be written outside {folder}")
            wanted.add(path)
            if _same(path, artifact.content):
                unchanged += 1
            else:
                write_whole(path, artifact.content)
                written += 1
        try:
            deleted = _sweep(folder, wanted)
        except OSError as error:
            reason = (error.strerror or "").lower()
            raise WrongUse(f"{error.filename} cannot be deleted: {reason}") from None
        return Synced(written, unchanged, deleted)


def refresh(artifacts: Iterable[Artifact], folder: Path) -> int:
    """Write what differs and leave everything else as it is; how many files were written.

    Raises WrongUse as `sync` does.
    """
    with locked(folder.parent / ".lock"):
        differing = [one for one in artifacts if not _same(folder / one.path, one.content)]
        for artifact in differing:
            write_whole(folder / artifact.path, artifact.content)
        return len(differing)


def _refuse_links(folder: Path) -> None:
    """Whatever a link leads to is not ours: nothing is written or deleted through one."""
    for here in (
        folder,
        *(Path(parent, name) for parent, names, _ in os.walk(folder) for name in names),
    ):
        if here.is_symlink():
            raise WrongUse(f"{here} is a symbolic link; delete it, generated files go there")


def _same(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def _sweep(folder: Path, wanted: set[Path]) -> int:
    deleted = 0
    for here, folders, names in os.walk(folder, topdown=False):
        for name in names:
            path = Path(here, name)
            if path not in wanted:
                path.unlink()
                deleted += 1
        for name in folders:
            path = Path(here, name)
            if not any(path.iterdir()):
                path.rmdir()
    return deleted
