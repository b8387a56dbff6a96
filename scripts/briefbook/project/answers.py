"""What earlier runs worked out, each with what it read: it holds until some of that is otherwise.

What was read stands in the tables as a number made of its name. Two names with one number would
only mean that something is worked out once more.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from hashlib import blake2b
from itertools import islice

from briefbook.analysis.reads import Read
from briefbook.project.cache import Cache

Differing = Callable[[frozenset[str], date], Iterable[Read] | None]
"""Gives what is otherwise than on that day, of the maps with these names; None: nobody knows."""

_AT_ONCE = 500


class Answers:
    """Answers by name, as plain bytes; those of other ground are forgotten as a whole.

    `ground` is whatever decides an answer beside what is read for it.
    """

    def __init__(self, cache: Cache, ground: str, today: date, differing: Differing) -> None:
        self._tables, self._ground, self._today = cache.tables, ground, today
        self._new: dict[str, tuple[bytes, frozenset[Read]]] = {}
        self._gone: set[str] = set()
        stale = self._outdated(differing)
        self._forgotten, self._stale = stale is None, stale or frozenset()

    def find(self, name: str) -> bytes | None:
        """What was kept under this name, if it still holds."""
        if name in self._new:
            return self._new[name][0]
        if self._forgotten:
            return None
        found = self._tables.execute("select id, value from answers where name = ?", (name,))
        row: tuple[int, bytes] | None = found.fetchone()
        return row[1] if row and row[0] not in self._stale else None

    def keep(self, name: str, value: bytes, read: Iterable[Read]) -> None:
        """Know from now on what was worked out under this name."""
        self._new[name] = (value, frozenset(read))

    def names(self) -> Iterator[str]:
        """All names under which something was kept before this run."""
        if not self._forgotten:
            yield from (name for (name,) in self._tables.execute("select name from answers"))

    def drop(self, name: str) -> None:
        """Forget what is asked for no more."""
        self._gone.add(name)

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return bool(self._new or self._gone or self._stale or self._forgotten)

    def write(self, tables: sqlite3.Connection) -> None:
        """Bring the tables to what is known now."""
        if self._forgotten:
            for table in ("answers", "reads", "maps"):
                tables.execute(f"delete from {table}")  # noqa: S608 names of ours
        tables.execute("delete from ground")
        ground = (self._ground, self._today.isoformat())
        tables.execute("insert into ground values (?, ?)", ground)
        tables.executemany("delete from answers where id = ?", ((one,) for one in self._stale))
        tables.executemany("delete from answers where name = ?",
                           ((one,) for one in {*self._gone, *self._new}))  # fmt: skip
        for name, (value, read) in self._new.items():
            entry = tables.execute("insert into answers (name, value) values (?, ?)", (name, value))
            tables.executemany(
                "insert or ignore into reads values (?, ?)",
                ((_number(one), entry.lastrowid) for one in read),
            )
        maps = {one.within for _, read in self._new.values() for one in read}
        tables.executemany("insert or ignore into maps values (?)", ((one,) for one in maps))
        _sweep(tables)

    def _outdated(self, differing: Differing) -> frozenset[int] | None:
        """The answers for which something was read that is otherwise now; None: all there are."""
        row = self._tables.execute("select text, day from ground").fetchone()
        if row is None or row[0] != self._ground:
            return None
        maps = self._tables.execute("select name from maps")
        otherwise = differing(frozenset(name for (name,) in maps), date.fromisoformat(row[1]))
        return None if otherwise is None else frozenset(self._readers(otherwise))

    def _readers(self, otherwise: Iterable[Read]) -> Iterator[int]:
        numbers = iter({_number(one) for one in otherwise})
        while some := [*islice(numbers, _AT_ONCE)]:
            marks = ", ".join("?" * len(some))
            found = self._tables.execute(f"select answer from reads where read in ({marks})", some)  # noqa: S608 marks alone
            yield from (answer for (answer,) in found)


def _number(read: Read) -> int:
    """The same for the same reading on every machine."""
    name = read.name
    text = "\0".join(map(str, name)) if isinstance(name, tuple) else str(name)
    digest = blake2b(f"{read.within}\0{type(name).__name__[:1]}\0{text}".encode(), digest_size=8)
    return int.from_bytes(digest.digest(), signed=True)


def _sweep(tables: sqlite3.Connection) -> None:
    """Readings for answers that are gone are taken out when they have become as many as others."""
    (swept,) = tables.execute("pragma user_version").fetchone()
    (highest,) = tables.execute("select coalesce(max(id), 0) from answers").fetchone()
    (number,) = tables.execute("select count(*) from answers").fetchone()
    if highest - swept > 2 * number + _AT_ONCE:
        tables.execute("delete from reads where answer not in (select id from answers)")
        tables.execute(f"pragma user_version = {int(highest)}")
