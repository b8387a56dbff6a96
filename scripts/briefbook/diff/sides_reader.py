"""Reads files of both sides of a comparison out of git, or of the working tree: each but once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from briefbook.analysis.changes import Comparison
from briefbook.corpus import (
    BRIEFINGS,
    ENTITIES,
    LIBRARY,
    FileRead,
    Slice,
    content,
    read_again,
)
from briefbook.corpus.walk import not_plain
from briefbook.diff.git import Repository
from briefbook.diff.git_objects import Blob
from briefbook.findings import Finding

Held = dict[str, bytes | Finding]
Known = Callable[[str, bytes], FileRead | None]
"""What reading a file of this name and content yields, if somebody has read it already."""
_LIBRARY = f"{BRIEFINGS}/{LIBRARY}/"


def nothing_known(_name: str, _raw: bytes) -> None:
    """Nobody has read any file yet."""


@dataclass
class SidesReader:
    """What has been read of both sides so far. `head` is None for the working tree."""

    repository: Repository
    base: str
    head: str | None
    known: Known = nothing_known
    context: set[str] = field(default_factory=set)
    cited: set[str] = field(default_factory=set)
    naming: set[str] = field(default_factory=set)
    hands: set[str] = field(default_factory=set)
    _listed: dict[str, dict[str, Blob]] = field(default_factory=dict)
    _read: dict[tuple[str, bytes], FileRead] = field(default_factory=dict)
    _slices: dict[tuple[str, bytes], Slice] = field(default_factory=dict)

    def read(self, name: str, raw: bytes) -> FileRead:
        """A file, read once; of a list of the library that did not change, what is cited, and the
        actors in whose entries one of the names in `naming` stands, and any entry in which one of
        those in `hands` does."""
        key = (name, raw)
        found = self._read.get(key) or self.known(name, raw)
        if found is None and name in self.context and name.startswith(_LIBRARY):
            if key not in self._slices:
                self._slices[key] = Slice(name, raw)
            names = self.naming | self.hands if name == ENTITIES else self.hands
            return self._slices[key].read(self.cited, names)
        self._read[key] = found or read_again(name, raw)
        return self._read[key]

    def of_commit(self, commit: str, names: Iterable[str]) -> Held:
        """Files of a commit; those that it does not have are left out."""
        if commit not in self._listed:
            self._listed[commit] = dict(self.repository.files(commit))
        files = self._listed[commit]
        return dict(self.repository.contents({n: files[n] for n in names if n in files}))

    def translated(self, found: Comparison) -> set[str]:
        """The files of briefs of which a changed brief is a translation."""
        briefs = found.after.briefs
        touched = {change.brief for change in found.changes if change.brief in briefs}
        wanted = {name for one in touched if (name := briefs[one].translation_of)} - briefs.keys()
        if not wanted:
            return set()
        listed = self.repository.files(self.head or self.base)
        return {path for path in listed if PurePosixPath(path).stem in wanted}

    def of_head(self, names: Iterable[str]) -> Held:
        """Files of the head, or of the working tree."""
        if self.head is not None:
            return self.of_commit(self.head, names)
        root = self.repository.root
        found: Held = {}
        for name in sorted(names):
            path = root / name
            above = next((one for one in path.parents if one != root and one.is_symlink()
                          and one.is_relative_to(root)), None)  # fmt: skip
            if above is not None:
                found[name] = not_plain(root, path, "below a symbolic link")
            elif path.is_symlink() or path.exists():
                found[name] = content(root, path)
        return found
