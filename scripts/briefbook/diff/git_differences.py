"""What a commit differs in, as git lists it; and where a file of a brief was last, or went."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from briefbook.corpus import BRIEFINGS
from briefbook.diff.git_command import Git
from briefbook.diff.git_objects import Blob

_ABSENT = "000000"


@dataclass(frozen=True, slots=True)
class Entry:
    """A difference of two commits at a path; `source` is another path that it was moved from."""

    path: str
    before: Blob | None
    after: Blob | None
    source: str = ""


def last_path(git: Git, prefix: str, name: str) -> tuple[str, str] | None:
    """The latest path of a brief's file named by an id, and the commit that touched it last.

    None if there never was one.

    Raises GitTrouble.
    """
    wanted = f":(top,glob){_plain(f'{prefix}{BRIEFINGS}')}/**/{_plain(name)}.yml"
    answer = git.ask("log", "--no-follow", "-1", "--format=tformat:%H", "HEAD", "--", wanted)
    commit = (answer or b"").decode().strip()
    if not commit:
        return None
    listing = git.run("diff-tree", "--no-commit-id", "--root", "-m", "-r", "-z", "--no-renames",
                      "--no-abbrev", commit, "--", wanted)  # fmt: skip
    path = next(entry.path for entry in entries_of(listing) if entry)
    return inside(prefix, path), commit


def moved_to(git: Git, prefix: str, commit: str, path: str) -> str | None:
    """The path to which a commit moved a file, or None.

    Raises GitTrouble.
    """
    whole = f"{prefix}{path}"
    moved = [one.path for one in moves(git, commit) if one.source == whole != one.path]
    return inside(prefix, moved[0]) if moved else None


def moves(git: Git, commit: str) -> list[Entry]:
    """All that a commit did to files, with what git takes for moves."""
    answer = git.run(
        "diff-tree", "--no-commit-id", "-m", "-r", "-z", "-M", "-l1000", "--no-abbrev", commit
    )
    return [entry for entry in entries_of(answer) if entry]


def inside(prefix: str, path: str) -> str:
    """A path from the project, wherever the project lay at that time."""
    shown = path.removeprefix(prefix)
    if not shown.startswith(f"{BRIEFINGS}/"):
        _, found, rest = shown.rpartition(f"/{BRIEFINGS}/")
        shown = f"{BRIEFINGS}/{rest if found else PurePosixPath(shown).name}"
    return shown.encode(errors="replace").decode()


def _plain(text: str) -> str:
    """A text in a pattern of git's, in which no sign of it acts."""
    return re.sub(r"([\\*?\[])", r"\\\1", text)


def top(path: str) -> str:
    """A path from the top of the repository, in which no sign of a pattern acts."""
    return f":(top,literal){path}"


def entries_of(answer: bytes) -> Iterator[Entry | None]:
    """The differences that git lists; None where those of another commit begin."""
    parts = iter(answer.split(b"\0"))
    for part in parts:
        if not part.startswith(b":"):
            if part:
                yield None
            continue
        mode, other, before, after, status = part[1:].decode().split(" ")
        path = next(parts).decode(errors="surrogateescape")
        source = path if status.startswith(("R", "C")) else ""
        if source:
            path = next(parts).decode(errors="surrogateescape")
        yield Entry(
            path,
            Blob(mode, before) if mode != _ABSENT else None,
            Blob(other, after) if other != _ABSENT else None,
            source,
        )
