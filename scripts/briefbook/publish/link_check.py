"""Checks the links and anchors of a finished site, without network."""

import re
from collections.abc import Container
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit


@dataclass(frozen=True, slots=True, order=True)
class BrokenLink:
    """A link that leads nowhere: the page it stands on, and where it points."""

    page: str
    link: str

    def leads_to(self, files: Container[str], base: str) -> bool:
        """Whether it points to one of these files of the site, which is published below `base`."""
        place = join(f"/{dirname(self.page)}", unquote(self.link).removeprefix(base.rstrip("/")))
        return normpath(place).removeprefix("/") in files


@dataclass(frozen=True, slots=True)
class _Found:
    """Ids of a page, and the addresses that it links, in order."""

    ids: frozenset[str]
    links: tuple[str, ...]


_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_ATTRIBUTE = re.compile(r"""\s(id|href|src)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")


def _read(page: str) -> _Found:
    """Engines print well-formed tags, so two patterns do what a parser takes ten times as long for.

    A page's elements are checked by a strict parser in the tests.
    """
    ids, links = set[str](), dict[str, None]()
    for element in _TAG.finditer(page):
        for name, *values in _ATTRIBUTE.findall(element[0]):
            value = unescape(next(filter(None, values), ""))
            if name == "id":
                ids.add(value)
            else:
                links[value] = None
    return _Found(frozenset(ids), tuple(links))


def ids_of(page: str) -> frozenset[str]:
    """The ids of a page's elements: where anchors can lead."""
    return _read(page).ids


def broken_links(site: Path, base: str = "/") -> list[BrokenLink]:
    """All internal links of a site's pages that lead to no file or to no id; linear.

    `base` is the path under which the site is published: absolute links begin with it.
    """
    pages: dict[str, _Found] = {}
    for path in sorted(site.rglob("*.html")):
        pages[path.relative_to(site).as_posix()] = _read(path.read_text(encoding="utf-8"))
    return sorted(
        BrokenLink(page, link)
        for page, found in pages.items()
        for link in found.links
        if not _leads_somewhere(site, page, link, base, pages)
    )


def _leads_somewhere(site: Path, page: str, link: str, base: str, pages: dict[str, _Found]) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    if parts.scheme or parts.netloc:
        return True
    target = _target(page, unquote(parts.path), base)
    if target is None:
        return False
    file = f"{target}/index.html".lstrip("/") if (site / target).is_dir() else target
    if file not in pages:
        return (site / file).is_file()
    anchor = unquote(parts.fragment)
    return not anchor or anchor in pages[file].ids


def _target(page: str, path: str, base: str) -> str | None:
    """The file or folder below the site that a path leads to from a page."""
    if path.startswith("/"):
        return normpath(path.removeprefix(base)) if path.startswith(base) else None
    folder = page.rpartition("/")[0]
    if not path:
        return page
    joined = normpath(f"{folder}/{path}" if folder else path)
    return None if joined.startswith("..") else joined
