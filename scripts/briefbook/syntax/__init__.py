"""YAML text to a tree of nodes with positions; whatever is wrong comes out as findings."""

from briefbook.syntax.decode import MAX_BYTES, decode
from briefbook.syntax.depth import MAX_DEPTH
from briefbook.syntax.nodes import (
    ListNode,
    MappingEntry,
    MappingNode,
    Node,
    TextNode,
    follow,
    to_data,
    to_texts,
)
from briefbook.syntax.parse import parse
from briefbook.syntax.problems import library_error

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "ListNode",
    "MappingEntry",
    "MappingNode",
    "Node",
    "TextNode",
    "decode",
    "follow",
    "library_error",
    "parse",
    "to_data",
    "to_texts",
]
