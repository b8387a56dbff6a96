"""The reference of fields."""

from collections.abc import Iterator
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import yaml

from briefbook.analysis.edition import Edition
from briefbook.model import Brief, Entity, Record, Source, Topic
from briefbook.model.barrier import Field, FieldKind
from briefbook.pages import Page, PageType
from briefbook.pages.context import Context
from briefbook.pages.environment import render

ADDRESS = "reference/fields/"


def build(edition: Edition) -> Iterator[Page]:
    """One page."""
    title = "Fields"
    markdown = render(
        "page_types/fields/template.md.j2",
        Context(edition, ADDRESS),
        title=title,
        description="Every field of a brief and of the library, with an example.",
        types=[_type(kind) for kind in _types()],
    )
    yield Page(ADDRESS, title, markdown)


def _types() -> list[type[Record]]:
    """All record types in the order in which a reader of the format meets them."""
    found: dict[type[Record], None] = {}
    waiting: list[type[Record]] = [Brief, Source, Entity, Topic]
    while waiting:
        kind = waiting.pop(0)
        if kind not in found:
            found[kind] = None
            waiting += [
                inner for info in kind.model_fields.values() for inner in _records(info.annotation)
            ]
    return list(found)


def _records(annotation: Any) -> list[type[Record]]:  # noqa: ANN401 any annotation
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return [annotation]
    return [found for part in get_args(annotation) for found in _records(part)]


def _type(kind: type[Record]) -> dict[str, Any]:
    return {
        "name": _name(kind),
        "anchor": f"type-{kind.__name__.lower()}",
        "text": " ".join((kind.__doc__ or "").split("\n\n")[0].split()),
        "short": kind.short,
        "fields": [
            {
                "name": name,
                "required": info.is_required(),
                "text": info.description or "",
                "form": _form(info.annotation),
                "types": [
                    (_name(t), f"#type-{t.__name__.lower()}") for t in _records(info.annotation)
                ],
                "example": _example(info.examples),
            }
            for name, info in kind.model_fields.items()
        ],
    }


def _name(kind: type[Record]) -> str:
    spaced = "".join(f" {char.lower()}" if char.isupper() else char for char in kind.__name__)
    return spaced.strip().capitalize()


def _example(examples: list[Any] | None) -> str:
    if not examples or examples[0] in ([], None):
        return ""
    text = yaml.safe_dump(examples[0], allow_unicode=True, default_flow_style=True, width=10_000)
    return text.removesuffix("\n...\n").strip().strip("'")


def _form(annotation: Any) -> str:  # noqa: ANN401
    """In words what a field holds."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if annotation is FieldKind or FieldKind in arguments:
        return f"one of: {', '.join(Field)}, or a kind of the house"
    if origin is Annotated:
        return _form(arguments[0])
    if origin in (Union, UnionType):
        return _form(next(arg for arg in arguments if arg is not NoneType))
    if origin is tuple:
        return f"list of {_form(arguments[0])}"
    if origin is dict:
        return "mapping"
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return "one of: " + ", ".join(item.value for item in annotation)
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return _name(annotation).lower()
    names = {"str": "text", "Decimal": "number", "int": "whole number", "bool": "true or false"}
    return names.get(annotation.__name__, "date")


PAGES = PageType("fields", build, is_reference=True)
