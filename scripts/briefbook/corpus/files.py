"""What was read from one file: a brief, a list of the library, an entry of such a list."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from briefbook.corpus.file_text import FileText
from briefbook.findings import Route
from briefbook.model import Brief
from briefbook.model.references import Reference
from briefbook.syntax import Node

T = TypeVar("T")


@dataclass(frozen=True)
class BriefFile:
    """A file in briefings/: `brief` is None where it could not be read as one."""

    id: str
    path: str
    text: FileText | None
    brief: Brief | None
    references: tuple[Reference, ...] = ()

    @property
    def node(self) -> Node | None:
        """Its node tree; None where it is no YAML."""
        return self.text.node if self.text else None


@dataclass(frozen=True)
class LibraryFile:
    """A file of the library: what its entries are (source, entity, topic) and refer to."""

    role: str
    path: str
    text: FileText | None
    references: tuple[Reference, ...] = ()

    @property
    def node(self) -> Node | None:
        """Its node tree."""
        return self.text.node if self.text else None


@dataclass(frozen=True)
class LibraryRecord(Generic[T]):
    """A record of the library, or a source of one brief (`owner`), and where it stands."""

    id: str
    record: T
    path: str
    route: Route
    owner: str | None = None
