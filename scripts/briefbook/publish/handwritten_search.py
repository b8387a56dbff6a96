"""What the search knows of hand-written pages: their titles and the words of their Markdown."""

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefbook.analysis.edition import Edition
from briefbook.pages import SearchRecord
from briefbook.pages.context import shortened
from briefbook.pages.search_words import search_record
from briefbook.publish.handwritten import address_of
from briefbook.text.artifact import Artifact

_LONGEST = 200_000
"""Characters of a page that are read for the search."""
_FRONT = re.compile(r"\A---\n(.*?\n)---\s*\n", re.S)
_FRONT_TITLE = re.compile(r"^title:\s*[\"']?(.+?)[\"']?\s*$", re.M)
_ATTRIBUTES = re.compile(r"\s*\{:?\s*[#.][^}]*\}")
_LEFT_OUT = re.compile(r"^(?:noindex|search:\s*\n\s+exclude:\s*true)", re.M)
_READER = MarkdownIt("commonmark").enable("table")


def page_records(pages: Iterable[Artifact], edition: Edition) -> Iterator[SearchRecord]:
    """A record for each Markdown file of docs/; one that is left out of searches has none."""
    for page in pages:
        if not page.path.endswith(".md"):
            continue
        text = page.content.decode("utf-8", errors="replace")[:_LONGEST]
        front = _FRONT.match(text)
        head = front[1] if front else ""
        if _LEFT_OUT.search(head):
            continue
        title, words = _words(text[front.end() :] if front else text)
        named = _FRONT_TITLE.search(head)
        name = page.path.removesuffix(".md").rpartition("/")[2].replace("-", " ")
        yield search_record(
            edition,
            address_of(page.path),
            title or (named[1] if named else name.capitalize()),
            "page",
            language=edition.settings.language,
            text=words,
            named=False,
            meta={"shown": shortened(" ".join(words), 200)},
        )


def _words(text: str) -> tuple[str, list[str]]:
    """The first heading of the highest level, and all other words, a piece for each block."""
    title, words = "", []
    opened = ""
    for token in _READER.parse(text):
        if token.type == "heading_open":
            opened = token.tag
        elif token.type == "inline":
            piece = _ATTRIBUTES.sub("", "".join(_plain(token.children or []))).strip()
            if opened == "h1" and not title:
                title = piece
            elif piece:
                words.append(piece)
            opened = ""
        elif token.type in ("fence", "code_block"):
            words.append(token.content)
    return title, words


def _plain(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.type == "image":
            yield token.content
