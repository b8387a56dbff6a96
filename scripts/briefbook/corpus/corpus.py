"""The corpus: what was read, by id, frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from briefbook.corpus.links import Links, Target
from briefbook.corpus.placed import Placed, placed_records
from briefbook.findings import Finding, Route
from briefbook.model import Brief, Entity, Record, Source, Topic
from briefbook.model.references import Reference
from briefbook.syntax import Node
from briefbook.text.document import Document

T = TypeVar("T")
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class BriefFile:
    """A file in briefings/: `brief` is None where it could not be read as one."""

    id: str
    path: str
    node: Node | None
    brief: Brief | None
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True)
class LibraryFile:
    """A file of the library: what its entries are (source, entity, topic) and refer to."""

    role: str
    path: str
    node: Node
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True)
class Entry(Generic[T]):
    """A record of the library, or a source of one brief (`owner`), and where it stands."""

    id: str
    record: T
    path: str
    route: Route
    owner: str | None = None


@dataclass(frozen=True)
class Corpus:
    """Everything that was read. Maps hold the first record of each id, in the order of ids.

    A record that could not be read is in no map, yet its id is known to `links`. `unread` holds
    what stands in files or folders that could not be read at all: a brief by its id (without an
    id: any brief), an entry of the library by its role alone.
    """

    files: tuple[BriefFile, ...] = ()
    sources: Mapping[str, Entry[Source]] = field(default_factory=dict)
    entities: Mapping[str, Entry[Entity]] = field(default_factory=dict)
    topics: Mapping[str, Entry[Topic]] = field(default_factory=dict)
    library: tuple[LibraryFile, ...] = ()
    unread: frozenset[Target] = frozenset()
    documents: Mapping[str, Document] = field(default_factory=dict)
    nodes: Mapping[str, Node] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    @cached_property
    def briefs(self) -> Mapping[str, BriefFile]:
        """Readable briefs by id, in the order of ids."""
        found: dict[str, BriefFile] = {}
        for file in sorted(self.files, key=lambda item: (item.id, item.path)):
            if file.brief is not None:
                found.setdefault(file.id, file)
        return found

    @cached_property
    def links(self) -> Links:
        """What refers to what, both ways."""
        return Links.of(self.files, self.library)

    @cached_property
    def _placed(self) -> Mapping[type[Record], tuple[Placed[Record], ...]]:
        return placed_records(self)

    def standing(self, kind: type[R]) -> tuple[Placed[R], ...]:
        """The records of a type that were not withdrawn, alone or with their brief."""
        return tuple(at for at in self.placed(kind) if not at.is_withdrawn)

    def placed(self, kind: type[R]) -> tuple[Placed[R], ...]:
        """All records of a type (claims, sources, briefs …) where they stand, in file order."""
        return self._placed.get(kind, ())  # type: ignore[return-value]

    def brief(self, brief_id: str) -> Brief:
        """A readable brief.

        Raises KeyError if there is none of this id.
        """
        brief = self.briefs[brief_id].brief
        if brief is None:
            raise KeyError(brief_id)
        return brief
