"""JSON-LD in the vocabulary of schema.org, for machines that read a page."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefbook.model import Edtf

Node = dict[str, object]


@dataclass(frozen=True, slots=True)
class Structured:
    """What a record type adds: properties of the brief's report, and nodes beside it."""

    properties: Mapping[str, object] = field(default_factory=dict)
    beside: tuple[Node, ...] = ()


_DAY = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")


def named(kind: str, name: str) -> Node:
    """A person or an organization."""
    return {"@type": kind, "name": name}


def iso_day(day: Edtf | None) -> str:
    """An ISO date, as precise as the brief says; nothing for what ISO 8601 has no date for."""
    text = day.text.rstrip("?~%") if day else ""
    return text if _DAY.fullmatch(text) else ""


def given(node: Node) -> Node:
    """Properties that have a value."""
    return {key: value for key, value in node.items() if value}
