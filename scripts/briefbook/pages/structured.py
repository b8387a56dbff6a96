"""JSON-LD in the vocabulary of schema.org, for machines that read a page."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefbook.analysis.edition import Edition
from briefbook.model import Actor, Edtf
from briefbook.model.entity import EntityKind

Node = dict[str, object]


@dataclass(frozen=True, slots=True)
class Structured:
    """What a record type adds: properties of the brief's report, and nodes beside it."""

    properties: Mapping[str, object] = field(default_factory=dict)
    beside: tuple[Node, ...] = ()


def named(kind: str, name: str) -> Node:
    """A person or an organization."""
    return {"@type": kind, "name": name}


_TYPES = {
    EntityKind.person: "Person",
    EntityKind.organization: "Organization",
    EntityKind.state: "Organization",
}
"""What schema.org calls an author; it has no word for one that is a place, a model, a document."""
_OF_SEVERAL = re.compile(
    r"\b(editors|desk|team|staff|newsroom|institute?|agency|group|lab|cent(er|re)|committee|council"
    r"|university|foundation|association|society|ministry|редакция|редакторы|группа|институт|центр)"
    r"\b|编辑部|研究院|研究所|中心|小组",
    re.IGNORECASE,
)


def typed(actor: Actor, edition: Edition) -> Node:
    """Somebody with their type, where the library knows it or the name says that they are several:
    a name alone may be anybody's."""
    known, name = edition.actor_kind(actor), edition.actor_name(actor)
    kind = _TYPES.get(known, "") if known else "Organization" if _OF_SEVERAL.search(name) else ""
    return given({"@type": kind, "name": name})


def iso_day(day: Edtf | None) -> str:
    """An ISO date, as precise as the brief says; nothing for what ISO 8601 has no date for."""
    return day.iso if day else ""


def given(node: Node) -> Node:
    """Properties that have a value."""
    return {key: value for key, value in node.items() if value}
