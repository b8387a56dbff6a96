"""A generated page's Markdown as HTML, as Python-Markdown makes it of headings and HTML blocks.

No line of such a page begins with “#” but a heading of ours (`pages.environment` sees to that).
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.S)
_HEADING = re.compile(r"^(#{1,6}) (.*) \{ #([a-z0-9_:-]+)(?: \.([a-z -]+))? \}$", re.M)
_TAGS = re.compile(r"<[^>]*>")
_PERMALINK = '<a class="headerlink" href="#{}" title="Permanent link">&para;</a>'


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list of contents: the heading's level, its words in HTML, its id."""

    level: int
    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Converted:
    """A page: what its front matter says, its HTML, its contents, its headings in Markdown."""

    meta: Mapping[str, str | list[str]]
    content: str
    contents: tuple[Entry, ...]
    headings: tuple[str, ...]


def front_matter(markdown: str) -> tuple[dict[str, str | list[str]], int]:
    """What the head of a generated page says, and where its text begins.

    Raises ValueError if it has none.
    """
    front = _FRONT.match(markdown)
    if not front:
        raise ValueError("a page without front matter")
    meta = {}
    for line in front[1].split("\n"):
        name, _, value = line.partition(": ")
        meta[name] = json.loads(value)
    return meta, front.end()


def converted(markdown: str, *, permalinks: bool = True, lowest: int = 6) -> Converted:
    """Read a generated page; `permalinks` says whether headings have links to themselves, `lowest`
    which of them is the last that stands in the list of contents.

    Raises ValueError if it is none.
    """
    meta, done = front_matter(markdown)
    pieces, contents, headings = [], [], []
    for heading in _HEADING.finditer(markdown, done):
        if block := markdown[done : heading.start()].strip("\n"):
            pieces.append(f"{block}\n")  # Python-Markdown puts a line's end after a block
        level, words, anchor = len(heading[1]), heading[2], heading[3]
        look = f' class="{heading[4]}"' if heading[4] else ""
        link = _PERMALINK.format(anchor) if permalinks else ""
        pieces.append(f'<h{level}{look} id="{anchor}">{words}{link}</h{level}>')
        if level <= lowest:
            contents.append(Entry(level, _TAGS.sub("", words), anchor))
        headings.append(heading[0])
        done = heading.end()
    if block := markdown[done:].strip("\n"):
        pieces.append(f"{block}\n")
    return Converted(meta, "\n".join(pieces).strip("\n"), tuple(contents), tuple(headings))
