"""What was read from one file: a brief, a list of the library, an entry of such a list."""

from dataclasses import dataclass
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from briefbook.corpus.file_text import FileText
from briefbook.findings import Route
from briefbook.model import Brief, Edtf
from briefbook.model.references import Reference
from briefbook.model.standing import is_history
from briefbook.syntax import Node
from briefbook.text.likeness import signs_of

T = TypeVar("T")
DEFINITION = ("definition",)
"""The role of a reference that gives a record its id."""


class Referring(Protocol):
    """A file that defines ids and refers to others."""

    @property
    def references(self) -> tuple[Reference, ...]:
        """What it defines and refers to, in its order."""

    @cached_property
    def definitions(self) -> tuple[Reference, ...]:
        """The ids that it defines."""
        return tuple([one for one in self.references if one.roles == DEFINITION])

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name that it refers to, as it is typed."""
        return frozenset([one.target for one in self.references])

    def under(self, field: str) -> tuple[Reference, ...]:
        """What it refers to under a field, on whatever step."""
        return tuple([one for one in self.references if field in one.route])


class BriefFile(Referring):
    """A file in briefings/: `brief` is None where it could not be read as one."""

    def __init__(
        self,
        id: str,  # noqa: A002 what it is
        path: str,
        text: FileText | None,
        brief: Brief | None,
        references: tuple[Reference, ...] = (),
    ) -> None:
        self.id, self.path, self.text = id, path, text
        self._brief, self._references = brief, references

    @property
    def brief(self) -> Brief | None:
        """What it says."""
        return self._brief

    @property
    def references(self) -> tuple[Reference, ...]:
        """What it defines and refers to, in its order."""
        return self._references

    @property
    def is_read(self) -> bool:
        """Whether it could be read as a brief."""
        return self._brief is not None

    @cached_property
    def fields(self) -> frozenset[str]:
        """The fields of its brief that are given."""
        return frozenset(self.brief.model_fields_set if self.brief else ())

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics under which its brief is filed."""
        return self.brief.topics if self.brief else ()

    @property
    def day(self) -> Edtf | None:
        """The day by which its brief is filed: of its publication, else of its last change."""
        return (self.brief.published or self.brief.updated) if self.brief else None

    @cached_property
    def statement_signs(self) -> tuple[tuple[int, ...], ...]:
        """For each claim the signs by which statements that are much alike are found; none for
        those on which nobody works any more."""
        brief = self.brief
        return tuple([
            () if is_history(one, brief) else signs_of(one.statement)
            for one in (brief.claims if brief else ())
        ])  # fmt: skip

    @property
    def node(self) -> Node | None:
        """Its node tree; None where it is no YAML."""
        return self.text.node if self.text else None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, BriefFile):
            return NotImplemented
        return self is other or (
            (self.id, self.path, self.text) == (other.id, other.path, other.text)
            and (self.brief, self.references) == (other.brief, other.references)
        )

    def __hash__(self) -> int:
        return hash((self.id, self.path))


@dataclass(frozen=True)
class LibraryFile(Referring):
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
