"""A finding: an author's mistake as a frozen value that points with a route."""

from dataclasses import dataclass, field
from enum import IntEnum

from briefbook.findings.lifecycle import FROM_THE_START, Life
from briefbook.text.document import Span

Route = tuple[str | int, ...]


class Severity(IntEnum):
    """How bad: errors are wrong, warnings weaken the brief, notes are for an editor to weigh."""

    note = 1
    warning = 2
    error = 3


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of mistake: a code that never changes, a name that reads well after “allow”."""

    code: str
    name: str
    severity: Severity = Severity.error
    life: Life = FROM_THE_START

    @property
    def family(self) -> str:
        """The three letters that the code begins with."""
        return self.code[:3]


@dataclass(frozen=True, slots=True)
class Place:
    """Where: a file and a route to a node in it, or a span where no node tree exists.

    `on_key` points at the key instead of its value. `text` narrows the place to the occurrence
    number `nth` (from 0) of these characters inside the node.
    """

    path: str
    route: Route = ()
    span: Span | None = None
    on_key: bool = False
    text: str | None = None
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Label:
    """A second place that belongs to a finding, and what is to be seen there."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement that mends a mistake for certain: `span` of the document becomes `text`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake: what is wrong (`message`), how to mend it (`help`), and where.

    `edits` mend it mechanically, if it can be; they are made together or not at all.
    """

    kind: Kind
    message: str
    place: Place
    help: str = ""
    related: tuple[Label, ...] = field(default=())
    edits: tuple[Edit, ...] = field(default=())
