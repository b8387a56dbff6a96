"""Where a record refers to others: read off the node tree by the types of the model's fields.

Working on nodes and not on records keeps references of a brief known even while another of its
fields is wrong, and gives each its exact place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from briefbook.findings import Route
from briefbook.model.prose import parse_prose
from briefbook.model.record import BLANK, Record
from briefbook.model.scalars import ID_PATTERN, REF_PATTERN, Refers
from briefbook.syntax import ListNode, MappingNode, Node, TextNode


@dataclass(frozen=True, slots=True)
class Reference:
    """A value that names something: `roles` say what it may be, `route` where it stands.

    `text` is what to look for inside the node if the reference is a part of it (prose), `nth`
    (from 0) which of its occurrences is meant.
    """

    roles: tuple[str, ...]
    target: str
    route: Route
    text: str | None = None
    nth: int = 0


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a field's annotation says for references; computed once for each type."""

    roles: tuple[str, ...] = ()
    record: type[Record] | None = None
    items: "_Shape | None" = None
    values: "_Shape | None" = None

    @property
    def leads_anywhere(self) -> bool:
        return bool(self.roles or self.record or self.items or self.values)


def references(node: Node, kind: type[Record], route: Route = ()) -> Iterator[Reference]:
    """Every reference and every definition of an id in a node that should be a `kind`."""
    yield from _walk(node, _Shape(record=kind), route)


def _walk(node: Node, shape: _Shape, route: Route) -> Iterator[Reference]:
    if shape.items is not None:
        items = node.items if isinstance(node, ListNode) else [node]
        for index, item in enumerate(items):
            yield from _walk(item, shape.items, (*route, index))
    elif shape.record is not None:
        yield from _walk_record(node, shape.record, route)
    elif shape.values is not None and isinstance(node, MappingNode):
        for key, entry in node.entries.items():
            yield from _walk(entry.value, shape.values, (*route, key))
    elif shape.roles and isinstance(node, TextNode) and node.value not in BLANK:
        yield from _leaf(node.value, shape.roles, route)


def _walk_record(node: Node, record: type[Record], route: Route) -> Iterator[Reference]:
    shapes = _fields(record)
    if isinstance(node, TextNode) and record.short:
        if shape := shapes.get(record.short):
            yield from _walk(node, shape, (*route, record.short))
    elif isinstance(node, MappingNode):
        for key, entry in node.entries.items():
            if shape := shapes.get(key):
                yield from _walk(entry.value, shape, (*route, key))


def _leaf(value: str, roles: tuple[str, ...], route: Route) -> Iterator[Reference]:
    if roles != ("prose",):
        # What cannot be an id has a finding of its own, and names nothing.
        if re.fullmatch(REF_PATTERN if "record" in roles else ID_PATTERN, value):
            yield Reference(roles, value, route)
    elif "[" in value:
        for mention in parse_prose(value).mentions():
            role = "source" if mention.kind == "citation" else "link"
            yield Reference((role,), mention.id, route, mention.typed, mention.nth)


@cache
def _fields(record: type[Record]) -> dict[str, _Shape]:
    shapes = {
        name: _shape(
            Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
        )
        for name, info in record.model_fields.items()
    }
    return {name: shape for name, shape in shapes.items() if shape.leads_anywhere}


def _shape(annotation: Any) -> _Shape:  # noqa: ANN401 any annotation
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        marks = [mark for mark in arguments[1:] if isinstance(mark, Refers)]
        roles = tuple(role for mark in marks for role in mark.roles)
        return _Shape(roles=roles) if roles else _shape(arguments[0])
    if origin in (Union, UnionType):
        return next((_shape(arg) for arg in arguments if arg is not NoneType), _Shape())
    if origin is tuple:
        inner = _shape(arguments[0])
        return _Shape(items=inner) if inner.leads_anywhere else _Shape()
    if origin is dict:
        inner = _shape(arguments[1])
        return _Shape(values=inner) if inner.leads_anywhere else _Shape()
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return _Shape(record=annotation)
    return _Shape()
