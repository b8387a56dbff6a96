"""How the pages of a site are put into its theme, as a build found it out: to be used again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from briefbook.publish.shell.converted import converted
from briefbook.publish.shell.page_class import (
    Folders,
    PageClass,
    class_of,
    stand_in_of,
    where_of,
)
from briefbook.publish.shell.shell import Shell
from briefbook.publish.site_scan import Marks, marks_of_ours

INDEX = "index.md"
Key = PageClass | str
"""The class of a page, or the file of one that is like no other."""


def address_of(name: str) -> str:
    """Where a page is read, by its file."""
    return name.removesuffix(INDEX)


@dataclass(frozen=True)
class Finished:
    """A page in its theme, what its text holds, and by which shell it was made."""

    page: str
    own: Marks
    key: Key


@dataclass(frozen=True)
class Frame:
    """Shells by class and file, what stands around the pages of each, and what tells them apart.

    `exact` holds the stand-ins of pages that are like no other, `whole` the files that the engine
    prints itself, `linked` those to which such files may lead.
    """

    site_url: str
    lowest: int
    permalinks: bool
    folders: Folders
    shells: Mapping[Key, Shell]
    around: Mapping[Key, Marks]
    exact: Mapping[str, str]
    whole: frozenset[str]
    linked: frozenset[str]

    def finished(self, name: str, text: str) -> Finished | None:
        """A page in its shell; None if it needs one that is not there."""
        address = address_of(name)
        key: Key | None
        if name in self.exact:
            key = name if stand_in_of(converted(text)) == self.exact[name] else None
        elif name in self.whole or "*" not in where_of(address, self.folders):
            key = None
        else:
            key = class_of(address, text, self.folders, self.lowest - 1)
        return self.filled(name, text, key) if key and key in self.shells else None

    def filled(self, name: str, text: str, key: Key) -> Finished:
        """A page in a shell that is there."""
        page = converted(text, permalinks=self.permalinks, lowest=self.lowest)
        url = f"{self.site_url}{address_of(name)}" if self.site_url else ""
        return Finished(self.shells[key].filled(page, url), marks_of_ours(page.content), key)

    def keeps(self, names: Iterable[str]) -> bool:
        """Whether pages may come or go without anybody else being printed otherwise."""
        return not self.linked.intersection(names) and not any(
            name in self.whole or name in self.exact for name in names
        )

    def plain(self) -> list[Any]:
        """All of it as lists, texts and numbers."""
        return [
            self.site_url, self.lowest, self.permalinks, sorted(self.folders),
            [[plain_key(key), shell.plain()] for key, shell in self.shells.items()],
            [[plain_key(key), found.plain()] for key, found in self.around.items()],
            dict(self.exact), sorted(self.whole), sorted(self.linked),
        ]  # fmt: skip

    @classmethod
    def read(cls, plain: Any) -> "Frame":  # noqa: ANN401 plain data
        """What `plain` made so. Raises ValueError, TypeError or KeyError for anything else."""
        url, lowest, permalinks, folders, shells, around, exact, whole, linked = plain
        return cls(
            url, lowest, permalinks, frozenset(tuple(one) for one in folders),
            {read_key(key): Shell.read(one) for key, one in shells},
            {read_key(key): Marks.read(one) for key, one in around},
            exact, frozenset(whole), frozenset(linked),
        )  # fmt: skip


def plain_key(key: Key) -> Any:  # noqa: ANN401
    """A class as a list, a file as it is."""
    if isinstance(key, str):
        return key
    return [key.where, key.values, key.fixed, key.depth]


def read_key(plain: Any) -> Key:  # noqa: ANN401
    """What `plain_key` made so."""
    if isinstance(plain, str):
        return plain
    where, values, fixed, depth = plain
    return PageClass(where, tuple(values), tuple((k, v) for k, v in fixed), depth)
