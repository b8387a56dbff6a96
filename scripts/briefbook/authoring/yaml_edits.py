"""Adds to YAML files and changes them, field by field: comments, order and all else stay."""

import json
import re
from collections.abc import Iterable, Sequence

from briefbook.findings import Route
from briefbook.project.wrong_use import WrongUse
from briefbook.syntax import ListNode, MappingNode, Node, TextNode
from briefbook.text.document import Document, Span
from briefbook.text.edits import apply_edits

Change = tuple[Span, str]
_PLAIN = re.compile(r"[A-Za-z0-9\u00c0-\uffff](?:[^\n\r\t:#{}\[\],&*!|>'\"%@`\\]|:(?=[^\s]))*")
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
"""Dates stand plain, as everybody types them: they are read by the type of their field."""
_OTHER = re.compile(r"(?i)(?:~|null|true|false|yes|no|on|off|y|n|[-+.0-9:_xobe]+|\.inf|\.nan)")


def field_of(node: Node | None, name: str) -> Node | None:
    """The value of a field, if a node is a mapping that has it."""
    if isinstance(node, MappingNode) and name in node.entries:
        return node.entries[name].value
    return None


def descend(node: Node | None, route: Route) -> Node | None:
    """The node at a route, if the author's form has one there."""
    for step in route:
        match node, step:
            case MappingNode(), str():
                node = field_of(node, step)
            case ListNode(), int() if step < len(node.items):
                node = node.items[step]
            case _:
                return None
    return node


def scalar(text: str) -> str:
    """A text as YAML, on one line; quoted where it would be read as something else."""
    plain = _PLAIN.fullmatch(text) and not _OTHER.fullmatch(text) and text == text.strip()
    return text if plain or _DAY.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def flow_list(texts: Iterable[str]) -> str:
    """Texts as a list on one line; a single one alone."""
    items = [scalar(text) for text in texts]
    return items[0] if len(items) == 1 else f"[{', '.join(items)}]"


def with_field(
    document: Document, node: MappingNode, name: str, value: str, after: Sequence[str] = ()
) -> Change:
    """The change that gives a mapping a field with this value (YAML on one line).

    A new field stands below the last of those named in `after` that it has, else below all.
    Comments within a value that goes stand behind the new one.
    """
    text = document.text
    if name in node.entries:
        entry = node.entries[name]
        start = text.index(":", entry.key.span.end) + 1
        end = end_of_text(text, entry.value)
        comments = _comments_within(text, start, end, entry.value)
        kept = f"  # {'; '.join(comments)}" if comments else ""
        return Span(start, end), f" {value}{kept}"
    if text[node.span.start] == "{":
        is_closed = text[: node.span.end - 1].rstrip().endswith(",")
        added = f" {name}: {value}," if is_closed else f", {name}: {value}"
        return Span(node.span.end - 1, node.span.end - 1), added
    beside = next((one for one in reversed(after) if one in node.entries), None)
    entry = node.entries[beside] if beside else [*node.entries.values()][-1]
    end = text.find("\n", max(end_of_text(text, entry.value), entry.key.span.end))
    end = len(text) if end < 0 else end
    first = next(iter(node.entries.values())).key.span.start
    indent = " " * (first - (text.rfind("\n", 0, first) + 1))
    return Span(end, end), f"\n{indent}{name}: {value}"


_COMMENT = re.compile(r"(?:^|\s)#[ \t]?([^\n]*)", re.MULTILINE)
_HEADER = re.compile(r"[>|][-+0-9]*[ \t]+#[ \t]?([^\n]*)")


def _comments_within(text: str, start: int, end: int, value: Node) -> list[str]:
    """The comments between the texts of a value, and behind the sign of a folded one."""
    if isinstance(value, TextNode):
        header = _HEADER.match(text, value.span.start)
        return [header[1].strip()] if header else []
    found, at = list[str](), start
    for item in value.items if isinstance(value, ListNode) else ():
        found += _COMMENT.findall(text[at : item.span.start])
        at = end_of_text(text, item)
    return [one.strip() for one in (*found, *_COMMENT.findall(text[at:end]))]


def end_of_text(text: str, node: Node) -> int:
    """Where the last sign of a value stands: blocks go on over empty lines and comments."""
    span = node.span
    match node:
        case ListNode() if node.items and text[span.start] != "[":
            return end_of_text(text, node.items[-1])
        case MappingNode() if node.entries and text[span.start] != "{":
            last = [*node.entries.values()][-1]
            return max(end_of_text(text, last.value), last.key.span.end)
        case TextNode():
            return span.start + len(text[span.start : span.end].rstrip())
    return span.end


def merged(changes: Iterable[Change]) -> list[Change]:
    """Insertions at one place in one change, so that their order stays."""
    found: dict[Span, str] = {}
    for span, text in changes:
        found[span] = found.get(span, "") + text
    return [*found.items()]


def edited(path: str, raw: bytes, document: Document, changes: Iterable[Change]) -> bytes:
    """The bytes of a file with these changes.

    Raises WrongUse where places in it cannot be told, because letters were composed on reading.
    """
    made = apply_edits(raw, document, merged(changes))
    if made is None:
        raise WrongUse(
            f"{path} is left as it is: accented letters in it are written as a letter and a "
            "separate accent; save it in the composed form (NFC) first"
        )
    return made


def refused(path: str, instead: str) -> WrongUse:
    """That a file is written in a form that cannot be added to."""
    return WrongUse(f"{path} is written in a form that cannot be added to; {instead}")
