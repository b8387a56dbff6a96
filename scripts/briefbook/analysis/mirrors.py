"""Hosts and paths under which a site shows the same page again: for phones, as AMP, archived."""

import re
from datetime import date
from urllib.parse import unquote

_WIKIMEDIA = re.compile(
    r"^((?:[a-z0-9-]+\.)?)m\.((?:wiki(?:pedia|media|books|data|functions|news|quote|source|species"
    r"|versity|voyage)|wiktionary|mediawiki)\.org)$"
)
_FOR_PHONES = re.compile(r"^(?:www|m|mobile|amp)\.(?=.)")
_SHARED = re.compile(r"^(?:co|com|org|net|ac|gov|gob|gouv|edu|or|ne|go|nom)\.[a-z]{2}$")
"""What looks like a host and is no one's: `m.co.uk` is a site of its own."""
_RENAMED = {"twitter.com": "x.com", "youtube-nocookie.com": "youtube.com"}
SHARED_FROM = {
    "x.com": frozenset({"s", "t"}),
    "youtube.com": frozenset({"si", "t", "feature", "ab_channel", "pp", "list", "index"}),
}
"""By host, parameters that say how a page was shared; elsewhere they may say what the page is."""
AS_AMP = frozenset({("amp", "1"), ("amp", "true"), ("amp", ""), ("outputType", "amp")})
"""Parameters, with their values, that ask for the form for phones."""
_SLASHES = re.compile(r"(?<!:)/{2,}")
_INDEX = re.compile(r"/index\.html?$", re.IGNORECASE)
_AMP = re.compile(r"(?<=[^/])/amp$")
_AMP_CACHE = re.compile(
    r"^https?://(?:www\.google\.[a-z.]+/amp/|[a-z0-9-]+\.cdn\.ampproject\.org/[a-z]/)(s/)?(?=.)",
    re.IGNORECASE,
)
_VIDEO = re.compile(
    r"^https?://(?:youtu\.be/|(?:(?:www|m)\.)?youtube(?:-nocookie)?\.com/(?:shorts|live|embed|v)/)"
    r"([A-Za-z0-9_-]{11})(?=[?/#]|$)",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"^https?://(?:web\.archive\.org/web/|(?:www\.)?archive\.(?:today|ph|is|li|vn|md|fo)/)"
    r"([0-9]{4})[.]?([0-9]{2})[.]?([0-9]{2})(?=[0-9.-]*(?:[a-z]{2}_)?(?:/|$))",
    re.IGNORECASE,
)
_COPY = re.compile(
    r"^https?://(?:web\.archive\.org/web/[0-9]{4,14}(?:[a-z]{2}_)?"
    r"|(?:www\.)?archive\.(?:today|ph|is|li|vn|md|fo)/(?:[0-9]{4,14}|[0-9.]+-[0-9]+|newest))"
    r"/(https?:/)?/?(?=.)",
    re.IGNORECASE,
)
_ENCODED = re.compile(r"https?%3A%2F%2F", re.IGNORECASE)
"""The original as some tools write it behind an archive's address: percent-encoded whole."""


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


def main_address(url: str) -> str:
    """The page behind a copy in a cache for phones, and a video behind its short address."""
    if cached := _AMP_CACHE.match(url):
        url = f"{'https' if cached[1] else 'http'}://{url[cached.end() :]}"
    if video := _VIDEO.match(url):
        return f"https://youtube.com/watch?v={video[1]}"
    return url


def archived_original(url: str) -> str | None:
    """The address of which an address at a web archive is a copy; None for any other address."""
    found = _COPY.match(url)
    if not found:
        return None
    behind = url[found.end() :]
    if _ENCODED.match(behind):
        behind = re.sub(r"^https?:/{0,2}", "", unquote(behind))
    return f"https://{behind}"


def archived_day(url: str) -> str:
    """The day on which an archive's copy was made, as its address says it (2025-02-06); empty where
    it does not say."""
    found = _WHEN.match(url)
    day = "-".join(found.groups()) if found else ""
    try:
        date.fromisoformat(day)
    except ValueError:
        return ""
    return day
