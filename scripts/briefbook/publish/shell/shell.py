"""The shell of a class: what the theme prints around each of its pages, and where values stand."""

import re
from collections.abc import Mapping
from typing import Any

from briefbook.publish.shell.contents import (
    LIST,
    MARK,
    ContentsPrint,
    UnknownPrint,
    anchor_of,
    learned,
    printed,
)
from briefbook.publish.shell.converted import Converted
from briefbook.publish.shell.page_class import BEGIN, END, PageClass, mark_of

_LEFT = re.compile(MARK, re.I)
_WAYS = ("v", "v|e", "v|striptags", "v|striptags|e", "v|tojson", "v|replace('&quot;', '\"')")
"""How a theme may print a value; another way shows, and MkDocs makes the pages itself then."""
Slot = tuple[str, str]
Piece = str | Slot


class Shell:
    """Pieces of a page, and between them what is filled in."""

    def __init__(self, pieces: list[Piece], contents: ContentsPrint | None) -> None:
        self._pieces, self._contents = pieces, contents

    @classmethod
    def of(cls, one: PageClass | None, page: str, url: str) -> "Shell":
        """The shell of a class: `page` is what the theme printed for its stand-in, mended, which
        lies at the full address `url` (empty where the site does not know its own). Of a page that
        is like no other (None) all but its text is fixed.

        Raises UnknownPrint.
        """
        start, end = _ends(page)
        text = f"{page[:start]}{BEGIN}{page[end:]}"
        images: dict[str, Slot] = {BEGIN: ("content", "v")}
        contents = None
        if one:
            if one.depth:
                text, contents = learned(text, one.depth)
                images[LIST] = ("contents", "v")
            images[f"#{anchor_of(0)}"] = ("first", "v")
            for name in one.values:
                for way in _WAYS:
                    images.setdefault(printed(way)(mark_of(name)), (name, way))
            for way in ("v", "v|tojson") if url else ():
                images.setdefault(printed(way)(url), ("url", way))
        pieces = _pieces(text, images)
        left = "".join(piece for piece in pieces if isinstance(piece, str))
        if one and _LEFT.search(left):
            raise UnknownPrint("the theme prints something of a page in a way of its own")
        return cls(pieces, contents)

    def plain(self) -> list[Any]:
        """All of it as lists and texts."""
        return [self._pieces, self._contents and self._contents.plain()]

    @classmethod
    def read(cls, plain: Any) -> "Shell":  # noqa: ANN401 plain data
        """What `plain` made so."""
        pieces, contents = plain
        return cls(
            [one if isinstance(one, str) else (one[0], one[1]) for one in pieces],
            contents and ContentsPrint.read(contents),
        )

    @property
    def around(self) -> str:
        """What stands around each page."""
        return "".join(piece for piece in self._pieces if isinstance(piece, str))

    def filled(self, page: Converted, url: str) -> str:
        """The finished page."""
        known: dict[Piece, str] = {}
        for piece in self._pieces:
            if not isinstance(piece, str) and piece not in known:
                known[piece] = self._value(piece, page, url)
        return "".join(p if isinstance(p, str) else known[p] for p in self._pieces)

    def _value(self, slot: Slot, page: Converted, url: str) -> str:
        name, way = slot
        if name == "content":
            return page.content
        if name == "contents" and self._contents:
            return self._contents.of(page.contents[1:])
        if name == "first":
            return f"#{page.contents[0].anchor}"
        value = url if name == "url" else page.meta[name]
        return printed(way)(str(value))


def _ends(page: str) -> tuple[int, int]:
    """From where to where the text of a page stands."""
    first, last = f"<div>{BEGIN}</div>", f"<div>{END}</div>"
    if page.count(first) != 1 or page.count(last) != 1:
        raise UnknownPrint("the theme prints the text of a page otherwise than it is")
    return page.index(first), page.index(last) + len(last)


def _pieces(text: str, images: Mapping[str, Slot]) -> list[Piece]:
    longest_first = sorted(images, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    pieces: list[Piece] = []
    done = 0
    for found in pattern.finditer(text):
        pieces += [text[done : found.start()], images[found[0]]]
        done = found.end()
    return [*pieces, text[done:]]
