"""SRC010 insecure-address: an `http` address of a host that the library knows with `https`."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from briefbook.analysis.edition import Edition
from briefbook.analysis.same_work import host
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Source
from briefbook.rules import Rule, current_records, where_there_are
from briefbook.rules.replaced import replaced

KIND = Kind("SRC010", "insecure-address", Severity.note)
_PLAIN = "http://"


def check(edition: Edition) -> Iterator[Finding]:
    """Addresses with http whose host has another address with https."""
    sources = list(current_records(edition, Source))
    secure = {
        host(url) for source in sources if (url := source.record.url or "").startswith("https:")
    }
    for source in sources:
        url = source.record.url or ""
        if url.startswith(_PLAIN) and host(url) in secure and urlsplit(url).port is None:
            yield _finding(source, edition, url)


def _finding(placed: Placed[Source], edition: Edition, url: str) -> Finding:
    better = f"https://{url.removeprefix(_PLAIN)}"
    edits = replaced(placed, edition, ("url",), url, better)
    return Finding(
        KIND,
        f"The address of “{placed.id}” begins with http, and its host is known with https.",
        placed.place("url"),
        f"Write {better}" + (" (“briefbook check --fix” does)." if edits else "."),
        edits=edits,
    )


RULE = Rule(KIND, __name__, where_there_are(Source)(check))
