"""What a build leaves: every file of its folders, and when each was touched last.

Whoever changes some of them says so here, so that tens of thousands need not be looked at again.
"""

import os
from collections.abc import Iterable, KeysView
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from briefbook.project.project import Project
from briefbook.project.trees import LINK, stamp, stamps
from briefbook.publish.twin import TWIN


@dataclass(frozen=True, slots=True)
class Outputs:
    """The stamps of all files, by folder and by name below it."""

    _found: dict[str, dict[str, str]]

    @classmethod
    def of(cls, project: Project) -> "Outputs":
        """What lies in a project's folders now.

        Raises OSError for a file that goes while one looks.
        """
        folders = (project.compiled, project.published, project.root / TWIN)
        return cls({str(folder): stamps(str(folder)) for folder in folders})

    @property
    def digest(self) -> str:
        """Another one as soon as any file was touched."""
        digest = blake2b(digest_size=16)
        for found in self._found.values():
            for name in sorted(found):
                digest.update(f"{name}\0{found[name]}\0".encode(errors="surrogateescape"))
            digest.update(b"\0")
        return digest.hexdigest()

    def names(self, folder: Path) -> KeysView[str]:
        """The files of one of the folders."""
        return self._found[str(folder)].keys()

    def has_links(self, folder: Path) -> bool:
        """Whether a symbolic link is among them."""
        return any(one.startswith(LINK) for one in self._found[str(folder)].values())

    def touched(self, folder: Path, names: Iterable[str]) -> None:
        """Look at some files of a folder again: they were written, linked or deleted.

        Raises OSError for one that cannot be looked at.
        """
        found = self._found[str(folder)]
        for name in names:
            try:
                found[name] = stamp(os.lstat(f"{folder}/{name}"))
            except FileNotFoundError:
                found.pop(name, None)

    def exchanged(self, one: Path, other: Path) -> None:
        """Two of the folders have taken each other's place."""
        found, first, second = self._found, str(one), str(other)
        found[first], found[second] = found[second], found[first]
