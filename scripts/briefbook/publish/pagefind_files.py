"""Gives Pagefind's files one form: the same records, the same bytes.

Pagefind 1.5.2 writes the values of a filter, and the filters of an index, in the order of a hash
table, another one on each run; the files' names are hashes of their content and stand in other
files. Here they are sorted, and the names made anew. A file is gzip around a word of Pagefind's
and CBOR (RFC 8949).
"""

import gzip
import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import cbor2

_SIGNATURE = b"pagefind_dcd"
_FILTERS = 3
"""Where the list of filters stands in the metadata: version, pages, index chunks, filters …"""


def canonical(written: Mapping[str, bytes]) -> dict[str, bytes]:
    """Files by path, with filters in the order of their names and values.

    Raises ValueError if the files have another form than Pagefind 1.5's.
    """
    files = dict(written)
    renamed: dict[str, str] = {}
    for path in [name for name in files if name.endswith(".pf_filter")]:
        name, values = _read(files.pop(path))
        content = _write([name, sorted(values, key=lambda value: str(value[0]))])
        language = path.removeprefix("filter/").partition("_")[0]
        digest = f"{language}_{sha256(content).hexdigest()[:10]}"
        renamed[path.removeprefix("filter/").removesuffix(".pf_filter")] = digest
        files[f"filter/{digest}.pf_filter"] = content
    for path in [name for name in files if name.endswith(".pf_meta")]:
        _rename_in_meta(files, path, renamed)
    return files


def _rename_in_meta(files: dict[str, bytes], path: str, renamed: Mapping[str, str]) -> None:
    """Name the filters anew in the metadata, then the metadata in the entry."""
    meta = _read(files.pop(path))
    if len(meta) <= _FILTERS or len(meta[_FILTERS]) != len(renamed):
        raise ValueError("Pagefind's metadata has another form than expected")
    meta[_FILTERS] = sorted([name, renamed[digest]] for name, digest in meta[_FILTERS])
    content = _write(meta)
    old = path.removeprefix("pagefind.").removesuffix(".pf_meta")
    new = f"{old.partition('_')[0]}_{sha256(content).hexdigest()[:10]}"
    files[f"pagefind.{new}.pf_meta"] = content
    entry = json.loads(files["pagefind-entry.json"])
    for language in entry["languages"].values():
        if language["hash"] == old:
            language["hash"] = new
    files["pagefind-entry.json"] = json.dumps(entry, separators=(",", ":")).encode()


def _read(content: bytes) -> list[Any]:
    plain = gzip.decompress(content)
    if not plain.startswith(_SIGNATURE):
        raise ValueError("not a file of Pagefind's")
    found = cbor2.loads(plain[len(_SIGNATURE) :])
    if not isinstance(found, list):
        raise ValueError("a file of Pagefind's has another form than expected")
    return found


def _write(data: list[Any]) -> bytes:
    return gzip.compress(_SIGNATURE + cbor2.dumps(data), 9, mtime=0)
