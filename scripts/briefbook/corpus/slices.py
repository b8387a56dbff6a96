"""Some entries of a list of the library, read without the others: fast, and for lookups only."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import lru_cache

from briefbook.corpus.file_read import FileRead, read_file
from briefbook.findings import Route
from briefbook.text.any_of import any_of

_OTHER = re.compile(rb"\n(?:[^- #\r\n]|-[^ ])")
"""A line that begins neither an item of the list nor goes on with one."""
_ID = re.compile(rb"id:(?<!\wid:)[ \t]*[\"']?([a-z0-9-]+)")
_ITEM = b"\n- "
_FROM_A_WORD = re.compile(r"\w.*")


def ids_in(raw: bytes) -> frozenset[str]:
    """Every id that stands in a list, of its entries and of what these name as a mapping."""
    return frozenset(found.decode() for found in _ID.findall(raw))


def ids_naming(raw: bytes, names: Collection[str]) -> frozenset[str]:
    """The ids of entries in which one of these names stands, whatever its case and spacing; linear
    in the file, and in the names."""
    begins = [word[0] for name in names if (word := _FROM_A_WORD.search(_folded(name)))]
    if not begins:
        return frozenset()
    stands = re.compile(rf"(?<!\w){any_of(begins)}")
    return frozenset(one for one, text in _entries(raw) if stands.search(text))


@lru_cache(maxsize=4)
def _entries(raw: bytes) -> tuple[tuple[str, str], ...]:
    """The entries of a list: id and folded text."""
    items = re.split(rb"(?m)^(?=- )", raw)
    found = ((_ID.search(item), item) for item in items)
    return tuple((one[1].decode(), _folded(item.decode(errors="replace")))
                 for one, item in found if one)  # fmt: skip


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def read_entries(name: str, raw: bytes, wanted: Collection[str]) -> FileRead:
    """Read the entries of a list with these ids; places and findings are those of no file.

    A file that is not written as a plain list is read whole.
    """
    if not wanted:
        return read_file(name, b"[]\n")
    if not raw.startswith((b"- ", b"#", b"\n")) or _OTHER.search(raw):
        return read_file(name, raw)
    read = read_file(name, b"".join(_items(raw, {one.encode() for one in wanted})) or b"[]\n")
    return read if not read.findings else read_file(name, raw)


class Slice:
    """Of a list of the library the entries that were asked for so far, each read but once."""

    def __init__(self, name: str, raw: bytes) -> None:
        self._name, self._raw = name, raw
        self._read = read_entries(name, raw, ())
        self._asked, self._named = set[str](), set[str]()
        self._all = ids_in(raw)

    def read(self, cited: Collection[str], names: Collection[str]) -> FileRead:
        """With the entries of these ids, and those in which one of these names stands, and all to
        which these lead within the list."""
        if new := {*names} - self._named:
            self._named |= new
            cited = {*cited, *ids_naming(self._raw, new)}
        missing = (self._all & {*cited}) - self._asked
        while missing:
            more = read_entries(self._name, self._raw, missing)
            if {one.id for one in more.entries} <= missing:
                self._read = _joined(self._read, more)
                self._asked |= missing
                named = more.library.references if more.library else ()
                missing = (self._all & {one.target for one in named}) - self._asked
            else:  # it was read whole
                self._read, self._asked, missing = more, {*self._all}, frozenset()
        return self._read


def _joined(one: FileRead, other: FileRead) -> FileRead:
    """Two parts of one list: the entries of the second follow those of the first."""
    if one.library is None or other.library is None or not one.library.references:
        return other
    first = 1 + max(int(reference.route[0]) for reference in one.library.references)

    def moved(route: Route) -> Route:
        return (first + int(route[0]), *route[1:])

    references = [ref._replace(route=moved(ref.route)) for ref in other.library.references]
    entries = [replace(entry, route=moved(entry.route)) for entry in other.entries]
    library = replace(one.library, references=(*one.library.references, *references))
    return replace(one, library=library, entries=(*one.entries, *entries))


def _items(raw: bytes, wanted: Collection[bytes]) -> Iterator[bytes]:
    end = 0
    for found in _ID.finditer(raw):
        if found[1] in wanted and found.start() >= end:
            start = raw.rfind(_ITEM, 0, found.start()) + 1
            end = raw.find(_ITEM, found.start()) + 1 or len(raw)
            yield raw[start:end]
