"""The corpus: what was read, by id, frozen."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from briefbook.corpus.few_or_all import FewOrAll
from briefbook.corpus.file_text import FileText
from briefbook.corpus.files import BriefFile, LibraryFile, LibraryRecord
from briefbook.corpus.links import AnyFile, Links, Target, library_definitions
from briefbook.corpus.of_each import OfEach
from briefbook.corpus.placed import Placed, PlacedAt, PlacedByType, placed_records
from briefbook.findings import Finding, Route
from briefbook.model import Brief, Entity, Record, Source, Topic
from briefbook.model.record_types import RecordType, listed_in, of_library
from briefbook.syntax import Node
from briefbook.text.document import Document

R = TypeVar("R", bound=Record)
T = TypeVar("T")


@dataclass(frozen=True)
class Corpus:
    """Everything that was read. Maps hold the first record of each id, in the order of ids.

    A record that could not be read is in no map, yet its id is known to `links`. `unread` holds
    what stands in files or folders that could not be read at all: a brief by its id (without an
    id: any brief), an entry of the library by its role alone.
    """

    files: tuple[BriefFile, ...] = ()
    sources: Mapping[str, LibraryRecord[Source]] = field(default_factory=dict)
    entities: Mapping[str, LibraryRecord[Entity]] = field(default_factory=dict)
    topics: Mapping[str, LibraryRecord[Topic]] = field(default_factory=dict)
    library: tuple[LibraryFile, ...] = ()
    unread: frozenset[Target] = frozenset()
    texts: Mapping[str, FileText] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    second: tuple[LibraryRecord[Any], ...] = ()
    """Entries of the library whose id an earlier one has: these count nowhere."""

    def let_go(self) -> None:
        """Forget texts and node trees, which only findings need: most of what a corpus weighs.

        For who has located all findings and goes on with the records alone.
        """
        for file in (*self.files, *self.library):
            object.__setattr__(file, "text", None)
        object.__setattr__(self, "texts", {})

    def document(self, path: str) -> Document | None:
        """The text of a file; None where it has none that could be read."""
        text = self.texts.get(path)
        return text.document if text else None

    def node(self, path: str) -> Node | None:
        """The node tree of a file; None where it is no YAML."""
        text = self.texts.get(path)
        return text.node if text else None

    @cached_property
    def file_at(self) -> Mapping[str, BriefFile | LibraryFile]:
        """Briefs, and lists of the library, by path."""
        files: tuple[BriefFile | LibraryFile, ...] = (*self.library, *self.files)
        return {file.path: file for file in files}

    @cached_property
    def findings_at(self) -> Mapping[str, tuple[Finding, ...]]:
        """What reading found, by the file in which it stands."""
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            found.setdefault(finding.place.path, []).append(finding)
        return {path: tuple(findings) for path, findings in found.items()}

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Every file of which there is something to say, in their order."""
        return tuple(sorted({*self.texts, *self.file_at}))

    @cached_property
    def briefs(self) -> Mapping[str, BriefFile]:
        """Readable briefs by id, in the order of ids."""
        found: dict[str, BriefFile] = {}
        for file in sorted(self.files, key=lambda item: (item.id, item.path)):
            if file.is_read:
                found.setdefault(file.id, file)
        return found

    @cached_property
    def path_of(self) -> Mapping[str, str]:
        """Where each readable brief lies."""
        return {name: file.path for name, file in self.briefs.items()}

    @cached_property
    def paths_by_id(self) -> Mapping[str, tuple[str, ...]]:
        """The files that claim an id as a brief's, in the order of paths; ids folded."""
        found: dict[str, list[str]] = {}
        for file in sorted(self.files, key=lambda item: item.path):
            found.setdefault(file.id.casefold(), []).append(file.path)
        return {name: tuple(paths) for name, paths in found.items()}

    @cached_property
    def library_ids(self) -> Mapping[tuple[str, str], tuple[str, Route]]:
        """Where the first entry stands that takes an id, by its role and id, however wrong the rest
        of the entry is."""
        found: dict[tuple[str, str], tuple[str, Route]] = {}
        files: tuple[AnyFile, ...] = (*self.library, *self.files)
        for file in files:
            for role, one in library_definitions(file):
                found.setdefault((role, one.target), (file.path, one.route))
        return found

    @cached_property
    def links(self) -> Links:
        """What refers to what, both ways."""
        return Links.of(self.files, self.library)

    @cached_property
    def known_as(self) -> Mapping[str, str]:
        """The ids of sources by what other tools call them: key, “doi:…”, address; folded."""
        found: dict[str, str] = {}
        for name, entry in self.sources.items():
            source = entry.record
            for sign in (source.key, source.doi and f"doi:{source.doi}", source.doi, source.url):
                if sign:
                    found.setdefault(sign.casefold(), name)
        return found

    @cached_property
    def _placed(self) -> Mapping[type[Record], tuple[Placed[Record], ...]]:
        entries = (entry for kind in of_library() for entry in self.library_records(kind).values())
        return placed_records(self.briefs, self.files, entries)

    @cached_property
    def placed_at(self) -> Mapping[str, PlacedByType]:
        """The records of each file that count, by type."""
        entries: dict[str, list[LibraryRecord[Any]]] = {}
        for kind in of_library():
            for entry in self.library_records(kind).values():
                entries.setdefault(entry.path, []).append(entry)
        return PlacedAt(self.briefs, self.file_at, entries)

    def at(self, path: str, kind: type[R]) -> tuple[Placed[R], ...]:
        """The records of a type that stand in one file."""
        file = self.file_at.get(path)
        if isinstance(file, BriefFile) and kind is not Brief and listed_in(kind) not in file.fields:
            return ()  # what it says need not be read
        return self.placed_at.get(path, {}).get(kind, ())  # type: ignore[return-value]

    def by_target(
        self, make: Callable[[Iterable[Placed[R]]], Mapping[Target, T]], *kinds: type[R]
    ) -> Mapping[Target, T]:
        """What is made of the records of some types, of each brief alone, by their targets; where
        few are asked for, of their briefs and no others."""

        def of(path: str) -> Mapping[Target, T]:
            return make([one for kind in kinds for one in self.at(path, kind)])

        by_brief = OfEach(self.path_of, of)

        def one(target: Target) -> T | None:
            found = by_brief.get(target.brief) if target.role == "record" else None
            return found.get(target) if found else None

        return FewOrAll(one, lambda: make([one for kind in kinds for one in self.placed(kind)]))

    def not_withdrawn(self, kind: type[R]) -> tuple[Placed[R], ...]:
        """The records of a type that were not withdrawn, alone or with their brief."""
        return tuple(placed for placed in self.placed(kind) if not placed.is_withdrawn)

    def placed(self, kind: type[R]) -> tuple[Placed[R], ...]:
        """All records of a type (claims, sources, briefs …) where they stand, in file order."""
        return self._placed.get(kind, ())  # type: ignore[return-value]

    def library_records(self, kind: RecordType[R]) -> Mapping[str, LibraryRecord[R]]:
        """The entries of a type of the library by id, sources of single briefs included."""
        found: Mapping[str, LibraryRecord[R]] = getattr(self, kind.library_list)
        return found

    def brief(self, brief_id: str) -> Brief:
        """A readable brief.

        Raises KeyError if there is none of this id.
        """
        brief = self.briefs[brief_id].brief
        if brief is None:
            raise KeyError(brief_id)
        return brief
