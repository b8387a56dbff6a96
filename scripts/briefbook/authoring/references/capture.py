"""A capture of web pages (WACZ, WARC): each page that was opened, as a source."""

from collections.abc import Iterator
from functools import partial

from briefbook.authoring.extractors import NoText
from briefbook.authoring.extractors.warc import WACZ, WARC, captured_pages
from briefbook.authoring.guarded import TookTooMuch, guarded
from briefbook.authoring.references import Reference, ReferenceFormat, Unread, Unreadable
from briefbook.authoring.references.page import read_page

_SECONDS = 60
"""A capture holds many pages."""


def _knows(raw: bytes, name: str) -> bool:
    return WACZ.knows(raw, name) or WARC.knows(raw, name)


def _read(raw: bytes, name: str) -> Iterator[Reference | Unread]:
    try:
        yield from guarded(partial(_pages, raw, name), seconds=_SECONDS)
    except (NoText, TookTooMuch) as error:
        raise Unreadable(str(error)) from None


def _pages(raw: bytes, name: str) -> list[Reference | Unread]:
    found = captured_pages(raw, name)
    if not found:
        raise Unreadable("it holds no web page")
    return [_page(*one) for one in found]


def _page(address: str, day: str, body: bytes) -> Reference | Unread:
    one = read_page(body, address, day)
    return Unread(None, f"{address}: {one.why}") if isinstance(one, Unread) else one


FORMAT = ReferenceFormat("WACZ or WARC", _knows, _read)
