"""Who wrote the commits that touched a file: authors and co-authors, with what `.mailmap` says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefbook.analysis.people import Person
from briefbook.diff.git import Repository

MOST = 2_000
"""Commits of a file that are looked at."""
_TRAILER = re.compile(r"^co-authored-by:\s*(.+?)\s*<([^<>]*)>\s*$", re.IGNORECASE | re.MULTILINE)
_FORMAT = "%x02%H%x01%P%x01%an%x01%ae%x01%aN%x01%aE%x01%cN%x01%cE%x01%at%x01%ct%x01%B%x03"


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit that touched a file, and the file's path in it, from the top of the repository.

    A person stands under each name and address that git gives: as committed, and as `.mailmap`
    has them. `hand` is who committed it, where that is not its author: in the moment in which it
    was written (`at_once`), or later, as who carries a commit of others elsewhere does (a rebase, a
    merge). `written` is when its author wrote it, in seconds, as the commit says.
    """

    id: str
    parents: tuple[str, ...]
    author: tuple[Person, ...]
    co_authors: tuple[Person, ...]
    path: str
    hand: Person | None = None
    at_once: bool = False
    written: int = 0


def commits_of(
    repository: Repository, path: str, judge: str | None, revisions: str
) -> Iterator[Commit]:
    """The commits that touched a file of the project, the newest first, over renames that git sees.

    A merge comes once for each of its parents from which it differs there. `judge` is the commit
    whose `.mailmap` counts (HEAD without one); that of the working tree never does, for a change
    may bring it. `revisions` are those of `git log`: “HEAD”, or “base..head”. Raises GitTrouble.
    """
    folder = repository.git.run("rev-parse", "--absolute-git-dir").decode().removesuffix("\n")
    answer = repository.git.run(
        "-C", folder, "--git-dir=.", "-c", "core.bare=true", "-c", "mailmap.file=",
        "-c", f"mailmap.blob={judge or 'HEAD'}:.mailmap",
        "log", "-m", "--follow", f"-{MOST}", "--name-only", "-z", f"--format={_FORMAT}",
        revisions, "--", repository.from_top(path),
    )  # fmt: skip
    for entry in answer.split(b"\x02")[1:]:
        head, _, names = entry.partition(b"\x03")
        parts = head.decode(errors="replace").split("\x01", 10)
        if len(parts) < 11:
            continue
        name = next((one for one in names.split(b"\0") if one.strip()), b"")
        there = name.strip(b"\n").decode(errors="replace")
        raw, mapped = Person(parts[2], parts[3]), Person(parts[4], parts[5])
        hand = Person(parts[6], parts[7])
        yield Commit(
            parts[0], tuple(parts[1].split()), tuple(dict.fromkeys((raw, mapped))),
            tuple(Person(name, address) for name, address in _TRAILER.findall(parts[10])), there,
            None if hand in (raw, mapped) else hand, parts[8] == parts[9], int(parts[8] or 0),
        )  # fmt: skip
