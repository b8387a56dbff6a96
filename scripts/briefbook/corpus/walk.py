"""Finds the files of briefings/: plain files only, in the order of names, without recursion."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from briefbook.findings import Finding, Place
from briefbook.syntax import finding_kinds
from briefbook.text.document import Span

MAX_DEPTH = 16
REFERENCE_MANAGERS = (".bib", ".ris", ".json")
LIBRARY = "_library"
MAKE_READABLE = "Let your user read it, or move it out of briefings/."
_HIDDEN_ENDING = re.compile(r"(?:(?<=\.yml)|(?<=\.yaml))\.(?:txt|rtf|docx?|odt)$", re.IGNORECASE)
_NOT_A_FOLDER = "A name that ends so belongs to a file: rename the folder."


def files_below(root: Path, folder: Path, *, briefs: bool) -> Iterator[Path | Finding]:
    """YAML files below a folder, and findings for what stands there but cannot be read.

    Hidden files are passed over; among briefs also files and folders that begin with “_”.
    Symbolic links are refused unread, `folder` itself included.
    """
    if not os.path.lexists(folder):
        return
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        if not _is_plain_folder(here):
            yield not_plain(root, here, "no plain folder")
            continue
        if len(here.relative_to(folder).parts) > MAX_DEPTH:
            what = f"a folder nested more than {MAX_DEPTH} deep"
            yield not_plain(root, here, what, "Move what it holds further up.")
            continue
        try:
            entries = sorted(os.scandir(here), key=lambda item: item.name)
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            yield not_plain(root, here, f"a folder that cannot be read ({reason})", MAKE_READABLE)
            continue
        inner = []
        for entry in entries:
            if entry.name.startswith(("_", ".") if briefs else "."):
                continue
            if entry.is_dir(follow_symlinks=False):
                if entry.name.endswith((".yml", ".yaml")):
                    yield not_plain(root, Path(entry.path), "a folder", _NOT_A_FOLDER)
                else:
                    inner.append(Path(entry.path))
            elif found := _file(root, Path(entry.path), is_link=entry.is_symlink()):
                yield found
            elif not briefs and entry.name.lower().endswith(REFERENCE_MANAGERS):
                yield _not_read_yet(root, Path(entry.path))
        waiting += reversed(inner)


def _is_plain_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:
        return False


def _file(root: Path, path: Path, *, is_link: bool) -> Path | Finding | None:
    if is_link:
        return not_plain(root, path, "a symbolic link")
    if path.suffix == ".yml":
        return path
    if hidden := _HIDDEN_ENDING.search(path.name):
        stem = path.name[: hidden.start()].rpartition(".")[0]
        return Finding(
            finding_kinds.WRONG_ENDING,
            f"The file name ends in “{path.suffix}”, so it is not read.",
            Place(display_path(root, path), span=Span(0, 0)),
            f"Rename it to {stem}.yml; your system may hide the last ending.",
        )
    if path.suffix.lower() in (".yaml", ".yml"):
        return Finding(
            finding_kinds.WRONG_ENDING,
            f"The file name ends in “{path.suffix}”, so it is not read.",
            Place(display_path(root, path), span=Span(0, 0)),
            f"Rename it to {path.stem}.yml.",
        )
    return None


def _not_read_yet(root: Path, path: Path) -> Finding:
    return Finding(
        finding_kinds.MISPLACED_FILE,
        "Files of reference managers (BibTeX, RIS, CSL-JSON) are not read yet.",
        Place(display_path(root, path), span=Span(0, 0)),
        "Write its sources into a .yml file of sources/, or take it out of the library.",
    )


def display_path(root: Path, path: Path) -> str:
    """A path below the project as findings name it."""
    return path.relative_to(root).as_posix().encode(errors="replace").decode()


def not_plain(
    root: Path, path: Path, what: str, remedy: str = "Put the file itself here."
) -> Finding:
    """The finding for something that is not read because of what it is."""
    return Finding(
        finding_kinds.NOT_A_PLAIN_FILE,
        f"This is {what}, and only plain files and folders are read.",
        Place(display_path(root, path), span=Span(0, 0)),
        remedy,
    )
