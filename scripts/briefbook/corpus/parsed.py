"""A file parsed: its text, what is wrong with it, its node tree."""

from functools import lru_cache

from briefbook.findings import Finding
from briefbook.syntax import Node, decode, finding_kinds, parse
from briefbook.text.document import Document


def parsed(name: str, raw: bytes) -> tuple[Document, tuple[Finding, ...], Node | None]:
    """A file's text, what is wrong with it, and its node tree; nobody changes these afterwards."""
    document, trouble = decode(name, raw)
    if any(item.kind in _UNREADABLE for item in trouble):
        return document, tuple(trouble), None
    node, more = parse(document)
    return document, (*trouble, *more), node


parsed_once = lru_cache(maxsize=64)(parsed)
"""A comparison reads the same files on both sides, and again when it needs more beside them."""


_UNREADABLE = (
    finding_kinds.NOT_UTF8,
    finding_kinds.FORBIDDEN_CHARACTER,
    finding_kinds.CONFLICT_MARKERS,
)
