"""Walks a project's YAML beside the models: every field, and an edit that says something else."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from briefbook.model import Edtf, Record
from briefbook.model.record_types import RECORD_TYPES
from briefbook.model.scalars import FreeText, Id, Refers

Steps = tuple[str | int, ...]
NOUNS = {kind.model: kind.noun for kind in RECORD_TYPES}
OTHERS = {"source": "leaflet", "entity": "court", "record": "compound", "topic": "streets",
          "brief": "later"}  # fmt: skip
"""What a reference is turned to when it must say something else."""
_SPARE = {"source": "handout", "entity": "street", "record": "opened"}


@dataclass(frozen=True)
class Field:
    """A field of a record where it is filled: `name` is “Claim.evidence.note”, without places.

    `edit` returns the file's data with this field left out, or, where it must be there, changed.
    """

    name: str
    steps: Steps
    text: bool
    required: bool
    annotation: Any

    def edit(self, data: Any) -> Any:
        found = deepcopy(data)
        parent = found
        for step in self.steps[:-1]:
            parent = parent[step]
        last = self.steps[-1]
        if self.required:
            parent[last] = _other(self.annotation, parent[last])
        else:
            del parent[last]
        return found


def declared(kind: type[Record], noun: str) -> Iterator[str]:
    """The name of every field below a record type; a type within itself is walked once."""
    for name, info in kind.model_fields.items():
        inner = _record(_annotation(info))
        if not is_id(_annotation(info)):
            yield f"{noun}.{name}"
        if inner:
            yield from declared(inner, NOUNS.get(inner, f"{noun}.{name}"))


def filled(data: Any, kind: type[Record], noun: str, steps: Steps = ()) -> Iterator[Field]:
    """Every field that is filled in a record's data, and those of the records within."""
    for name, info in kind.model_fields.items():
        if name not in data:
            continue
        here, value = (*steps, name), data[name]
        annotation = _annotation(info)
        if not is_id(annotation):
            required = info.is_required()
            yield Field(f"{noun}.{name}", here, _is_text(annotation), required, annotation)
        if inner := _record(annotation):
            for place, item in _items(value):
                if isinstance(item, dict):
                    within = NOUNS.get(inner, f"{noun}.{name}")
                    yield from filled(item, inner, within, (*here, *place))


def lists_of(kind: type[Record]) -> set[str]:
    """The fields of a brief that hold records with a life of their own."""
    found = set()
    for name, info in kind.model_fields.items():
        inner = _record(_annotation(info))
        if inner and get_origin(info.annotation) is tuple and not inner.short:
            found.add(name)
    return found


def _items(value: Any) -> Iterator[tuple[Steps, Any]]:
    if isinstance(value, list):
        yield from (((at,), item) for at, item in enumerate(value))
    else:
        yield (), value


def _annotation(info: Any) -> Any:
    return Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation


def _parts(annotation: Any) -> Iterator[Any]:
    """The annotation and all within it: members of unions, items of lists, marks."""
    yield annotation
    if get_origin(annotation) in (Union, UnionType, tuple, Annotated):
        for part in get_args(annotation):
            if part not in (NoneType, Ellipsis):
                yield from _parts(part)


def _record(annotation: Any) -> type[Record] | None:
    return next((part for part in _parts(annotation)
                 if isinstance(part, type) and issubclass(part, Record)), None)  # fmt: skip


def is_id(annotation: Any) -> bool:
    """Whether something defines its id by it: that is an address, and no content."""
    marks = {id(mark) for mark in get_args(Id)[1:2]}
    parts = list(_parts(annotation))
    roles = {role for part in parts if isinstance(part, Refers) for role in part.roles}
    return roles <= {"definition"} and any(id(part) in marks for part in parts)


def _is_text(annotation: Any) -> bool:
    """Whether people read words in it."""
    return any(isinstance(part, FreeText) for part in _parts(annotation))


def _other(annotation: Any, value: Any) -> Any:
    """Another value of the same form."""
    parts = list(_parts(annotation))
    roles = [role for part in parts if isinstance(part, Refers) for role in part.roles]
    for role in roles:
        if role in OTHERS:
            return OTHERS[role] if value != OTHERS[role] else _SPARE[role]
    if _is_text(annotation):
        return f"{value} Anew."
    for part in parts:
        if isinstance(part, type) and issubclass(part, Enum):
            return next(item.value for item in part if item.value != value)
        if part is Edtf:
            return "2001-02-03"
        if part is Decimal:
            return "0.41"
    if isinstance(value, dict):
        return dict.fromkeys(value, "very consistent")
    if str in parts:
        return f"{value}-anew"
    raise AssertionError(f"no other value is known for {annotation}")
