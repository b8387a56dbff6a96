"""JSON-LD in the vocabulary of schema.org, for machines that read a page."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefbook.model import Edtf

Node = dict[str, object]


@dataclass(frozen=True, slots=True)
class Structured:
    """What a record type adds: properties of the brief's report, and nodes beside it."""

    properties: Mapping[str, object] = field(default_factory=dict)
    beside: tuple[Node, ...] = ()


def named(kind: str, name: str) -> Node:
    """A person or an organization."""
    return {"@type": kind, "name": name}


def iso_day(day: Edtf | None) -> str:
    """An ISO date, as precise as the brief says; nothing for what ISO 8601 has no date for."""
    return day.iso if day else ""


def given(node: Node) -> Node:
    """Properties that have a value."""
    return {key: value for key, value in node.items() if value}
