"""Brings a folder up to date with artifacts, leaving unchanged files untouched.

Paths are plain texts here: of tens of thousands of files, objects would cost more than the work.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from pathlib import Path

from briefbook.project.files import remove_empty, write_whole
from briefbook.project.lock import locked
from briefbook.project.wrong_use import WrongUse
from briefbook.text.artifact import Artifact


@dataclass(frozen=True, slots=True)
class Synced:
    """How many files were written, left and deleted; the names of those that are otherwise now."""

    written: int
    unchanged: int
    deleted: int
    changed: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Unchanged:
    """Stands for an artifact that is in the folder already, as it would be now."""

    path: str


def sync(
    artifacts: Iterable[Artifact | Unchanged], folder: Path, there: Set[str] | None = None
) -> Synced:
    """Put in what differs, then delete what no artifact names; one artifact is held at a time.
    `there` are the files of the folder, no link among them, where somebody has looked.

    What differs is written to a folder beside it first, and takes its place when all artifacts have
    come: what is raised before leaves everything as it was.

    Raises WrongUse if the folder cannot be written to or is a link, another run is at it, or an
    artifact's path would lie outside it.
    """
    with locked(folder.parent / ".lock"):
        if there is None or folder.is_symlink():
            _refuse_links(folder)
        staged = folder.parent / ".staged"
        shutil.rmtree(staged, ignore_errors=True)
        try:
            wanted, differing = _stage(artifacts, folder, staged)
            try:
                _put(staged, folder, differing)
                gone = _sweep(folder, wanted) if there is None else _without(folder, there - wanted)
            except OSError as error:
                raise _refused(error, "deleted" if differing else "written") from None
        finally:
            shutil.rmtree(staged, ignore_errors=True)
        left = len(wanted) - len(differing)
        return Synced(len(differing), left, len(gone), frozenset(differing), frozenset(gone))


def _stage(
    artifacts: Iterable[Artifact | Unchanged], folder: Path, staged: Path
) -> tuple[set[str], list[str]]:
    """The paths of all artifacts, and of those that differ, which lie numbered in `staged`."""
    wanted: set[str] = set()
    differing: list[str] = []
    root = str(folder)
    for artifact in artifacts:
        path = artifact.path
        if {"", ".", ".."} & {*path.split("/")}:
            raise WrongUse(f"{path} would be written outside {folder}")
        wanted.add(path)
        if isinstance(artifact, Artifact) and not _same(f"{root}/{path}", artifact.content):
            try:
                if not differing:
                    staged.mkdir(parents=True)
                with open(staged / str(len(differing)), "wb") as stream:
                    stream.write(artifact.content)
            except OSError as error:
                raise _refused(error, "written") from None
            differing.append(path)
    return wanted, differing


def _put(staged: Path, folder: Path, differing: Iterable[str]) -> None:
    made = set[str]()
    for number, path in enumerate(differing):
        place = f"{folder}/{path}"
        parent = place.rpartition("/")[0]
        if parent not in made:
            try:
                os.makedirs(parent, exist_ok=True)
            except OSError as error:
                raise _refused(error, "written") from None
            made.add(parent)
        try:
            os.replace(f"{staged}/{number}", place)
        except OSError as error:
            raise WrongUse(f"{place} cannot be written: {(error.strerror or '').lower()}") from None


def _refused(error: OSError, what: str) -> WrongUse:
    reason = (error.strerror or str(error)).lower()
    return WrongUse(f"{error.filename} cannot be {what}: {reason}")


def refresh(artifacts: Iterable[Artifact], folder: Path) -> int:
    """Write what differs and leave everything else as it is; how many files were written.

    Raises WrongUse as `sync` does.
    """
    with locked(folder.parent / ".lock"):
        differing = [one for one in artifacts if not _same(f"{folder}/{one.path}", one.content)]
        for artifact in differing:
            write_whole(folder / artifact.path, artifact.content)
        return len(differing)


def _refuse_links(folder: Path) -> None:
    """Whatever a link leads to is not ours: nothing is written or deleted through one."""
    for here in (str(folder), *(one.path for one in _below(str(folder)) if one.is_symlink())):
        if os.path.islink(here):
            raise WrongUse(f"{here} is a symbolic link; delete it, generated files go there")


def _below(folder: str) -> Iterator["os.DirEntry[str]"]:
    """Everything below a folder; links are not followed."""
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    for entry in entries:
        yield entry
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)


def _same(path: str, content: bytes) -> bool:
    try:
        if os.stat(path).st_size != len(content):
            return False
        with open(path, "rb") as stream:
            return stream.read() == content
    except OSError:
        return False


def _sweep(folder: Path, wanted: set[str]) -> list[str]:
    """Delete files that nobody wants, then folders that are empty; returns the files' names."""
    deleted = []
    start = len(str(folder)) + 1
    for here, folders, names in os.walk(folder, topdown=False):
        below = here[start:].replace(os.sep, "/")
        for name in names:
            if (file := f"{below}/{name}" if below else name) not in wanted:
                os.unlink(os.path.join(here, name))
                deleted.append(file)
        for name in folders:
            path = os.path.join(here, name)
            if not os.listdir(path):
                os.rmdir(path)
    return deleted


def _without(folder: Path, names: Set[str]) -> Set[str]:
    """Delete these files, then the folders that are empty without them."""
    for name in names:
        os.unlink(f"{folder}/{name}")
    for name in sorted(names, reverse=True):
        remove_empty((folder / name).parent, folder)
    return names
