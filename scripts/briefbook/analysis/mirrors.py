"""Hosts and paths under which a site shows the same page again: for phones, as AMP, archived."""

import re

_WIKIMEDIA = re.compile(
    r"^((?:[a-z0-9-]+\.)?)m\.((?:wiki(?:pedia|media|books|data|functions|news|quote|source|species"
    r"|versity|voyage)|wiktionary|mediawiki)\.org)$"
)
_FOR_PHONES = re.compile(r"^(?:www|m|mobile)\.(?=.)")
_SHARED = re.compile(r"^(?:co|com|org|net|ac|gov|gob|gouv|edu|or|ne|go|nom)\.[a-z]{2}$")
"""What looks like a host and is no one's: `m.co.uk` is a site of its own."""
_RENAMED = {"twitter.com": "x.com"}
SHARED_FROM = {"x.com": frozenset({"s", "t"})}
"""By host, parameters that say how a page was shared; elsewhere they may say what the page is."""
_SLASHES = re.compile(r"(?<!:)/{2,}")
_INDEX = re.compile(r"/index\.html?$", re.IGNORECASE)
_AMP = re.compile(r"(?<=[^/])/amp$")
_COPY = re.compile(
    r"^https?://(?:web\.archive\.org/web/[0-9]{4,14}(?:[a-z]{2}_)?"
    r"|(?:www\.)?archive\.(?:today|ph|is|li|vn|md|fo)/(?:[0-9]{4,14}|[0-9.]+-[0-9]+|newest))"
    r"/(https?:/)?/?(?=.)",
    re.IGNORECASE,
)


def main_host(host: str) -> str:
    """A host without `www.`, `m.` and `mobile.`; “mobile.de” is a site of its own and stays."""
    host = _WIKIMEDIA.sub(r"\1\2", host)
    while (shorter := _FOR_PHONES.sub("", host)) != host:
        if "." not in shorter or _SHARED.fullmatch(shorter):
            break
        host = shorter
    return _RENAMED.get(host, host)


def main_path(host: str, path: str) -> str:
    """A path without the last slash, `index.html`, `/amp` and doubled slashes."""
    plain = _INDEX.sub("", _SLASHES.sub("/", path)).rstrip("/")
    if host == "t.me" and plain.startswith("/s/"):
        plain = plain.removeprefix("/s")
    return _AMP.sub("", plain)


def archived_original(url: str) -> str | None:
    """The address of which an address at a web archive is a copy; None for any other address."""
    found = _COPY.match(url)
    return f"https://{url[found.end() :]}" if found else None
