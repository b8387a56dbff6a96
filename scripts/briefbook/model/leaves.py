"""Texts that name something or are an author's words, found by the types of the model's fields."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from briefbook.findings import Route
from briefbook.model.prose import parse_prose
from briefbook.model.record import Record
from briefbook.model.record_types import RECORD_TYPES
from briefbook.model.scalars import FreeText, Refers
from briefbook.syntax import ListNode, MappingNode, Node, TextNode

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text in a node tree: the roles of what it names, or `free` for an author's own words."""

    node: TextNode
    roles: tuple[str, ...]
    free: bool
    route: Route


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a field's annotation says of its texts; computed once for each type."""

    roles: tuple[str, ...] = ()
    free: bool = False
    record: type[Record] | None = None
    items: "_Shape | None" = None
    values: "_Shape | None" = None

    @property
    def leads_anywhere(self) -> bool:
        return bool(self.roles or self.free or self.record or self.items or self.values)


def leaves(
    node: Node, kind: type[Record], route: Route = (), *, listed: bool = False
) -> Iterator[Leaf]:
    """Every such text in a node that should be a `kind` (or a list of them), blanks included."""
    shape = _Shape(record=kind)
    found: list[Leaf] = []
    _walk(node, _Shape(items=shape) if listed else shape, route, found)
    return iter(found)


_TYPES = frozenset(kind.model for kind in RECORD_TYPES)


def free_texts(record: Record) -> Iterator[tuple[str, bool]]:
    """An author's own words in a record and in what it holds, each with whether it is prose.

    Records of other types within (a brief's claims) are left out.
    """
    for name, shape in _fields(type(record)).items():
        yield from _texts(getattr(record, name), shape)


def _texts(value: object, shape: _Shape) -> Iterator[tuple[str, bool]]:
    if value is None:
        return
    if shape.items is not None and isinstance(value, tuple):
        for item in value:
            yield from _texts(item, shape.items)
    elif shape.record is not None and isinstance(value, Record):
        if type(value) not in _TYPES:
            yield from free_texts(value)
    elif shape.free and isinstance(value, str):
        yield value, "prose" in shape.roles


def with_names(record: R, name: Callable[[tuple[str, ...], str], str]) -> R:
    """A copy whose references are what `name` makes of each, by its roles and its text; the record
    itself where none is another. In prose the roles of a citation are “source”, of a link “link”.
    """
    changed = {}
    for field, shape in _fields(type(record)).items():
        value = getattr(record, field)
        found = _renamed(value, shape, name)
        if found is not value and found != value:
            changed[field] = found
    return record.replace(**changed) if changed else record


def _renamed(value: Any, shape: _Shape, name: Callable[[tuple[str, ...], str], str]) -> Any:  # noqa: ANN401
    if value is None or value == ():
        return value
    if shape.items is not None and isinstance(value, tuple):
        return tuple(_renamed(item, shape.items, name) for item in value)
    if shape.record is not None and isinstance(value, Record):
        return with_names(value, name)
    if "prose" in shape.roles and isinstance(value, str):
        for mention in parse_prose(value).mentions() if "[" in value else ():
            role = "source" if mention.kind == "citation" else "link"
            new = name((role,), mention.id)
            if new != mention.id:
                value = value.replace(mention.typed, mention.typed.replace(mention.id, new, 1))
        return value
    if shape.roles and isinstance(value, str):
        return name(shape.roles, value)
    return value


def _walk(node: Node, shape: _Shape, route: Route, found: list[Leaf]) -> None:
    if shape.items is not None:
        items = node.items if isinstance(node, ListNode) else [node]
        for index, item in enumerate(items):
            _walk(item, shape.items, (*route, index), found)
    elif shape.record is not None:
        _walk_record(node, shape.record, route, found)
    elif shape.values is not None and isinstance(node, MappingNode):
        for key, entry in node.entries.items():
            _walk(entry.value, shape.values, (*route, key), found)
    elif (shape.roles or shape.free) and isinstance(node, TextNode):
        found.append(Leaf(node, shape.roles, shape.free, route))


def _walk_record(node: Node, record: type[Record], route: Route, found: list[Leaf]) -> None:
    shapes = _fields(record)
    if isinstance(node, TextNode) and record.short:
        if shape := shapes.get(record.short):
            _walk(node, shape, (*route, record.short), found)
    elif isinstance(node, MappingNode):
        for key, entry in node.entries.items():
            if shape := shapes.get(key):
                _walk(entry.value, shape, (*route, key), found)


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
        free = any(isinstance(mark, FreeText) for mark in arguments[1:])
        return _Shape(roles, free) if roles or free else _shape(arguments[0])
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
