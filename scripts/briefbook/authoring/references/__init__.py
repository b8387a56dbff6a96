"""What reads references that other tools wrote, as sources: a module for each format."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

from briefbook.registry import discover

Value = str | tuple[str, ...]


@dataclass
class Reference:
    """A work as somebody else's tool describes it.

    `fields` holds what a source can say of it, by the names of a source's fields; `left` what it
    cannot, as the tool writes it; `key` is the tool's own.
    """

    key: str = ""
    line: int | None = None
    fields: dict[str, Value] = field(default_factory=dict)
    left: list[tuple[str, str]] = field(default_factory=list)

    def text(self, name: str) -> str:
        """A field that is one text; empty where it is not known."""
        value = self.fields.get(name, "")
        return value if isinstance(value, str) else ", ".join(value)


@dataclass(frozen=True, slots=True)
class Unread:
    """An entry that could not be read: the line at which it begins, if one is known, and why."""

    line: int | None
    why: str


@dataclass(frozen=True, slots=True)
class ReferenceFormat:
    """A format: `knows` says whether a file is in it, by content and name; `read` yields what it
    holds, good entries and those that could not be read.

    `read` raises Unreadable where nothing of the file can be.
    """

    name: str
    knows: Callable[[bytes, str], bool]
    read: Callable[[bytes, str], Iterator[Reference | Unread]]


class Unreadable(Exception):
    """A file of which nothing can be read; the message says why."""


@cache
def reference_formats() -> tuple[ReferenceFormat, ...]:
    """Every format of this package and of plug-ins, by name."""
    return tuple(sorted(discover(__name__, ReferenceFormat), key=lambda one: one.name))


def read_references(raw: bytes, name: str) -> Iterator[Reference | Unread]:
    """What a file holds; nothing but good entries and those that could not be read.

    Raises Unreadable.
    """
    for form in reference_formats():
        if form.knows(raw, name):
            yield from form.read(raw, name)
            return
    known = ", ".join(form.name for form in reference_formats())
    raise Unreadable(f"it is none of these: {known}")
