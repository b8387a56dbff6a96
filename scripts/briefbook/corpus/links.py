"""References resolved: what each names, and what names each (links and backlinks)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from briefbook.corpus.files import BriefFile, LibraryFile
from briefbook.findings import Place, Route
from briefbook.model.record_types import of_library
from briefbook.model.references import Reference


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
    """All references, those that lead nowhere, and what refers to a target.

    `records_at` names the record at each route of a file, a source of the brief's own included.
    `routes_by_brief` holds the record ids of each brief and where they stand, `routes_by_path`
    the same for each file (two files may claim one brief id).
    """

    all: tuple[Link, ...] = ()
    dangling: tuple[Link, ...] = ()
    ids_by_role: Mapping[str, frozenset[str]] = field(default_factory=dict)
    own_sources: Mapping[str, frozenset[str]] = field(default_factory=dict)
    routes_by_brief: Mapping[str, Mapping[str, tuple[Route, ...]]] = field(default_factory=dict)
    routes_by_path: Mapping[str, Mapping[str, tuple[Route, ...]]] = field(default_factory=dict)
    backlinks: Mapping[Target, tuple[Link, ...]] = field(default_factory=dict)
    records_at: Mapping[str, Mapping[Route, str]] = field(default_factory=dict)

    def to(self, target: Target) -> tuple[Link, ...]:
        """What refers to a target, in the order of files."""
        return self.backlinks.get(target, ())

    @classmethod
    def of(
        cls,
        files: Iterable[BriefFile],
        library: Iterable[LibraryFile],
    ) -> "Links":
        """Resolve everything; linear in the number of references."""
        files, library = list(files), list(library)
        by_path = {file.path: defined(file) for file in files}
        definitions = {file.id: by_path[file.path] for file in reversed(files)}
        roles = [kind.noun for kind in of_library()]
        known = {role: frozenset(_ids_of(library, role)) for role in roles}
        known["brief"] = frozenset(definitions)
        resolver = _Resolver(known, definitions, by_path, _own_sources(files))
        return cls._resolved(resolver, files, library)

    @classmethod
    def within(cls, files: Iterable[BriefFile], whole: "Links") -> "Links":
        """The links of some briefs, resolved by the ids of the whole."""
        files = list(files)
        by_path = {file.path: defined(file) for file in files}
        resolver = _Resolver(whole.ids_by_role, whole.routes_by_brief, by_path, whole.own_sources)
        return cls._resolved(resolver, files, [])

    @classmethod
    def _resolved(
        cls, resolver: "_Resolver", files: list[BriefFile], library: list[LibraryFile]
    ) -> "Links":
        found = [
            *(one for file in files for one in resolver.links(file.references, file.path, file.id)),
            *(one for file in library for one in resolver.links(file.references, file.path, "")),
        ]
        backlinks: defaultdict[Target, list[Link]] = defaultdict(list)
        for link in found:
            if link.target:
                backlinks[link.target].append(link)
        return cls(
            tuple(found),
            tuple(link for link in found if link.target is None),
            resolver.ids_by_role,
            resolver.own_sources,
            resolver.routes_by_brief,
            resolver.routes_by_path,
            {target: tuple(links) for target, links in backlinks.items()},
            {
                **{file.path: _records_at(file.references) for file in files},
                **{file.path: _records_at(file.references) for file in library},
            },
        )


def _records_at(references: Iterable[Reference]) -> dict[Route, str]:
    """The ids of a file by the route of the record that each of them names."""
    return {
        reference.route[:-1]: reference.target
        for reference in references
        if reference.roles == ("definition",)
    }


def defined(file: BriefFile) -> dict[str, tuple[Route, ...]]:
    """The record ids of a file and where each is defined (its own sources apart)."""
    ids: dict[str, tuple[Route, ...]] = {}
    for reference in file.references:
        if reference.roles == ("definition",) and reference.route[0] != "sources":
            ids[reference.target] = (*ids.get(reference.target, ()), reference.route)
    return ids


def _ids_of(library: list[LibraryFile], role: str) -> Iterator[str]:
    return (
        reference.target
        for file in library
        if file.role == role
        for reference in file.references
        if reference.roles == ("definition",)
    )


def _own_sources(files: list[BriefFile]) -> dict[str, frozenset[str]]:
    return {
        file.id: frozenset(
            reference.target
            for reference in file.references
            if reference.roles == ("definition",) and reference.route[0] == "sources"
        )
        for file in files
    }


@dataclass(frozen=True)
class _Resolver:
    ids_by_role: Mapping[str, frozenset[str]]
    routes_by_brief: Mapping[str, Mapping[str, tuple[Route, ...]]]
    routes_by_path: Mapping[str, Mapping[str, tuple[Route, ...]]]
    own_sources: Mapping[str, frozenset[str]]

    def links(self, references: Iterable[Reference], path: str, brief: str) -> Iterator[Link]:
        """The links of a file, each with the record that stands at the first two steps of its
        route."""
        known = self.routes_by_path.get(path, {})
        heads = {route[:2]: record for record, routes in known.items() for route in routes}
        for reference in references:
            if reference.roles != ("definition",):
                found = (self._find(role, reference, path, brief) for role in reference.roles)
                record = heads.get(reference.route[:2], "")
                yield Link(reference, path, brief, record, next(filter(None, found), None))

    def _find(self, role: str, reference: Reference, path: str, brief: str) -> Target | None:
        name = reference.target
        if role in self.ids_by_role:
            own = role == "source" and name in self.own_sources.get(brief, ())
            return Target(role, name) if own or name in self.ids_by_role[role] else None
        owner, mark, record = name.rpartition("#")
        known = self.routes_by_brief.get(owner, {}) if mark else self.routes_by_path.get(path, {})
        if record in known:
            return Target("record", record, owner if mark else brief)
        if role == "link" and not mark and name in self.ids_by_role["brief"]:
            return Target("brief", name)
        return None
