"""A file's text and node tree: held, or read anew from its bytes when somebody asks."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from briefbook.corpus.file_roles import role_of
from briefbook.corpus.parsed import parsed, parsed_once
from briefbook.findings import Finding
from briefbook.model import Brief
from briefbook.model.formats import brought_over
from briefbook.syntax import Node
from briefbook.syntax.decode import document_of
from briefbook.text.document import Document


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


@dataclass(frozen=True)
class TextOnDemand:
    """A file whose bytes lie elsewhere: read and parsed when it is first asked for."""

    path: str
    raw: Callable[[str], bytes]

    @cached_property
    def document(self) -> Document:
        """Its text."""
        return document_of(self.path, self.raw(self.path))

    @cached_property
    def node(self) -> Node | None:
        """Its node tree, in the format's current version."""
        return read_text(self.path, self.raw(self.path))[0].node


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
