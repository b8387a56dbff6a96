"""Reads briefs out of git's objects: no checkout, nothing written, no network.

Plumbing commands only, so that no setting of the user's changes what they print, and no hook,
pager, external diff or fetch is run.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from briefbook.corpus import BRIEFINGS
from briefbook.corpus.file_roles import role_of
from briefbook.corpus.walk import LIBRARY
from briefbook.diff.git_command import MISSING, Git, GitTrouble
from briefbook.diff.git_differences import last_path, moved_to
from briefbook.diff.git_history import FileHistory
from briefbook.diff.git_objects import REGULAR, Blob, Touch, not_plain_in_git
from briefbook.findings import Finding
from briefbook.syntax import MAX_BYTES
from briefbook.syntax.decode import too_large
from briefbook.text.any_of import any_of
from briefbook.text.terminal import visible

_MOST_WORDS = 1_000
"""Words looked for in one search."""


@dataclass(frozen=True)
class Repository:
    """The git repository that a project lies in; paths are relative to the project."""

    root: Path

    @classmethod
    def of(cls, root: Path) -> "Repository":
        """The repository around a project.

        Raises GitTrouble if there is none, git is missing, or it refuses the folder.
        """
        found = cls(root)
        answer = found.git.ask("rev-parse", "--show-prefix")
        if answer is None:
            raise GitTrouble(
                f"{visible(str(root))} is not in a git repository; changes are read from git"
            )
        return found

    def commit(self, revision: str) -> str:
        """The full id of the commit that a revision names; “main” may be that of `origin`.

        Raises GitTrouble for one that does not exist here, with a word on shallow clones.
        """
        if not revision or "\0" in revision:
            raise GitTrouble("an empty revision names nothing")
        found = self._commit(revision) or self._commit(f"refs/remotes/origin/{revision}")
        if found is None:
            two = revision.split("..") if ".." in revision else []
            hint = f"; write two of them apart: {' '.join(filter(None, two))}" if two else ""
            raise GitTrouble(
                f"there is no revision “{visible(revision)}” here{visible(hint)}{self._hint()}"
            )
        return found

    def _commit(self, revision: str) -> str | None:
        answer = self.git.ask(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        )
        return answer.decode().strip() if answer is not None else None

    @cached_property
    def is_shallow(self) -> bool:
        """Whether the history here ends before its beginning."""
        answer = self.git.ask("rev-parse", "--is-shallow-repository") or b""
        return answer.strip() == b"true"

    def merge_base(self, one: str, other: str) -> str:
        """The commit at which two histories part.

        Raises GitTrouble where they share none, or a shallow clone does not reach it.
        """
        answer = self.git.ask("merge-base", one, other)
        if answer is None:
            raise GitTrouble(f"{one[:12]} and {other[:12]} share no history here{self._hint()}")
        return answer.decode().split()[0]

    def files(self, commit: str, path: str = BRIEFINGS) -> Mapping[str, Blob]:
        """The files of a commit at or below a path of the project."""
        place = f"{self._prefix}{path}"
        listing = self.git.run("ls-tree", "-r", "-z", "--full-tree", commit, "--", place)
        found = {}
        for line in listing.split(b"\0"):
            if line:
                head, _, name = line.partition(b"\t")
                mode, _, identity = head.decode().split()[:3]
                found[self._named(name)] = Blob(mode, identity)
        return found

    def changed(self, base: str, head: str | None) -> list[str]:
        """Files below briefings/ that differ between two commits, or a commit and the work tree."""
        if head is not None:
            listing = self.git.run(
                "diff-tree", "-r", "-z", "--name-only", "--no-renames", base, head, "--",
                f":(top){self._inside}",
            )  # fmt: skip
            names = listing.split(b"\0")
        else:
            index = self.git.run(
                "diff-index", "-z", "--name-only", "--no-renames", base, "--",
                f":(top){self._inside}",
            )  # fmt: skip
            new = self.git.run("ls-files", "-z", "--others", "--full-name", "--",
                            f":(top){self._inside}")  # fmt: skip
            names = [*index.split(b"\0"), *new.split(b"\0")]
        return sorted({self._named(name) for name in names if name})

    def files_containing(
        self, words: Sequence[str], commit: str | None, *, library: bool = False
    ) -> list[str]:
        """Files below briefings/ (or its library) in which one of these texts stands.

        In a commit, or in the working tree. What is searched is characters: they may stand in a
        comment, or be a part of a longer id. The time grows with the files, and hardly with words.
        """
        found: set[str] = set()
        prefix = f"{commit}:".encode() if commit else b""
        inside = f"{self._inside}/{LIBRARY}" if library else self._inside
        where = [commit] if commit else ["--untracked", "--no-exclude-standard"]
        options = ["-l", "-z", "--full-name", "-I", "-f", "-", *where, "--", f":(top){inside}"]
        lines = [line for word in words for line in word.splitlines() if line]
        for start in range(0, len(lines), _MOST_WORDS):
            names = self._grep(lines[start : start + _MOST_WORDS], options).split(b"\0")
            found.update(self._named(name.removeprefix(prefix)) for name in names if name)
        return sorted(found)

    def _grep(self, words: Sequence[str], options: Sequence[str]) -> bytes:
        try:
            answer = self.git.ask("grep", "-P", *options, given=any_of(words).encode(), no=(1,))
        except GitTrouble:  # a git without patterns of Perl, or more words than these take
            answer = self.git.ask("grep", "-F", *options, given="\n".join(words).encode(), no=(1,))
        return answer or b""

    def contents(self, blobs: Mapping[str, Blob]) -> Iterator[tuple[str, bytes | Finding]]:
        """What files of a commit hold, read in one go; links and huge files as findings.

        Raises GitTrouble where a partial clone lacks a content.
        """
        wanted = [(name, blob) for name, blob in blobs.items() if blob.mode in REGULAR]
        for name, blob in blobs.items():
            if blob.mode not in REGULAR:
                yield name, not_plain_in_git(name, blob.mode)
        sizes = self._sizes([blob.id for _, blob in wanted])
        small = [(name, blob) for name, blob in wanted if sizes[blob.id] <= MAX_BYTES]
        for name, blob in wanted:
            if sizes[blob.id] > MAX_BYTES:
                yield name, too_large(name, sizes[blob.id])
        yield from self._read(small)

    def history(
        self, path: str, most: int, former: Collection[str] = (), start: str = "HEAD"
    ) -> list[Touch]:
        """The latest commits up to `start` that touched a file, children before their parents.

        Merges are followed, and renames that git sees, or that lead to a file named by one of the
        `former` ids. The time grows with the length of the history, and with the renames.

        Raises GitTrouble.
        """
        return FileHistory(self.git, self._prefix, most, tuple(former)).touches(path, start)

    def last_path(self, name: str) -> tuple[str, str] | None:
        """The latest path of a brief's file that is named by an id, and the last commit with it.

        Raises GitTrouble.
        """
        return last_path(self.git, self._prefix, name)

    def moved_to(self, commit: str, path: str) -> str | None:
        """The path to which a commit moved a file, as git sees it; None if it moved none.

        Raises GitTrouble.
        """
        return moved_to(self.git, self._prefix, commit, path)

    def before(self, commit: str) -> str | None:
        """The first parent of a commit, or None at the beginning of what is here."""
        answer = self.git.ask("rev-parse", "--verify", "--quiet", f"{commit}^")
        return answer.decode().strip() if answer else None

    def from_top(self, path: str) -> str:
        """A path of the project, from the top of the repository."""
        return f"{self._prefix}{path}"

    def is_brief(self, name: str) -> bool:
        """Whether a path from the top of the repository is that of a brief or list."""
        within = name.removeprefix(self._prefix)
        return name.startswith(f"{self._inside}/") and role_of(within) is not None

    @cached_property
    def git(self) -> Git:
        """Git in the project's folder."""
        return Git(self.root)

    @cached_property
    def _prefix(self) -> str:
        answer = self.git.ask("rev-parse", "--show-prefix") or b""
        return answer.decode(errors="surrogateescape").removesuffix("\n")

    @property
    def _inside(self) -> str:
        return f"{self._prefix}{BRIEFINGS}"

    def _named(self, name: bytes) -> str:
        text = name.decode(errors="surrogateescape").removeprefix(self._prefix)
        return text.encode(errors="replace").decode()

    def _hint(self) -> str:
        if self.is_shallow:
            return ("; this clone is shallow: fetch more of it (git fetch --unshallow, or "
                    "fetch-depth: 0 of actions/checkout)")  # fmt: skip
        return ""

    def _sizes(self, ids: list[str]) -> dict[str, int]:
        if not ids:
            return {}
        asked = "".join(f"{one}\n" for one in ids).encode()
        answer = self.git.run("cat-file", "--batch-check=%(objectname) %(objectsize)", given=asked)
        found = {}
        for line in answer.decode().splitlines():
            identity, _, size = line.partition(" ")
            if not size.isdigit():
                raise GitTrouble(MISSING)
            found[identity] = int(size)
        return found

    def _read(self, files: list[tuple[str, Blob]]) -> Iterator[tuple[str, bytes]]:
        if not files:
            return
        asked = "".join(f"{blob.id}\n" for _, blob in files).encode()
        answer, offset = self.git.run("cat-file", "--batch", given=asked), 0
        for name, _ in files:
            end = answer.index(b"\n", offset)
            head = answer[offset:end].split()
            if len(head) != 3:
                raise GitTrouble(MISSING)
            size = int(head[2])
            yield name, answer[end + 1 : end + 1 + size]
            offset = end + 1 + size + 1
