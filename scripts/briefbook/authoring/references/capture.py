"""A capture of web pages (WACZ, WARC): each page that was opened, as a source."""

from collections.abc import Iterator

from briefbook.authoring.extractors import NoText
from briefbook.authoring.extractors.warc import WACZ, WARC, captured_pages
from briefbook.authoring.references import Reference, ReferenceFormat, Unread, Unreadable
from briefbook.authoring.references.page import read_page


def _knows(raw: bytes, name: str) -> bool:
    return WACZ.knows(raw, name) or WARC.knows(raw, name)


def _read(raw: bytes, name: str) -> Iterator[Reference | Unread]:
    try:
        found = captured_pages(raw, name)
    except NoText as error:
        raise Unreadable(str(error)) from None
    if not found:
        raise Unreadable("it holds no web page")
    for address, day, body in found:
        one = read_page(body, address, day)
        yield Unread(None, f"{address}: {one.why}") if isinstance(one, Unread) else one


FORMAT = ReferenceFormat("WACZ or WARC", _knows, _read)
