"""The history of one file as a graph: its versions along both sides of merges, over renames.

Git leaves out what did not touch the file, and names for each commit that is left the nearest ones
before it. One more question tells what each of these pairs differs in.
"""

from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from briefbook.diff.git_command import Git
from briefbook.diff.git_differences import Entry, entries_of, inside, moves, top
from briefbook.diff.git_objects import Blob, Touch, Version

_RENAMES = 50
"""Renames of the file that are followed; each takes another look at the history."""


@dataclass(frozen=True, slots=True)
class _Commit:
    id: str
    parents: tuple[str, ...]
    day: str
    author: str
    subject: str


_Edges = dict[tuple[str, str], dict[str, Entry]]


@dataclass
class FileHistory:
    """Reads histories of files. `prefix` leads from the top of the repository to the project."""

    git: Git
    prefix: str
    most: int
    former: tuple[str, ...] = ()
    _sources: dict[str, list[str]] = field(default_factory=dict)
    _asked: set[tuple[str, str]] = field(default_factory=set)

    def touches(self, path: str, start: str) -> list[Touch]:
        """Commits up to `start` that touched the file of this path in it, children first.

        Raises GitTrouble.
        """
        first = f"{self.prefix}{path}"
        paths = [first]
        commits = self._commits(paths, start)
        edges = self._edges(commits, paths)
        walk = _Walk(commits, edges, self._sources, first)
        for _ in range(_RENAMES):
            born = [one for one in walk.born if one not in self._asked]
            if not born:
                break
            sources = [source for one in born for source in self._moved_from(*one)]
            if new := [source for source in dict.fromkeys(sources) if source not in paths]:
                paths += new
                commits = self._commits(paths, start)
                edges = self._edges(commits, paths)
            walk = _Walk(commits, edges, self._sources, first)
        return [self._touch(walk, commit) for commit in commits if commit.id in walk.paths]

    def _commits(self, paths: list[str], start: str) -> list[_Commit]:
        answer = self.git.run(
            "log", "--no-follow", "--date-order", "--simplify-merges", "--parents",
            f"-{self.most}", "--format=tformat:%H%x00%P%x00%cs%x00%an%x00%s%x00", start, "--",
            *map(top, paths),
        )  # fmt: skip
        parts = answer.decode(errors="replace").split("\0")
        found = []
        for index in range(0, len(parts) - 5, 5):
            commit, parents, day, author, subject = parts[index : index + 5]
            commit = commit.strip()
            before = tuple(parents.split()) or self._first_parent(commit)
            found.append(_Commit(commit, before, day, author, subject))
        return found

    def _first_parent(self, commit: str) -> tuple[str, ...]:
        """Where nothing before a commit touched the file, its parent does not have it."""
        answer = self.git.ask("rev-parse", "--verify", "--quiet", f"{commit}^")
        return (answer.decode().strip(),) if answer else ()

    def _edges(self, commits: list[_Commit], paths: list[str]) -> _Edges:
        """What each commit differs in from each of its parents (“” for none), at these paths."""
        pairs = [(one.id, before) for one in commits for before in one.parents or ("",)]
        asked = "".join(f"{commit} {before}".rstrip() + "\n" for commit, before in pairs)
        answer = self.git.run(
            "diff-tree", "--stdin", "--always", "--root", "-r", "-z", "--no-renames",
            "--no-abbrev", "--", *map(top, paths), given=asked.encode(),
        )  # fmt: skip
        found: _Edges = {pair: {} for pair in pairs}
        ordered, entries = iter(pairs), dict[str, Entry]()
        for entry in entries_of(answer):
            if entry is None:
                entries = found[next(ordered)]
            else:
                entries[entry.path] = entry
        return found

    def _moved_from(self, commit: str, path: str) -> list[str]:
        """The paths that a file which came in a commit may have had before it."""
        self._asked.add((commit, path))
        entries = moves(self.git, commit)
        sources = [one.source for one in entries if one.path == path and one.source]
        if not sources:
            sources = [one.path for one in entries if one.after is None
                       and PurePosixPath(one.path).stem in self.former]  # fmt: skip
        known = self._sources.setdefault(path, [])
        known += [source for source in dict.fromkeys(sources) if source not in known]
        return known

    def _touch(self, walk: "_Walk", commit: _Commit) -> Touch:
        parents = [walk.version(commit.id, before) for before in commit.parents]
        base = walk.base(commit) if len(commit.parents) > 1 else None
        found = self._version(base, walk.paths[base]) if base in walk.paths else None
        here = Version(commit.id, walk.paths[commit.id], walk.blobs.get(commit.id))
        return Touch(
            self._shown(here), commit.day, commit.author, commit.subject,
            tuple(map(self._shown, parents)), found,
        )  # fmt: skip

    def _version(self, commit: str, path: str) -> Version:
        listing = self.git.run("ls-tree", "-z", "--full-tree", commit, "--", path)
        head = listing.partition(b"\t")[0].decode().split()
        return self._shown(Version(commit, path, Blob(head[0], head[2]) if head else None))

    def _shown(self, version: Version) -> Version:
        return replace(version, path=inside(self.prefix, version.path))


class _Walk:
    """Which path the file has in each commit, from the newest back, and which blob."""

    def __init__(
        self, commits: list[_Commit], edges: _Edges, sources: dict[str, list[str]], path: str
    ) -> None:
        self.paths = {commit.id: path for commit in commits[:1]}
        self.blobs: dict[str, Blob | None] = {}
        self.born: list[tuple[str, str]] = []
        self._versions: dict[tuple[str, str], Version] = {}
        self._order = {commit.id: number for number, commit in enumerate(commits)}
        for commit in commits:
            if commit.id in self.paths:
                self._step(commit, edges, sources)
        self._ancestors: dict[str, int] = {}
        for commit in reversed(commits):
            above = 1 << self._order[commit.id]
            for before in commit.parents:
                above |= self._ancestors.get(before, 0)
            self._ancestors[commit.id] = above
        self._ids = [commit.id for commit in commits]

    def _step(self, commit: _Commit, edges: _Edges, sources: dict[str, list[str]]) -> None:
        path = self.paths[commit.id]
        found = [(before, edges[commit.id, before]) for before in commit.parents or ("",)]
        for _, entries in found:
            if path in entries:
                self.blobs[commit.id] = entries[path].after
        for before, entries in found:
            there = path
            if path in entries and entries[path].before is None:
                self.born.append((commit.id, path))
                there = next((one for one in sources.get(path, ()) if one in entries
                              and entries[one].before is not None), path)  # fmt: skip
            blob = entries[there].before if there in entries else self.blobs.get(commit.id)
            self._versions[commit.id, before] = Version(before, there, blob)
            if before:
                self.paths.setdefault(before, there)
                self.blobs.setdefault(before, blob)

    def version(self, commit: str, before: str) -> Version:
        """The file in a parent of a commit."""
        return self._versions[commit, before]

    def base(self, commit: _Commit) -> str | None:
        """The latest commit that is before all parents of a commit, or one of them."""
        shared = -1
        for before in commit.parents:
            shared &= self._ancestors.get(before, 0)
        return self._ids[(shared & -shared).bit_length() - 1] if shared > 0 else None
