"""The shell of a class: what the theme prints around each of its pages, and where values stand."""

import re
from collections.abc import Callable, Mapping
from functools import cache

import jinja2

from briefbook.publish.shell.converted import Converted, Entry
from briefbook.publish.shell.page_class import (
    BEGIN,
    END,
    ENTRIES,
    MARK,
    PageClass,
    anchor_of,
    mark_of,
    words_of,
)

_ENVIRONMENT = jinja2.Environment(autoescape=False)  # noqa: S701 the theme's filters, as it has them
_LEFT = re.compile(MARK, re.I)
_AS_PRINTED = ("v", "v|e", "v|striptags", "v|striptags|e", "v|tojson", "v|replace('&quot;', '\"')")
"""How a theme may print a value; another way shows, and MkDocs makes the pages itself then."""
Slot = tuple[str, str]
Piece = str | Slot


class UnknownPrint(Exception):
    """The theme prints something of a page in a way that is not known here."""


@cache
def _filter(expression: str) -> Callable[[str], str]:
    template = _ENVIRONMENT.from_string(f"{{{{ {expression} }}}}")
    return lambda value: template.render(v=value)


class Shell:
    """Pieces of a page, and between them what is filled in.

    `of` takes what the theme printed for a stand-in, mended; it raises UnknownPrint.
    """

    def __init__(self, pieces: list[Piece], between: tuple[str, str]) -> None:
        self._pieces = pieces
        self._after_anchor, self._after_words = between

    @classmethod
    def of(cls, one: PageClass | None, printed: str, url: str) -> "Shell":
        """The shell of a class whose stand-in lies at the full address `url` (empty where the site
        does not know its own); of a page that is like no other (None) all but its text is fixed."""
        start, end = _ends(printed)
        text = f"{printed[:start]}{BEGIN}{printed[end:]}"
        images: dict[str, Slot] = {BEGIN: ("content", "v")}
        between = ("", "")
        if one:
            if one.has_contents:
                text, between = _without_entries(text)
                images[_CONTENTS] = ("contents", "v")
            images[f"#{anchor_of(0)}"] = ("first", "v")
            for name in one.values:
                for way in _AS_PRINTED:
                    images.setdefault(_filter(way)(mark_of(name)), (name, way))
            if url:
                for way in ("v", "v|tojson"):
                    images.setdefault(_filter(way)(url), ("url", way))
        pieces = _pieces(text, images)
        left = "".join(piece for piece in pieces if isinstance(piece, str))
        if one and (found := _LEFT.search(left)):
            around = left[max(0, found.start() - 60) : found.end() + 60]
            raise UnknownPrint(f"something of a page is printed in its own way: {around}")
        return cls(pieces, between)

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
        if name == "contents":
            return self._entries(page.contents[1:])
        if name == "first":
            return f"#{page.contents[0].anchor}"
        value = url if name == "url" else page.meta[name]
        return _filter(way)(str(value))

    def _entries(self, entries: tuple[Entry, ...]) -> str:
        between = self._after_words
        return between.join(f"#{one.anchor}{self._after_anchor}{one.words}" for one in entries)


_CONTENTS = f"{MARK}entries"


def _ends(printed: str) -> tuple[int, int]:
    """From where to where the text of a page stands."""
    first, last = f"<div>{BEGIN}</div>", f"<div>{END}</div>"
    if printed.count(first) != 1 or printed.count(last) != 1:
        raise UnknownPrint("the theme prints the text of a page otherwise than it is")
    return printed.index(first), printed.index(last) + len(last)


def _without_entries(text: str) -> tuple[str, tuple[str, str]]:
    """The text with a mark for each list of contents, and what stands between two entries."""
    anchors = [f"#{anchor_of(number)}" for number in range(1, ENTRIES + 1)]
    entry = re.escape(anchors[0]) + "(.*?)" + re.escape(words_of(1))
    found = re.search(entry + "(.*?)" + re.escape(anchors[1]), text, re.S)
    if not found:
        raise UnknownPrint("the theme's list of contents is not known")
    after_anchor, after_words = found[1], found[2]
    whole = after_words.join(
        f"{anchors[n - 1]}{after_anchor}{words_of(n)}" for n in range(1, ENTRIES + 1)
    )
    if whole not in text:
        raise UnknownPrint("the theme's list of contents is not known")
    return text.replace(whole, _CONTENTS), (after_anchor, after_words)


def _pieces(text: str, images: Mapping[str, Slot]) -> list[Piece]:
    longest_first = sorted(images, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    pieces: list[Piece] = []
    done = 0
    for found in pattern.finditer(text):
        pieces += [text[done : found.start()], images[found[0]]]
        done = found.end()
    return [*pieces, text[done:]]
