"""A theme's list of contents, learned from one that holds every step from one level to another."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import jinja2

from briefbook.publish.shell.converted import Entry
from briefbook.publish.theme_fixes import in_elements

MARK = "bbzq"
"""Stands in all that stands for something else, and in nothing that people write."""
LIST = f"{MARK}entries"
_ENVIRONMENT = jinja2.Environment(autoescape=False)  # noqa: S701 the theme's filters, as it has them
_MENDED = "mended"
_WAYS = (_MENDED, "v", "v|e", "v|striptags", "v|striptags|e")
_ANCHOR, _WORDS = f"{MARK}anchor", f"{MARK}words"
_ANCHORS = re.compile(rf"#{_ANCHOR}(\d+)z")
Item = tuple[str, ...]
"""What is printed of an entry after its anchor: text, then in turns how its words are printed and
the text after them."""


class UnknownPrint(Exception):
    """The theme prints something of a page in a way that is not known here."""


@cache
def printed(way: str) -> Callable[[str], str]:
    """A text as a theme prints it."""
    if way == _MENDED:
        return in_elements
    template = _ENVIRONMENT.from_string(f"{{{{ {way} }}}}")
    return lambda value: template.render(v=value)


def anchor_of(entry: int) -> str:
    """The id of a stand-in's heading."""
    return f"{_ANCHOR}{entry}z"


def words_of(entry: int) -> str:
    """Its words, with a sign and with isolates that themes print in ways of their own."""
    return f"{_WORDS}{entry}z&#45;&#39;&amp;&#8296;x&#8297;"


def steps(depth: int) -> list[int]:
    """How deep each entry of a stand-in stands below the first level: every step that can be."""
    found = [0, 0]
    for lowest in range(1, depth):
        for back in range(lowest):
            found += [*range(1, lowest + 1), lowest, back, *([0] if back else [])]
    return found


def depths(entries: Iterable[Entry]) -> Iterator[int]:
    """How deep entries stand in each other."""
    above: list[int] = []
    for entry in entries:
        while above and above[-1] >= entry.level:
            above.pop()
        yield len(above)
        above.append(entry.level)


@dataclass(frozen=True)
class ContentsPrint:
    """How a theme prints the entries of a list; between two of them by their depths."""

    items: Mapping[tuple[int, int], Item]
    ends: Mapping[int, Item]
    """The last entry, by its depth."""

    def of(self, entries: Sequence[Entry]) -> str:
        """A page's list, from its first anchor on."""
        levels = [*depths(entries)]
        kinds = [self.items[step] for step in pairwise(levels)] + [self.ends[levels[-1]]]
        return "".join(_filled(kind, one) for kind, one in zip(kinds, entries, strict=True))

    def plain(self) -> list[Any]:
        """All of it as lists."""
        return [[[*step, item] for step, item in self.items.items()], [*self.ends.items()]]

    @classmethod
    def read(cls, plain: Any) -> "ContentsPrint":  # noqa: ANN401 plain data
        """What `plain` made so."""
        items, ends = plain
        return cls(
            {(before, after): tuple(item) for before, after, item in items},
            {depth: tuple(item) for depth, item in ends},
        )


def _filled(item: Item, entry: Entry) -> str:
    words = (
        printed(piece)(entry.words) if index % 2 else piece for index, piece in enumerate(item)
    )
    return f"#{entry.anchor}{''.join(words)}"


def learned(text: str, depth: int) -> tuple[str, ContentsPrint]:
    """What the theme printed for a stand-in, with LIST where its lists stood, and how.

    Raises UnknownPrint.
    """
    levels = steps(depth)
    starts = [found for found in _ANCHORS.finditer(text) if found[1] != "0"][: len(levels)]
    if [int(found[1]) for found in starts] != [*range(1, len(levels) + 1)]:
        raise UnknownPrint("the list of contents is not as it is known")
    items: dict[tuple[int, int], Item] = {}
    for number, (here, following) in enumerate(pairwise(starts), 1):
        step = (levels[number - 1], levels[number])
        item = _item(text[here.end() : following.start()], number)
        if items.setdefault(step, item) != item:
            raise UnknownPrint("entries of the list of contents differ")
    known = ContentsPrint(items, _ends(items))
    entries = [
        Entry(level + 2, words_of(number), anchor_of(number))
        for number, level in enumerate(levels, 1)
    ]
    whole = known.of(entries)
    if whole not in text:
        raise UnknownPrint("the list of contents is not as it is known")
    return text.replace(whole, LIST), known


def _item(text: str, number: int) -> Item:
    images = {printed(way)(words_of(number)): way for way in reversed(_WAYS)}
    pattern = "|".join(re.escape(one) for one in sorted(images, key=len, reverse=True))
    pieces = re.split(f"({pattern})", text)
    return tuple(images[one] if index % 2 else one for index, one in enumerate(pieces))


def _common_end(one: str, other: str) -> str:
    alike = 0
    for a, b in zip(reversed(one), reversed(other), strict=False):
        if a != b:
            break
        alike += 1
    return one[len(one) - alike :]


def _ends(items: Mapping[tuple[int, int], Item]) -> dict[int, Item]:
    """The last entry of a list at each depth: what closes it, and not what opens the next."""
    back = {before: item for (before, after), item in items.items() if after == 0}
    opens = back[0][-1]
    if 1 in back:
        opens = _common_end(back[0][-1], back[1][-1])
    return {depth: (*item[:-1], item[-1].removesuffix(opens)) for depth, item in back.items()}
