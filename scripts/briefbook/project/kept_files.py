"""What was read of each file of briefings/, kept from one run to the next by name and content."""

import sqlite3
import zlib
from collections.abc import Iterator
from functools import partial
from hashlib import blake2b

from briefbook.corpus import (
    BRIEFINGS,
    LIBRARY,
    Corpus,
    FileRead,
    Kept,
    TextOnDemand,
    corpus_of,
    kept_from,
    read_from,
)
from briefbook.project.cache import Cache

_LEVEL = 1
"""Fast: texts become a third, and one more level would cost more than it saves."""


class FilesKept:
    """Files as earlier runs read them; whoever asks for all, has those forgotten that are gone."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._known: dict[str, tuple[bytes, bytes]] = {
            path: (digest, head)
            for path, digest, head in cache.tables.execute("select path, digest, head from files")
        }
        self._gone = {*self._known}
        self._new: list[tuple[str, bytes, bytes, bytes, bytes]] = []
        self._same: dict[str, FileRead] = {}
        self._here: dict[str, tuple[bytes, FileRead]] = {}

    def find(self, name: str, raw: bytes) -> FileRead | None:
        """What reading a file of this name and content yields, if that is known."""
        self._gone.discard(name)
        digest, head = self._known.get(name, (b"", b""))
        if digest != _digest(raw):
            return None
        found = self._read(name, head)
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

    def _read(self, name: str, head: bytes) -> FileRead | None:
        try:
            return read_from(_unpacked(head), partial(self._body, name), name, self._raw,
                             TextOnDemand(name, self._raw))  # fmt: skip
        except (ValueError, zlib.error):
            return None

    def before(self) -> Corpus | None:
        """The corpus that was kept, as far as it lay in files; None if there was none.

        Ask when all files of now have been looked for.
        """
        found = [
            self._same.get(name) or self._read(name, head)
            for name, (_, head) in sorted(self._known.items(), key=_walk_order)
        ]
        return corpus_of(one for one in found if one) if found and all(found) else None

    def texts(self) -> Iterator[tuple[str, Kept]]:
        """What is known of each file, in the order in which files are read."""
        new = {path: Kept(*map(_unpacked, parts)) for path, _, *parts, _ in self._new}
        known = {path for path in self._known if path not in self._gone}
        for path, _ in sorted(((path, None) for path in known | new.keys()), key=_walk_order):
            yield path, new.get(path) or Kept(_unpacked(self._known[path][1]), self._body(path))

    def keep(self, read: FileRead, raw: bytes) -> None:
        """Know from now on what reading this content yielded."""
        # At once: texts may be let go before all is written.
        head, body = (_packed(part.encode()) for part in kept_from(read))
        self._new.append((read.path, _digest(raw), head, body, _packed(raw)))
        self._here[read.path] = (_digest(raw), read)

    def let_go(self) -> None:
        """Forget texts and trees: they are there on demand no more."""
        for _, read in self._here.values():
            object.__setattr__(read, "text", None)

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return bool(self._new or self._gone)

    def write(self, tables: sqlite3.Connection) -> None:
        """Bring the tables to what is known now."""
        gone = [(path,) for path in self._gone]
        tables.executemany("delete from files where path = ?", gone)
        tables.executemany("delete from bodies where path = ?", gone)
        tables.executemany(
            "insert or replace into files values (?, ?, ?)",
            ((path, digest, head) for path, digest, head, _, _ in self._new),
        )
        tables.executemany(
            "insert or replace into bodies values (?, ?, ?)",
            ((path, body, raw) for path, _, _, body, raw in self._new),
        )

    def _raw(self, path: str) -> bytes:
        found = self._cache.tables.execute("select raw from bodies where path = ?", (path,))
        return zlib.decompress(found.fetchone()[0])

    def _body(self, path: str) -> str:
        found = self._cache.tables.execute("select body from bodies where path = ?", (path,))
        return _unpacked(found.fetchone()[0])


def _digest(raw: bytes) -> bytes:
    return blake2b(raw, digest_size=16).digest()


def _packed(raw: bytes) -> bytes:
    return zlib.compress(raw, _LEVEL)


def _unpacked(packed: bytes) -> str:
    return zlib.decompress(packed).decode()


def _walk_order(item: tuple[str, object]) -> tuple[bool, list[tuple[bool, str]]]:
    """In which files are read: the library first, and each folder's files before its folders."""
    folders, _, name = item[0].rpartition("/")
    steps = [(True, step) for step in folders.split("/")]
    return not item[0].startswith(f"{BRIEFINGS}/{LIBRARY}/"), [*steps, (False, name)]
