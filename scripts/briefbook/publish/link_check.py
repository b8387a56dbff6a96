"""Checks the links and anchors of a finished site, without network."""

import os
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Protocol
from urllib.parse import unquote, urlsplit

from briefbook.publish.site_scan import Marks, SiteScan


@dataclass(frozen=True, slots=True, order=True)
class BrokenLink:
    """A link that leads nowhere: the page it stands on, and where it points."""

    page: str
    link: str

    def leads_to(self, files: Container[str], base: str) -> bool:
        """Whether it points to one of these files of the site, which is published below `base`."""
        place = join(f"/{dirname(self.page)}", unquote(self.link).removeprefix(base.rstrip("/")))
        return normpath(place).removeprefix("/") in files


def broken_links(site: Path, scan: SiteScan, base: str = "/") -> list[BrokenLink]:
    """All internal links of a site's pages that lead to no file or to no id; linear.

    `base` is the path under which the site is published: absolute links begin with it.
    """
    there = LinkedSite(scan, frozenset(files_of(site)), base)
    wrong_around: dict[int, list[str]] = {}
    found = []
    for name, page in scan.pages.items():
        found += [BrokenLink(name, link) for link in there.wrong(name, page)]
        if around := scan.around.get(name):
            if id(around) not in wrong_around:
                wrong_around[id(around)] = there.wrong(name, around)
            found += [BrokenLink(name, link) for link in wrong_around[id(around)]]
    return sorted(set(found))


def files_of(site: Path) -> Iterator[str]:
    """Every file of a folder, by its name from there on."""
    for here, _, names in os.walk(site):
        folder = Path(here).relative_to(site).as_posix()
        yield from names if folder == "." else (f"{folder}/{name}" for name in names)


class Anchors(Protocol):
    """Which ids stand on which pages."""

    def knows(self, page: str) -> bool:
        """Whether a file is a page whose ids are known."""

    def has(self, name: str, anchor: str) -> bool:
        """Whether such a page has an element of this id."""


@dataclass(frozen=True, slots=True)
class LinkedSite:
    """The files of a site, published below `base`, and the ids on its pages."""

    scan: Anchors
    files: Container[str]
    base: str

    def wrong(self, page: str, found: Marks) -> list[str]:
        """The links of a page that lead nowhere."""
        folder = page.rpartition("/")[0]
        steps = folder.split("/") if folder else []
        return [
            link
            for link in found.addresses()
            if not (self._plainly_leads(page, link, steps) or self._leads(page, link))
        ]

    def _plainly_leads(self, page: str, link: str, steps: list[str]) -> bool:
        """Whether a link of the usual form (“../../x/#y”) leads somewhere: nearly all do."""
        path, mark, anchor = link.partition("#")
        if not path:
            return self._holds(page, anchor)
        up = 0
        while path.startswith("../"):
            path = path[3:]
            up += 1
        if up > len(steps):
            return False
        target = "/".join([*steps[: len(steps) - up], path])
        if not path or path.endswith("/"):
            target += "index.html"
        return target in self.files and (not mark or self._holds(target, anchor))

    def targets(self, page: str, found: Marks) -> set[str]:
        """The files to which the links of a page lead, or would if they were there."""
        steps = page.split("/")[:-1]
        targets = set()
        for path in {link.partition("#")[0].partition("?")[0] for link in found.addresses()}:
            if not path or "://" in path or path.startswith("mailto:"):
                continue
            plain = _plain_target(steps, path)
            if plain is None:
                plain = self._target(page, unquote(path))
            if plain is not None:
                targets |= {plain, f"{plain}/index.html".lstrip("/")}
        return targets

    def _holds(self, page: str, anchor: str) -> bool:
        return not anchor or not self.scan.knows(page) or self.scan.has(page, anchor)

    def _leads(self, page: str, link: str) -> bool:
        try:
            parts = urlsplit(link)
        except ValueError:
            return False
        if parts.scheme or parts.netloc:
            return True
        target = self._target(page, unquote(parts.path))
        if target is None:
            return False
        file = target if target in self.files else f"{target}/index.html".lstrip("/")
        return file in self.files and self._holds(file, unquote(parts.fragment))

    def _target(self, page: str, path: str) -> str | None:
        """The file or folder below the site that a path leads to from a page."""
        if path.startswith("/"):
            within = path.startswith(self.base)
            return _within(path.removeprefix(self.base)) if within else None
        return _within(join(dirname(page), path)) if path else page


_ODD = re.compile(r"%|^/|//|(?:^|/)\.\.?(?:/|$)")


def _plain_target(steps: list[str], path: str) -> str | None:
    """Where a path of the usual form (“../../x/”) leads from a folder; None for any other form."""
    rest, up = path, 0
    while rest.startswith("../"):
        rest, up = rest[3:], up + 1
    if up > len(steps) or _ODD.search(rest):
        return None
    return "/".join([*steps[: len(steps) - up], rest]).strip("/")


def _within(path: str) -> str | None:
    joined = normpath(path)
    if joined.startswith(".."):
        return None
    return "" if joined == "." else joined
