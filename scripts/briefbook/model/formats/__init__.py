"""Versions of the brief format, and how briefs of older ones are brought over while they are read.

There is one version so far. When the format changes in a way that old briefs cannot follow, the
change gets the next number and a module here, `from_1.py`, with a `Migration` that turns the node
tree of a brief of version 1 into one of version 2. Nothing is written: files stay as they are.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from briefbook.findings import Finding, Place
from briefbook.model.finding_kinds import UNKNOWN_FORMAT
from briefbook.model.record import BLANK
from briefbook.registry import discover
from briefbook.syntax import MappingNode, Node, TextNode
from briefbook.syntax.nodes import MappingEntry
from briefbook.text.listing import both

FIELD = "format"
CURRENT = 1
"""The version that the model is."""
UNSAID = 1
"""The version of a brief that names none; it stays so, whatever is current."""
_VERSION = re.compile(r"0|[1-9][0-9]{0,3}")
_SHOWN = 20
"""Characters of a wrong version that are told."""


@dataclass(frozen=True, slots=True)
class Migration:
    """How a brief of a version becomes one of the next: a new tree, each node with its old place.

    A node that is new takes the place of the one that it came from, so that findings point at
    what the author typed.
    """

    version: int
    bring: Callable[[MappingNode], MappingNode]

    @property
    def name(self) -> str:
        """By which the registry tells them apart."""
        return f"from_{self.version}"


def brought_over(node: Node, path: str) -> tuple[Node | None, list[Finding]]:
    """A brief's tree in the current version, or None with the finding that says why not."""
    if not isinstance(node, MappingNode):
        return node, []
    entry = node.entries.get(FIELD)
    version = UNSAID if entry is None else _version(entry.value)
    steps = _steps(version)
    if steps is None:
        return None, [_unknown(entry, version, path)]
    for step in steps:
        node = step.bring(node)
    return (_named(node, entry) if entry and steps else node), []


def _version(node: Node) -> int | None:
    """The version that is typed, or None for what is no whole number."""
    typed = node.value if isinstance(node, TextNode) else ""
    if isinstance(node, TextNode) and typed in BLANK:
        return UNSAID
    return int(typed) if _VERSION.fullmatch(typed) else None


def _migrations() -> Mapping[int, Migration]:
    return {one.version: one for one in discover(__name__, Migration)}


def _steps(version: int | None) -> list[Migration] | None:
    """What brings a version over, one after the other; None if something is missing."""
    if version == CURRENT:
        return []
    known = _migrations()
    if version is None or version > CURRENT or any(n not in known for n in range(version, CURRENT)):
        return None
    return [known[number] for number in range(version, CURRENT)]


def _named(node: MappingNode, entry: MappingEntry) -> MappingNode:
    """The tree with the current version's number in the place of the old one."""
    value = TextNode(str(CURRENT), entry.value.span)
    return replace(node, entries={**node.entries, FIELD: replace(entry, value=value)})


def _unknown(entry: MappingEntry | None, version: int | None, path: str) -> Finding:
    read = [str(number) for number in range(CURRENT + 1) if _steps(number) is not None]
    typed = entry.value.value if entry and isinstance(entry.value, TextNode) else ""
    said = f"“{typed[:_SHOWN]}{'…' * (len(typed) > _SHOWN)}” is" if typed else "This is"
    what = f"format {read[0]} is" if len(read) == 1 else f"formats {both(read)} are"
    newer = version is not None and version > CURRENT
    remedy = (
        "A newer Briefbook wrote this brief: update the program."
        if newer
        else f"Write “format: {CURRENT}” and the fields as the reference says, or leave it out."
    )
    return Finding(
        UNKNOWN_FORMAT,
        f"{said} no version of the format that this program reads; {what} read.",
        Place(path, (FIELD,)),
        f"{remedy} A brief of an older version is brought over while it is read, and its file "
        "stays as it is.",
    )
