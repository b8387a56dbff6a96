"""A capture: the record of the source's own address in a WARC file, or in a WACZ of several.

ISO 28500 (WARC) and WACZ 1.1.1. Nothing is unpacked to disk, so that no path can lead out.
"""

import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date

from briefbook.authoring.extractors import (
    Extractor,
    NoText,
    Taken,
    Wanted,
    lacking,
    take,
)
from briefbook.text.listing import both
from briefbook.text.terminal import visible

_MOST = 64 * 1024 * 1024
"""Bytes of one page."""
_DENSEST = 100
"""A file in a WACZ that unpacks to more times its size was made to fill memory."""
_SHOWN = 3
_ENDINGS = {"application/pdf": "pdf", "text/plain": "txt"}


def _is_warc(raw: bytes, name: str) -> bool:
    return raw.startswith(b"WARC/") or (
        raw.startswith(b"\x1f\x8b") and name.lower().endswith((".warc.gz", ".gz"))
    )


def _is_wacz(raw: bytes, name: str) -> bool:
    return raw.startswith(b"PK\x03\x04")


def _take_warc(raw: bytes, wanted: Wanted) -> Taken:
    return _chosen([("", raw)], wanted)


def captured_pages(raw: bytes, name: str) -> list[tuple[str, str, bytes]]:
    """Address, day and content of each web page that was opened when a capture was made, in the
    order of addresses; of several captures of one page the newest.

    Raises NoText.
    """
    opened = frozenset[str]()
    files = [("", raw)]
    if _is_wacz(raw, name):
        opened, files = _opened(raw), [*_files(raw)]
    found = dict[str, tuple[str, bytes]]()
    for _, content in files:
        for address, day, kind, body in _pages(content, Wanted(is_its_own=lambda one: True)):
            is_page = kind in ("text/html", "application/xhtml+xml")
            if body and is_page and (not opened or address.rstrip("/") in opened):
                found[address] = max(found.get(address, ("", b"")), (day, body))
    return [(address, day[:10], body) for address, (day, body) in sorted(found.items())]


def _opened(raw: bytes) -> frozenset[str]:
    """The addresses of the pages that a WACZ lists."""
    with _archive(raw) as archive:
        try:
            lines = archive.read("pages/pages.jsonl").decode().splitlines()
        except (KeyError, UnicodeDecodeError):
            return frozenset()
    pages = set[str]()
    for line in lines:
        with suppress(ValueError, AttributeError):
            pages.add(str(json.loads(line).get("url") or ""))
    return frozenset(one.rstrip("/") for one in pages - {""})


def _files(raw: bytes) -> Iterator[tuple[str, bytes]]:
    """The WARC files of a WACZ, whose paths stay within it."""
    with _archive(raw) as archive:
        files = [
            info for info in archive.infolist()
            if info.filename.startswith("archive/") and ".." not in info.filename.split("/")
            and info.filename.endswith((".warc", ".warc.gz"))
        ]  # fmt: skip
        if not files:
            raise NoText("it is a ZIP file and no WACZ: there is no archive/….warc in it")
        for info in sorted(files, key=lambda one: one.filename):
            if info.file_size > max(_MOST, _DENSEST * info.compress_size):
                raise NoText(
                    f"{visible(info.filename)} in it unpacks to {info.file_size // 1024**2:,} MiB, "
                    f"over {_DENSEST} times its size: no capture of pages does"
                )
            yield info.filename, archive.read(info)


@contextmanager
def _archive(raw: bytes) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        raise NoText("it is damaged or cut off; fetch it again") from None


def _take_wacz(raw: bytes, wanted: Wanted) -> Taken:
    return _chosen(_files(raw), wanted)


def _chosen(
    files: "Iterator[tuple[str, bytes]] | list[tuple[str, bytes]]", wanted: Wanted
) -> Taken:
    """The newest page at the source's address."""
    found: tuple[str, str, bytes, str] | None = None
    others = dict[str, None]()
    for _, raw in files:
        for address, day, kind, body in _pages(raw, wanted):
            if body is None:
                others[address] = None
            elif found is None or day > found[1]:
                found = (address, day, body, kind)
    if found is None:
        seen = both([f"“{visible(one)}”" for one in [*others][:_SHOWN]])
        rest = f" and {len(others) - _SHOWN} more" if len(others) > _SHOWN else ""
        raise NoText(
            f"it holds no page of the source's address, only of {seen}{rest}" if others
            else "it holds no page"
        )  # fmt: skip
    address, day, body, kind = found
    inner = take(body, Wanted(_name(kind), wanted.encoding))
    return replace(inner, address=address, day=day[:10])


def _day(text: str) -> str:
    """The moment of a capture, if it is one; empty else."""
    try:
        date.fromisoformat(text[:10])
    except ValueError:
        return ""
    return text


def _name(kind: str) -> str:
    """A file name that says what the server said."""
    return f"page.{_ENDINGS.get(kind, 'html')}"


def _pages(raw: bytes, wanted: Wanted) -> Iterator[tuple[str, str, str, bytes | None]]:
    """Address, day, media type and content of each page that was answered; no content for those
    of other addresses."""
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 an extra
        from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415
    except ImportError:
        raise lacking("warcio", "WARC and WACZ files") from None
    try:
        for record in ArchiveIterator(io.BytesIO(raw)):
            if record.rec_type not in ("response", "resource"):
                continue
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            status = record.http_headers.get_statuscode() if record.http_headers else "200"
            if status != "200":
                continue
            headers = record.http_headers or record.rec_headers
            kind = (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
            day = _day(record.rec_headers.get_header("WARC-Date") or "")
            if not wanted.is_its_own(address):
                if kind in ("", "text/html", "application/pdf", "application/xhtml+xml"):
                    yield address, day, kind, None
                continue
            body = record.content_stream().read(_MOST + 1)
            if len(body) > _MOST:
                raise NoText(f"the page is larger than {_MOST // 1024 // 1024} MiB")
            if getattr(record.raw_stream, "limit", 0) > 0:
                raise NoText("it is cut off within the page; fetch it again")
            _must_be_unpacked(headers.get_header("Content-Encoding") or "", body)
            yield address, day, kind, body
    except (ArchiveLoadFailed, OSError, EOFError, zlib.error, gzip.BadGzipFile, ValueError):
        raise NoText("it is damaged or cut off; fetch it again") from None


def _must_be_unpacked(how: str, body: bytes) -> None:
    """Some tools store what they unpacked and keep the header: such a page is text."""
    if how.strip().lower() in ("", "identity", "gzip", "x-gzip", "deflate"):
        return
    try:
        body.decode()
    except UnicodeDecodeError:
        raise NoText(
            f"the page in it is packed as “{visible(how)}”, which cannot be unpacked here; "
            "save the page from the browser, and store that"
        ) from None


WARC = Extractor("warc", _is_warc, _take_warc)
WACZ = Extractor("wacz", _is_wacz, _take_wacz)
