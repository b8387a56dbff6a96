"""Some entries of a list of the library, read without the others: fast, and for lookups only."""

import re
from collections.abc import Collection

from briefbook.corpus.file_read import FileRead, read_file

_ITEM = re.compile(rb"^- ", re.MULTILINE)
_OTHER = re.compile(rb"^(?!- |[ #\r\n]|\Z)", re.MULTILINE)
_ID = re.compile(rb"\bid:\s*[\"']?([a-z0-9-]+)")


def read_entries(name: str, raw: bytes, wanted: Collection[str]) -> FileRead:
    """Read the entries of a list with these ids; places and findings are those of no file.

    A file that is not written as a plain list is read whole.
    """
    ids = {one.encode() for one in wanted}
    starts = [found.start() for found in _ITEM.finditer(raw)]
    if not starts or _OTHER.search(raw):
        return read_file(name, raw)
    ends = [*starts[1:], len(raw)]
    kept = [raw[start:end] for start, end in zip(starts, ends, strict=True)
            if not ids.isdisjoint(_ID.findall(raw, start, end))]  # fmt: skip
    read = read_file(name, b"".join(kept) or b"[]\n")
    return read if not read.findings else read_file(name, raw)
