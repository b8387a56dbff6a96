"""The node tree: texts, lists and mappings, each with the stretch of the file that it came from."""

from dataclasses import dataclass
from typing import Any

from briefbook.findings import Route
from briefbook.text.document import Span
from briefbook.text.wide import without


@dataclass(frozen=True, slots=True)
class TextNode:
    """A scalar: always text, whatever it looks like.

    `value` is what YAML reads. `wraps` are the blanks in it that only stand for a line break within
    Chinese or Japanese. `comment` is one that ended the text and may have been meant as a part.
    """

    value: str
    span: Span
    wraps: tuple[Span, ...] = ()
    comment: Span | None = None

    @property
    def text(self) -> str:
        """What the author wrote: the value without those blanks."""
        return without(self.value, self.wraps) if self.wraps else self.value


@dataclass(frozen=True, slots=True)
class ListNode:
    """A sequence."""

    items: list["Node"]
    span: Span


@dataclass(frozen=True, slots=True)
class MappingEntry:
    """A key and its value."""

    key: TextNode
    value: "Node"


@dataclass(frozen=True, slots=True)
class MappingNode:
    """A mapping; keys are unique."""

    entries: dict[str, MappingEntry]
    span: Span


Node = TextNode | ListNode | MappingNode


def to_data(node: Node) -> Any:  # noqa: ANN401 the plain form of any node
    """The tree as str, list and dict: what YAML reads."""
    match node:
        case TextNode():
            return node.value
        case ListNode():
            return [to_data(item) for item in node.items]
        case MappingNode():
            return {key: to_data(entry.value) for key, entry in node.entries.items()}


def to_texts(node: Node) -> Any:  # noqa: ANN401
    """The tree as str, list and dict: what the author wrote, without wrapping."""
    match node:
        case TextNode():
            return node.text
        case ListNode():
            return [to_texts(item) for item in node.items]
        case MappingNode():
            return {key: to_texts(entry.value) for key, entry in node.entries.items()}


def follow(node: Node, route: Route, *, on_key: bool = False) -> Span:
    """The span of the node that a route leads to.

    A step that the author's form does not have is passed over: short forms stand for long ones,
    so `reliability → 0 → grade` leads to the `B` of `reliability: B`. A step that is missing
    altogether (a required key) ends at the mapping that should hold it: at its first key.
    """
    key: TextNode | None = None
    for step in route:
        match node, step:
            case MappingNode(), str() if step in node.entries:
                key, node = node.entries[step].key, node.entries[step].value
            case ListNode(), int() if step < len(node.items):
                key, node = None, node.items[step]
            case MappingNode(), str():
                break
            case _:
                continue
    if on_key and key is not None:
        return key.span
    if isinstance(node, MappingNode) and node.entries:
        return next(iter(node.entries.values())).key.span
    return node.span
