"""What earlier runs worked out, each with what it read: it holds until some of that changes."""

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property, partial
from itertools import islice

from briefbook.analysis.reads import Read
from briefbook.project.answer import Answer, number_of, opened
from briefbook.project.aside import aside
from briefbook.project.cache import Cache

Differing = Callable[[frozenset[str], date], frozenset[Read] | None]
"""Gives what is otherwise than on that day, of the maps with these names; None: nobody knows."""
KEPT = "kept"
"""Among what is read: an answer that stands for all that was read for it."""

_AT_ONCE = 500


class Answers:
    """Answers by name, as plain bytes; those of other ground are forgotten as a whole.

    `ground` is whatever decides an answer beside what is read for it.
    """

    def __init__(self, cache: Cache, ground: str, today: date, differing: Differing) -> None:
        self._tables, self._ground, self._today = cache.tables, ground, today
        self._new: dict[str, Answer] = {}
        self._gone: set[str] = set()
        row = self._tables.execute("select text, day from ground").fetchone()
        self._otherwise: Callable[[], frozenset[Read] | None] = _nobody_knows
        if row and row[0] == ground:
            maps = frozenset(name for (name,) in self._tables.execute("select name from maps"))
            self._otherwise = aside(partial(differing, maps, date.fromisoformat(row[1])))

    @cached_property
    def _outdated(self) -> set[int] | None:
        """The answers for which something was read that is otherwise now; None: all there are."""
        otherwise = self._otherwise()
        return None if otherwise is None else {*self._readers(otherwise)}

    @property
    def _forgotten(self) -> bool:
        return self._outdated is None

    @property
    def _stale(self) -> set[int]:
        return self._outdated if self._outdated is not None else set()

    def find(self, name: str) -> bytes | None:
        """What was kept under this name, if it still holds."""
        if name in self._new:
            return opened(self._new[name].value)
        row = self._row(name)
        return opened(row[1]) if row and row[0] not in self._stale else None

    def before(self, name: str) -> bytes | None:
        """What the last run kept under this name, whether it still holds or not."""
        row = self._row(name)
        return opened(row[1]) if row else None

    def _row(self, name: str) -> tuple[int, bytes] | None:
        if self._forgotten:
            return None
        found = self._tables.execute("select id, value from answers where name = ?", (name,))
        row: tuple[int, bytes] | None = found.fetchone()
        return row

    def names(self, prefix: str) -> Iterator[tuple[str, bool]]:
        """All names that begin so under which the last run kept something; whether it holds."""
        if not self._forgotten:
            found = self._tables.execute(
                "select id, name from answers where name >= ? and name < ?",
                (prefix, f"{prefix[:-1]}{chr(ord(prefix[-1]) + 1)}"),
            )
            yield from ((name, number not in self._stale) for number, name in found)

    def outdated(self, prefix: str) -> Iterator[str]:
        """Those of them under which nothing holds any more."""
        for number in () if self._forgotten else sorted(self._stale):
            found = self._tables.execute("select name from answers where id = ?", (number,))
            yield from (name for (name,) in found if name.startswith(prefix))

    def keep(self, name: str, answer: Answer) -> None:
        """Know from now on what was worked out under this name."""
        self._new[name] = answer

    def drop(self, name: str) -> None:
        """Forget what nobody asks for any more."""
        self._gone.add(name)

    def otherwise(self, read: Iterable[Read]) -> None:
        """These readings would find something else now, so that who did them has to do so again."""
        self._stale.update(self._readers(read))

    def who_read(self, read: Iterable[Read]) -> list[str]:
        """The names under which the last run kept something for which one of these was read."""
        if self._forgotten:
            return []
        found = [
            self._tables.execute("select name from answers where id = ?", (one,)).fetchone()
            for one in {*self._readers(read)}
        ]
        return [row[0] for row in found if row]

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return bool(self._new or self._gone or self._stale or self._forgotten)

    def write(self, tables: sqlite3.Connection) -> None:
        """Bring the tables to what is known now."""
        if self._forgotten:
            for table in ("answers", "reads", "maps"):
                tables.execute(f"delete from {table}")  # noqa: S608 names of ours
        self._forget_stale_texts()
        tables.execute("delete from ground")
        ground = (self._ground, self._today.isoformat())
        tables.execute("insert into ground values (?, ?)", ground)
        tables.executemany("delete from answers where id = ?", ((one,) for one in self._stale))
        tables.executemany("delete from answers where name = ?",
                           ((one,) for one in {*self._gone, *self._new}))  # fmt: skip
        readers: dict[int, array[int]] = {}
        maps = set[str]()
        for name, answer in self._new.items():
            entry = tables.execute(
                "insert into answers (name, value) values (?, ?)", (name, answer.value)
            )
            maps |= answer.maps
            numbers = array("q")
            numbers.frombytes(answer.numbers)
            for number in numbers:
                readers.setdefault(number, array("I")).append(entry.lastrowid or 0)
        _add_readers(tables, readers)
        tables.executemany("insert or ignore into maps values (?)", ((one,) for one in maps))
        _sweep(tables)

    def _forget_stale_texts(self) -> None:
        """Who read a text that is forgotten without being made again is forgotten with it: nobody
        could tell any more whether it would come out the same. So on, as texts may use texts."""
        told = set[str]()
        while lost := {
            name for name in self.outdated(f"{KEPT} ") if name not in self._new and name not in told
        }:
            told |= lost
            self.otherwise(Read(KEPT, name.removeprefix(f"{KEPT} ")) for name in lost)

    def _readers(self, otherwise: Iterable[Read]) -> Iterator[int]:
        numbers = iter({number_of(one) for one in otherwise})
        while some := [*islice(numbers, _AT_ONCE)]:
            marks = ", ".join("?" * len(some))
            found = self._tables.execute(f"select answers from reads where read in ({marks})", some)  # noqa: S608 marks alone
            for (packed,) in found:
                yield from _unpacked(packed)


def _nobody_knows() -> None:
    """Of answers of other ground nobody knows what is otherwise now."""


def _add_readers(tables: sqlite3.Connection, readers: Mapping[int, "array[int]"]) -> None:
    """Put the answers for which something was read beside those that are there already."""
    (known,) = tables.execute("select count(*) from reads").fetchone()
    if known:
        for number, answers in readers.items():
            row = tables.execute("select answers from reads where read = ?", (number,)).fetchone()
            if row:
                answers.extend(_unpacked(row[0]))
    tables.executemany(
        "insert or replace into reads values (?, ?)",
        ((number, answers.tobytes()) for number, answers in sorted(readers.items())),
    )


def _unpacked(packed: bytes) -> "array[int]":
    answers = array("I")
    answers.frombytes(packed)
    return answers


def _sweep(tables: sqlite3.Connection) -> None:
    """Readings for answers that are gone are taken out when they have become as many as others."""
    (swept,) = tables.execute("pragma user_version").fetchone()
    (highest,) = tables.execute("select coalesce(max(id), 0) from answers").fetchone()
    (number,) = tables.execute("select count(*) from answers").fetchone()
    if highest - swept <= 2 * number + _AT_ONCE:
        return
    there = {one for (one,) in tables.execute("select id from answers")}
    for read, packed in tables.execute("select read, answers from reads").fetchall():
        left = array("I", [one for one in _unpacked(packed) if one in there])
        if len(left) * left.itemsize == len(packed):
            continue
        if left:
            tables.execute("update reads set answers = ? where read = ?", (left.tobytes(), read))
        else:
            tables.execute("delete from reads where read = ?", (read,))
    tables.execute(f"pragma user_version = {int(highest)}")
