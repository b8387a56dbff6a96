"""A file's text and node tree: held, or read anew from its bytes when somebody asks."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from briefbook.corpus.file_roles import role_of
from briefbook.corpus.parsed import parsed, parsed_once
from briefbook.findings import Finding
from briefbook.model import Brief
from briefbook.model.formats import brought_over
from briefbook.syntax import Node
from briefbook.syntax.decode import document_of
from briefbook.text.document import Document

_AT_HAND = 32


class FileText(Protocol):
    """What findings need of a file; `node` is None where it is no YAML."""

    @property
    def document(self) -> Document:
        """Its text."""

    @property
    def node(self) -> Node | None:
        """Its node tree, in the format's current version."""


@dataclass(frozen=True, slots=True)
class HeldText:
    """A text and tree that stay in memory."""

    document: Document
    node: Node | None


@dataclass(frozen=True, slots=True)
class TextOnDemand:
    """A file whose bytes lie elsewhere: read and parsed when it is asked for, and the last few that
    were asked for are at hand."""

    path: str
    raw: Callable[[str], bytes]

    @property
    def document(self) -> Document:
        """Its text."""
        return _document(self)

    @property
    def node(self) -> Node | None:
        """Its node tree, in the format's current version."""
        return _node(self)


@lru_cache(maxsize=_AT_HAND)
def _document(text: TextOnDemand) -> Document:
    return document_of(text.path, text.raw(text.path))


@lru_cache(maxsize=_AT_HAND)
def _node(text: TextOnDemand) -> Node | None:
    return read_text(text.path, text.raw(text.path))[0].node


def read_text(
    name: str, raw: bytes, *, again: bool = False
) -> tuple[HeldText, Node | None, tuple[Finding, ...]]:
    """A file's text and tree, what of the tree can be read, and what is wrong with its form;
    `again` if it may be read soon once more.

    Of a brief in a version that nobody knows there is a tree, to point into, and nothing to read.
    """
    document, trouble, node = (parsed_once if again else parsed)(name, raw)
    if node is None or role_of(name) is not Brief:
        return HeldText(document, node), node, trouble
    current, more = brought_over(node, name)
    return HeldText(document, current or node), current, (*trouble, *more)
