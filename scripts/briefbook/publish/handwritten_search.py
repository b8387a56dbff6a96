"""What the search knows of hand-written pages: their titles and the words of their Markdown."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import yaml
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
_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_ATTRIBUTES = re.compile(r"\s*\{:?\s*[#.][^}]*\}")
_READER = MarkdownIt("commonmark").enable("table")


def page_records(
    pages: Iterable[Artifact], edition: Edition, left_out: Callable[[str], bool]
) -> Iterator[SearchRecord]:
    """A record for each Markdown file of docs/ that readers can find.

    `left_out` says of a path that the site goes without it; the head of a page may say so, too.
    """
    for page in pages:
        if not page.path.endswith(".md") or left_out(page.path):
            continue
        text = page.content.decode("utf-8-sig", errors="replace")[:_LONGEST].replace("\r\n", "\n")
        front = _FRONT.match(text)
        head = _head(front[1]) if front else {}
        if _is_hidden(head):
            continue
        title, words = _words(text[front.end() :] if front else text)
        name = page.path.removesuffix(".md").rpartition("/")[2].replace("-", " ")
        yield search_record(
            edition,
            address_of(page.path),
            title or str(head.get("title") or name.capitalize()),
            "page",
            language=edition.settings.language,
            text=words,
            named=False,
            meta={"shown": shortened(" ".join(words), 200)},
        )


def _head(text: str) -> dict[str, Any]:
    try:
        found = yaml.load(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _is_hidden(head: dict[str, Any]) -> bool:
    search = head.get("search")
    return bool(
        head.get("draft")
        or head.get("noindex")
        or "noindex" in str(head.get("robots") or "")
        or (isinstance(search, dict) and search.get("exclude"))
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
