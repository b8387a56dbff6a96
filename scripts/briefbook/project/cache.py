"""What earlier runs found out, kept as tables in one file below `.briefbook/cache/`.

The file is named after the hash of its content: what is damaged, cut short or half restored has
another one, and counts for nothing. It is written beside the old one and takes its place whole, so
that several runs may read and write at once. It holds data alone, and nothing in it is ever run.
"""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from briefbook.project.files import write_whole
from briefbook.project.program import program
from briefbook.project.wrong_use import WrongUse

CACHE = ".briefbook/cache"
_NAME = "state-{}.db"
_TABLES = """
create table about (program text not null);
create table files (path text primary key, digest blob not null, head blob not null);
create table bodies (path text primary key, body blob not null, raw blob not null);
create table ground (text text not null, day text not null);
create table answers (
    id integer primary key autoincrement, name text unique not null, value blob not null
);
create table reads (read integer primary key, answers blob not null);
create table maps (name text primary key);
create table proofs (quotation text primary key, grounds text not null, proof text not null);
"""

Write = Callable[[sqlite3.Connection], None]


class Cache:
    """The tables as the last run left them, and what this one adds to them.

    Of another program, or where there is none, they are empty.
    """

    def __init__(self, root: Path) -> None:
        self._folder = root / CACHE
        self._root = root
        self._writes: list[Write] = []

    @cached_property
    def tables(self) -> sqlite3.Connection:
        """For reading alone."""
        found = self._found
        try:
            return _opened(found) if found else _empty()
        except sqlite3.OperationalError:
            return _empty()  # another run has just put a newer one in its place

    @cached_property
    def _found(self) -> Path | None:
        """The file of this program that is whole, if there is one."""
        for path in sorted(self._folder.glob(_NAME.format("*"))):
            try:
                plain = path.is_file() and not path.is_symlink()
                if plain and path.name == _NAME.format(_digest(path)) and _is_ours(path):
                    return path
            except (OSError, sqlite3.Error):
                continue
        return None

    @property
    def is_new(self) -> bool:
        """Whether nothing has been worked out yet that could be kept."""
        (number,) = self.tables.execute("select count(*) from ground").fetchone()
        return int(number) == 0

    def add(self, write: Write) -> None:
        """Have this done to the tables when they are saved."""
        self._writes.append(write)

    def forget(self) -> None:
        """Keep nothing of what earlier runs found out.

        Raises WrongUse if it cannot be deleted.
        """
        for path in self._folder.glob(_NAME.format("*")):
            try:
                if not path.is_dir():
                    path.unlink(missing_ok=True)
            except OSError as error:
                raise WrongUse(
                    f"{path} cannot be deleted: {(error.strerror or '').lower()}"
                ) from None

    def save(self) -> str:
        """Write what was added, if anything was; returns why that failed, if it did."""
        if not self._writes:
            return ""
        writes, self._writes = self._writes, []
        try:
            keep_out_of_git(self._root)
            self._save(writes)
        except (WrongUse, OSError, sqlite3.Error) as error:
            return f"{self._folder}: {error}"
        return ""

    def _save(self, writes: list[Write]) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._folder, prefix=".state-")
        os.close(handle)
        fresh = Path(name)
        try:
            copied = self._copied(fresh)
            connection = sqlite3.connect(fresh)
            try:
                connection.execute("pragma journal_mode = off")
                connection.execute("pragma synchronous = off")
                if not copied:
                    self.tables.backup(connection)
                for write in writes:
                    write(connection)
                connection.commit()
            finally:
                connection.close()
            place = self._folder / _NAME.format(_digest(fresh))
            fresh.chmod(0o644)
            fresh.replace(place)
        finally:
            fresh.unlink(missing_ok=True)
        for other in self._folder.glob(_NAME.format("*")):
            if other != place and not other.is_dir():
                other.unlink(missing_ok=True)
        self._found = place
        self.tables = _opened(place)

    def _copied(self, fresh: Path) -> bool:
        """Copy the tables as a file; False where they are none, or another run has replaced it."""
        try:
            return self._found is not None and bool(shutil.copyfile(self._found, fresh))
        except FileNotFoundError:
            return False


def keep_out_of_git(root: Path) -> None:
    """The folder in which the program keeps things says itself that git passes it over.

    Raises WrongUse if it cannot be written to.
    """
    room = root / Path(CACHE).parts[0]
    if not (room / ".gitignore").exists():
        write_whole(room / ".gitignore", b"*\n")


def _opened(path: Path) -> sqlite3.Connection:
    where = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(where, uri=True, check_same_thread=False)


def _empty() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    _create(connection)
    return connection


def _create(connection: sqlite3.Connection) -> None:
    connection.executescript(_TABLES)
    connection.execute("insert into about values (?)", (program(),))
    connection.commit()


def _is_ours(path: Path) -> bool:
    connection = _opened(path)
    try:
        found: list[tuple[str]] = connection.execute("select program from about").fetchall()
    finally:
        connection.close()
    return found == [(program(),)]


def _digest(path: Path) -> str:
    digest = blake2b(digest_size=16)
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
