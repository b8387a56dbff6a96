"""What was read of each file of briefings/, kept from one run to the next by name and content."""

import sqlite3
import zlib
from collections.abc import Iterator
from hashlib import blake2b

from briefbook.corpus import (
    BRIEFINGS,
    LIBRARY,
    Corpus,
    FileRead,
    TextOnDemand,
    corpus_of,
    read_from,
    text_of,
)
from briefbook.project.cache import Cache

_LEVEL = 1
"""Fast: texts become a third, and one more level would cost more than it saves."""


class FilesKept:
    """Files as earlier runs read them; whoever asks for all, has those forgotten that are gone."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._known: dict[str, tuple[bytes, bytes]] = {
            path: (digest, read)
            for path, digest, read in cache.tables.execute("select path, digest, read from files")
        }
        self._gone = {*self._known}
        self._new: list[tuple[str, bytes, bytes, bytes]] = []
        self._same: dict[str, FileRead] = {}
        self._here: dict[str, tuple[bytes, FileRead]] = {}

    def find(self, name: str, raw: bytes) -> FileRead | None:
        """What reading a file of this name and content yields, if that is known."""
        self._gone.discard(name)
        digest, read = self._known.get(name, (b"", b""))
        if digest != _digest(raw):
            return None
        found = self._read(name, read)
        if found:
            self._same[name] = found
            self._here[name] = (digest, found)
        return found

    @property
    def here(self) -> dict[str, FileRead]:
        """What this run has read, by name, in the order of reading."""
        return {name: found for name, (_, found) in sorted(self._here.items(), key=_walk_order)}

    def was_read(self, name: str, raw: bytes) -> FileRead | None:
        """What reading a file of this name and content has yielded in this run, if it was read."""
        digest, found = self._here.get(name, (b"", None))
        return found if digest == _digest(raw) else None

    def _read(self, name: str, read: bytes) -> FileRead | None:
        try:
            return read_from(zlib.decompress(read).decode(), name, TextOnDemand(name, self._raw))
        except (ValueError, zlib.error):
            return None

    def before(self) -> Corpus | None:
        """The corpus that was kept, as far as it lay in files; None if there was none.

        Ask when all files of now have been looked for.
        """
        found = [
            self._same.get(name) or self._read(name, read)
            for name, (_, read) in sorted(self._known.items(), key=_walk_order)
        ]
        return corpus_of(one for one in found if one) if found and all(found) else None

    def texts(self) -> Iterator[tuple[str, str]]:
        """What is known of each file, in the order in which files are read."""
        texts = {path: read for path, (_, read) in self._known.items() if path not in self._gone}
        texts.update((path, read) for path, _, read, _ in self._new)
        for path, read in sorted(texts.items(), key=_walk_order):
            yield path, zlib.decompress(read).decode()

    def keep(self, read: FileRead, raw: bytes) -> None:
        """Know from now on what reading this content yielded."""
        # At once: texts may be let go before all is written.
        packed = _packed(text_of(read).encode())
        self._new.append((read.path, _digest(raw), packed, _packed(raw)))
        self._here[read.path] = (_digest(raw), read)

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return bool(self._new or self._gone)

    def write(self, tables: sqlite3.Connection) -> None:
        """Bring the tables to what is known now."""
        gone = [(path,) for path in self._gone]
        tables.executemany("delete from files where path = ?", gone)
        tables.executemany("delete from texts where path = ?", gone)
        tables.executemany(
            "insert or replace into files values (?, ?, ?)",
            ((path, digest, read) for path, digest, read, _ in self._new),
        )
        tables.executemany(
            "insert or replace into texts values (?, ?)",
            ((path, raw) for path, _, _, raw in self._new),
        )

    def _raw(self, path: str) -> bytes:
        found = self._cache.tables.execute("select raw from texts where path = ?", (path,))
        return zlib.decompress(found.fetchone()[0])


def _digest(raw: bytes) -> bytes:
    return blake2b(raw, digest_size=16).digest()


def _packed(raw: bytes) -> bytes:
    return zlib.compress(raw, _LEVEL)


def _walk_order(item: tuple[str, object]) -> tuple[bool, list[tuple[bool, str]]]:
    """In which files are read: the library first, and each folder's files before its folders."""
    folders, _, name = item[0].rpartition("/")
    steps = [(True, step) for step in folders.split("/")]
    return not item[0].startswith(f"{BRIEFINGS}/{LIBRARY}/"), [*steps, (False, name)]
