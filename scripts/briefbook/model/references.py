"""Where a record refers to others: read off the node tree by the types of the model's fields.

Working on nodes and not on records keeps references of a brief known even while another of its
fields is wrong, and gives each its exact place.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefbook.findings import Route
from briefbook.model.leaves import leaves
from briefbook.model.prose import parse_prose
from briefbook.model.record import BLANK, Record
from briefbook.model.scalars import ID_PATTERN, REF_PATTERN
from briefbook.syntax import Node


class Reference(NamedTuple):
    """A value that names something: `roles` say what it may be, `route` where it stands.

    `text` is what to look for inside the node if the reference is a part of it (prose), `nth`
    (from 0) which of its occurrences is meant.
    """

    roles: tuple[str, ...]
    target: str
    route: Route
    text: str | None = None
    nth: int = 0


def references(node: Node, kind: type[Record], route: Route = ()) -> Iterator[Reference]:
    """Every reference and every definition of an id in a node that should be a `kind`."""
    for leaf in leaves(node, kind, route):
        if leaf.roles and leaf.node.value not in BLANK:
            yield from _named(leaf.node.text, leaf.roles, leaf.route)


def _named(value: str, roles: tuple[str, ...], route: Route) -> Iterator[Reference]:
    if roles != ("prose",):
        # What cannot be an id has a finding of its own, and names nothing.
        if re.fullmatch(REF_PATTERN if "record" in roles else ID_PATTERN, value):
            yield Reference(roles, value, route)
    elif "[" in value:
        for mention in parse_prose(value).mentions():
            role = "source" if mention.kind == "citation" else "link"
            yield Reference((role,), mention.id, route, mention.typed, mention.nth)
