"""What the pages of a finished site hold: ids, links, classes; read once, for all who ask.

A site of many pages is kept in little room: one text for the ids of a page, one for its links,
classes and custom properties of all pages together. What the theme prints alike around many pages
is kept once.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any

from briefbook.analysis.claim_pages import EMBEDDED

_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_ATTRIBUTE = re.compile(r"""\s([^\s"'=<>/]+)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
"""Any: what stands in the value of another one is no attribute."""
_PLAIN = re.compile(r' (id|href|src|class)="([^"]*)"')
_KINDS = ("id", "href", "src", "class")
_PROPERTY = re.compile(r"--[\w-]+")
_BETWEEN = "\0"


@dataclass(frozen=True, slots=True)
class Marks:
    """Of a text: its ids and the addresses that it links, each after a NUL and before one; the
    values of its `class` attributes; custom properties that its styles name."""

    ids: str
    links: str
    classes: frozenset[str]
    properties: frozenset[str]

    def has(self, anchor: str) -> bool:
        """Whether an element has this id."""
        return f"{_BETWEEN}{anchor}{_BETWEEN}" in self.ids

    def addresses(self) -> list[str]:
        """What is linked, each once, in the order of the page."""
        return self.links.split(_BETWEEN)[1:-1]

    def plain(self) -> list[Any]:
        """All of it as lists and texts."""
        return [self.ids, self.links, sorted(self.classes), sorted(self.properties)]

    @classmethod
    def read(cls, plain: Any) -> "Marks":  # noqa: ANN401 plain data
        """What `plain` made so."""
        ids, links, classes, properties = plain
        return cls(ids, links, frozenset(classes), frozenset(properties))


def marks(page: str) -> Marks:
    """Of any page: engines print well-formed tags, so two patterns do what a parser takes ten
    times as long for. A page's elements are checked by a strict parser in the tests."""
    return _gathered(
        page,
        (
            (name, unescape(next(filter(None, values), "")))
            for element in _TAG.finditer(page)
            for name, *values in _ATTRIBUTE.findall(element[0])
            if name in _KINDS
        ),
    )


def marks_of_ours(text: str) -> Marks:
    """Of a text that our templates printed: attributes in double quotes, and none in its words."""
    found = dict.fromkeys(_PLAIN.findall(text))
    return _gathered(text, ((k, unescape(v) if "&" in v else v) for k, v in found))


def _gathered(text: str, found: Iterator[tuple[str, str]]) -> Marks:
    kinds: dict[str, dict[str, None]] = {"id": {}, "href": {}, "src": {}, "class": {}}
    kinds["src"] = kinds["href"]
    for name, value in found:
        kinds[name][value] = None
    styled = "style=" in text or "<style" in text
    properties = frozenset(_PROPERTY.findall(text)) if styled else frozenset[str]()
    return Marks(_line(kinds["id"]), _line(kinds["href"]), frozenset(kinds["class"]), properties)


def _line(values: Iterable[str]) -> str:
    return _BETWEEN.join(["", *values, ""])


@dataclass
class SiteScan:
    """The marks of all pages of a site, by their file."""

    pages: dict[str, Marks] = field(default_factory=dict)
    around: dict[str, Marks] = field(default_factory=dict)
    """The marks of what the theme prints around a page, where many pages share them. What is
    linked there leads from each of these pages to the same place."""
    classes: set[str] = field(default_factory=set)
    properties: set[str] = field(default_factory=set)
    _values: set[str] = field(default_factory=set)

    def add(self, name: str, page: Marks, around: Marks | None = None) -> None:
        """Take the page of a file, and what is around it."""
        self.pages[name] = page
        self._take(page)
        if around:
            self.around[name] = around
            self._take(around)

    def _take(self, found: Marks) -> None:
        self.properties |= found.properties
        for value in found.classes - self._values:
            self._values.add(value)
            self.classes.update(value.split())

    def has(self, name: str, anchor: str) -> bool:
        """Whether a page has an element of this id."""
        around = self.around.get(name)
        return self.pages[name].has(anchor) or bool(around and around.has(anchor))

    def knows(self, name: str) -> bool:
        """Whether it has read a page of this file."""
        return name in self.pages

    def any_has(self, anchor: str) -> bool:
        """Whether any page has one."""
        return any(page.has(anchor) for page in (*self._frames(), *self.pages.values()))

    def _frames(self) -> Iterable[Marks]:
        return {id(one): one for one in self.around.values()}.values()


def pages_of(site: Path) -> list[Path]:
    """The pages of a folder in the order of their names; cards for other sites are none."""
    cards = site / EMBEDDED
    return sorted(path for path in site.rglob("*.html") if not path.is_relative_to(cards))


def scan_of(site: Path) -> SiteScan:
    """All pages of a folder."""
    scan = SiteScan()
    for path in pages_of(site):
        page = path.read_text(encoding="utf-8")
        scan.add(path.relative_to(site).as_posix(), marks(page))
    return scan
