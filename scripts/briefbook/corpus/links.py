"""References resolved: what each names, and what names each (links and backlinks)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from briefbook.corpus.few_or_all import FewOrAll
from briefbook.corpus.files import DEFINITION, BriefFile, LibraryFile
from briefbook.corpus.of_each import OfEach
from briefbook.findings import Place, Route
from briefbook.model.record_types import of_library
from briefbook.model.references import Reference

Routes = Mapping[str, tuple[Route, ...]]
AnyFile = BriefFile | LibraryFile


class Target(NamedTuple):
    """What can be referred to: a record (with its brief), brief, source, entity or topic."""

    role: str
    id: str
    brief: str = ""


class Link(NamedTuple):
    """One reference: the file and record it stands in, what was typed, and what it names."""

    reference: Reference
    path: str
    brief: str
    record: str
    target: Target | None

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.path, self.reference.route, text=self.reference.text,
                     nth=self.reference.nth)  # fmt: skip


@dataclass(frozen=True)
class Links:
    """The references of some files, and what can be named.

    `routes_by_brief` holds the record ids of each brief and where they stand, `routes_by_path`
    the same for each file (two files may claim one brief id).
    """

    files: tuple[AnyFile, ...] = ()
    ids_by_role: Mapping[str, frozenset[str]] = field(default_factory=dict)
    own_sources: Mapping[str, frozenset[str]] = field(default_factory=dict)
    routes_by_brief: Mapping[str, Routes] = field(default_factory=dict)
    routes_by_path: Mapping[str, Routes] = field(default_factory=dict)

    @classmethod
    def of(cls, files: Iterable[BriefFile], library: Iterable[LibraryFile]) -> "Links":
        """Those of everything there is; references are resolved when they are asked for."""
        files, library = list(files), list(library)
        by_id = {file.id: file for file in reversed(files)}
        known = {kind.noun: frozenset(_ids_of(library, kind.noun)) for kind in of_library()}
        known["brief"] = frozenset(by_id)
        own = OfEach({file.id: file for file in files}, _own_sources)
        return cls((*files, *library), known, own, OfEach(by_id, defined), _by_path(files))

    @classmethod
    def within(cls, files: Iterable[BriefFile], whole: "Links") -> "Links":
        """The links of some briefs, resolved by the ids of the whole."""
        files = list(files)
        return cls(tuple(files), whole.ids_by_role, whole.own_sources, whole.routes_by_brief,
                   _by_path(files))  # fmt: skip

    def of_file(self, file: AnyFile) -> Iterator[Link]:
        """The links of a file, each with the record that stands at the first two steps of its
        route."""
        return self.of_references(file.references, file.path, _brief_of(file))

    def through(self, file: AnyFile, field: str) -> Iterator[Link]:
        """The links of a file that stand under a field."""
        some = file.under(field)
        return self.of_references(some, file.path, _brief_of(file)) if some else iter(())

    def of_references(
        self, references: Iterable[Reference], path: str, brief: str
    ) -> Iterator[Link]:
        """Some references of a file as links."""
        own = self.routes_by_path.get(path, {})
        heads = {route[:2]: record for record, routes in own.items() for route in routes}
        known = _Known(self.ids_by_role, self.own_sources.get(brief, frozenset()),
                       self.routes_by_brief, own, brief)  # fmt: skip
        for reference in references:
            if reference.roles != DEFINITION:
                record = heads.get(reference.route[:2], "")
                yield Link(reference, path, brief, record, known.target(reference))

    def to(self, target: Target) -> tuple[Link, ...]:
        """What refers to a target, in the order of files."""
        return self.backlinks.get(target, ())

    @cached_property
    def all(self) -> tuple[Link, ...]:
        """Every link, in the order of files."""
        return tuple([link for links in self._resolved.values() for link in links])

    @cached_property
    def dangling(self) -> tuple[Link, ...]:
        """Those that lead nowhere."""
        return tuple([link for link in self.all if link.target is None])

    @cached_property
    def backlinks(self) -> Mapping[Target, tuple[Link, ...]]:
        """What refers to each target."""
        return FewOrAll(self._to, self._to_each)

    def _to(self, target: Target) -> tuple[Link, ...] | None:
        found = (link for path in self.naming(target) for link in self._resolved[path])
        return tuple([link for link in found if link.target == target]) or None

    def _to_each(self) -> Mapping[Target, tuple[Link, ...]]:
        found: defaultdict[Target, list[Link]] = defaultdict(list)
        for link in self.all:
            if link.target:
                found[link.target].append(link)
        return {target: tuple(links) for target, links in found.items()}

    @cached_property
    def _resolved(self) -> Mapping[str, tuple[Link, ...]]:
        return OfEach({file.path: file for file in self.files}, lambda f: tuple(self.of_file(f)))

    def naming(self, target: Target) -> tuple[str, ...]:
        """The files in which a target may be named, in their order: all of its own brief, if it is
        a record of one."""
        by_name, of_brief = self._typed
        if target.role != "record":
            found = {*by_name.get(target.id, ())}
        else:
            typed = by_name.get(f"{target.brief}#{target.id}", ())
            found = {*typed, *of_brief.get(target.brief, ())}
        return tuple([path for _, path in sorted(found)])

    @cached_property
    def _typed(self) -> tuple[Mapping[str, list[tuple[int, str]]], ...]:
        """The files in which each name is typed, and those of each brief, with their places."""
        by_name, of_brief = dict[str, list[tuple[int, str]]](), dict[str, list[tuple[int, str]]]()
        for place, file in enumerate(self.files):
            for name in file.names:
                by_name.setdefault(name, []).append((place, file.path))
            if isinstance(file, BriefFile):
                of_brief.setdefault(file.id, []).append((place, file.path))
        return by_name, of_brief

    @cached_property
    def records_at(self) -> Mapping[str, Mapping[Route, str]]:
        """The record at each route of a file, a source of the brief's own included."""
        return OfEach({file.path: file for file in self.files}, _records_at)


class _Known(NamedTuple):
    """What the references of one file can name."""

    ids_by_role: Mapping[str, frozenset[str]]
    own_sources: frozenset[str]
    routes_by_brief: Mapping[str, Routes]
    own_routes: Routes
    brief: str

    def target(self, reference: Reference) -> Target | None:
        for role in reference.roles:
            if found := self._find(role, reference.target):
                return found
        return None

    def _find(self, role: str, name: str) -> Target | None:
        if role in self.ids_by_role:
            own = role == "source" and name in self.own_sources
            return Target(role, name) if own or name in self.ids_by_role[role] else None
        owner, mark, record = name.rpartition("#")
        known = self.routes_by_brief.get(owner, {}) if mark else self.own_routes
        if record in known:
            return Target("record", record, owner if mark else self.brief)
        if role == "link" and not mark and name in self.ids_by_role["brief"]:
            return Target("brief", name)
        return None


def _brief_of(file: AnyFile) -> str:
    return file.id if isinstance(file, BriefFile) else ""


def _by_path(files: Iterable[BriefFile]) -> Mapping[str, Routes]:
    return OfEach({file.path: file for file in files}, defined)


def _records_at(file: AnyFile) -> dict[Route, str]:
    """The ids of a file by the route of the record that each of them names."""
    return {reference.route[:-1]: reference.target for reference in file.definitions}


def defined(file: BriefFile) -> dict[str, tuple[Route, ...]]:
    """The record ids of a file and where each is defined (its own sources apart)."""
    ids: dict[str, tuple[Route, ...]] = {}
    for reference in file.definitions:
        if reference.route[0] != "sources":
            ids[reference.target] = (*ids.get(reference.target, ()), reference.route)
    return ids


def _ids_of(library: list[LibraryFile], role: str) -> Iterator[str]:
    return (one.target for file in library if file.role == role for one in file.definitions)


def _own_sources(file: BriefFile) -> frozenset[str]:
    return frozenset([one.target for one in file.definitions if one.route[0] == "sources"])


def library_definitions(file: AnyFile) -> Iterator[tuple[str, Reference]]:
    """The ids that a file gives to entries of the library, or to sources of its own, with what they
    are."""
    if isinstance(file, LibraryFile):
        yield from ((file.role, one) for one in file.definitions)
    else:
        yield from (("source", one) for one in file.definitions if one.route[0] == "sources")
