"""Some entries of a list of the library, read without the others: fast, and for lookups only."""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from briefbook.corpus.file_read import FileRead, read_file

_OTHER = re.compile(rb"\n(?:[^- #\r\n]|-[^ ])")
"""A line that begins neither an item of the list nor goes on with one."""
_ID = re.compile(rb"\bid:[ \t]*[\"']?([a-z0-9-]+)")
_ITEM = b"\n- "
_WORD = re.compile(r"\w+")


def ids_in(raw: bytes) -> frozenset[str]:
    """Every id that stands in a list, of its entries and of what these name as a mapping."""
    return frozenset(found.decode() for found in _ID.findall(raw))


def ids_naming(raw: bytes, names: Collection[str]) -> frozenset[str]:
    """The ids of entries in which one of these names stands, whatever its case and spacing; linear
    in the file, and in the names."""
    by_word: dict[str, list[str]] = {}
    for name in map(_folded, names):
        if word := _WORD.search(name):
            by_word.setdefault(word[0], []).append(name[word.start() :])
    return frozenset(one for one, text in _entries(raw) if _stands(by_word, text))


def _stands(by_word: Mapping[str, Collection[str]], text: str) -> bool:
    return any(
        text.startswith(name, word.start())
        for word in _WORD.finditer(text)
        for name in by_word.get(word[0], ())
    )


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


def _items(raw: bytes, wanted: Collection[bytes]) -> Iterator[bytes]:
    end = 0
    for found in _ID.finditer(raw):
        if found[1] in wanted and found.start() >= end:
            start = raw.rfind(_ITEM, 0, found.start()) + 1
            end = raw.find(_ITEM, found.start()) + 1 or len(raw)
            yield raw[start:end]
