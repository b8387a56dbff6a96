"""Where a link of a hand-written page is typed, as far as the finished site has it elsewhere."""

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from itertools import groupby
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote

from briefbook.publish.handwritten import CODE
from briefbook.publish.link_check import BrokenLink
from briefbook.text.document import Document

_PAGES = ("{}.md", "{}/index.md", "{}/README.md")
_LINK = re.compile(
    r"""\]\(\s*<(?P<angled>[^<>\n]*)>"""
    r"""|\]\((?P<inline>[^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)"""
    r"""|^[ ]{0,3}\[[^\]\n]+\]:[ \t]*<?(?P<reference>[^\s<>]+)"""
    r"""|\b(?:href|src)\s*=\s*(?:"(?P<double>[^"\n]*)"|'(?P<single>[^'\n]*)')""",
    re.M,
)
_TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*')\s*$""")


@dataclass(frozen=True, slots=True, order=True)
class HandwrittenLink:
    """A link as somebody typed it: the file below the project, the line, the text."""

    path: str
    line: int
    link: str


def locate_in_docs(broken: Iterable[BrokenLink], docs: Path) -> Iterator[HandwrittenLink]:
    """Where broken links are typed in docs/, page by page, each of them once; linear.

    A link that is typed nowhere there, but stands in `nav` or on a generated page, has line 0; and
    where no hand-written page has it, the file is the site's page.
    """
    for page, links in groupby(broken, key=lambda one: one.page):
        name = _source(page, docs)
        if name is None:
            yield from (HandwrittenLink(page, 0, one.link) for one in links)
            continue
        here, folder = page.rpartition("/")[0], name.rpartition("/")[0]
        places: dict[tuple[str, str], set[HandwrittenLink]] = {}
        for line, link in _links(docs, name):
            for target in (_target(link, folder), _target(link, here, page)):
                places.setdefault(target, set()).add(
                    HandwrittenLink(f"{docs.name}/{name}", line, link)
                )
        found = set[HandwrittenLink]()
        for one in links:
            nowhere = {HandwrittenLink(f"{docs.name}/{name}", 0, one.link)}
            found |= places.get(_target(one.link, here, page), nowhere)
        yield from sorted(found)


def _source(page: str, docs: Path) -> str | None:
    """The file in docs/ of which a page is made; None for a generated one."""
    stem = page.removesuffix(".html").removesuffix("/index")
    names = [pattern.format(stem) for pattern in _PAGES]
    names += ["README.md"] if stem == "index" else []
    return next((name for name in names if (docs / name).is_file()), None)


def _links(docs: Path, name: str) -> Iterator[tuple[int, str]]:
    text = (docs / name).read_text(encoding="utf-8")
    document = Document(name, text)
    plain = CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)
    for match in _LINK.finditer(plain):
        link = next(value for value in match.groups() if value is not None)
        if link := _TITLE.sub("", link).strip():
            yield document.position(match.start()).line, link


def _target(link: str, folder: str, page: str = "") -> tuple[str, str]:
    """A link's page and anchor, whichever way both are written; `page` is where `#…` stays."""
    path, _, anchor = unescape(link).partition("#")
    path = unquote(path)
    if not path and page:
        path, folder = page, ""
    joined = normpath(path if path.startswith("/") else f"{folder}/{path}").lstrip("/")
    plain = re.sub(r"\.(?:md|html)$", "", joined)
    return re.sub(r"(?:^|/)(?:index|README)$", "", plain), unquote(anchor)


class NamePlaces(logging.Filter):
    """Puts file and line before what MkDocs says of a link in a hand-written page."""

    _SAID = re.compile(r"Doc file '(.+?)' contains an? [\w ]*link '(.*?)',")

    def __init__(self, docs: Path) -> None:
        super().__init__()
        self._docs = docs

    def filter(self, record: logging.LogRecord) -> bool:
        """Never drops a message."""
        said = record.getMessage()
        match = self._SAID.match(said)
        if match and (self._docs / match[1]).is_file():
            lines = [line for line, link in _links(self._docs, match[1]) if link == match[2]]
            place = (
                f"{self._docs.name}/{match[1]}:{lines[0]}"
                if lines
                else f"{self._docs.name}/{match[1]}"
            )
            record.msg, record.args = f"{place}: {said}", ()
        return True


def name_places(docs: Path) -> None:
    """Let MkDocs' messages of links say where they are typed."""
    logger = logging.getLogger("mkdocs.structure.pages")
    for one in [one for one in logger.filters if isinstance(one, NamePlaces)]:
        logger.removeFilter(one)
    logger.addFilter(NamePlaces(docs))
