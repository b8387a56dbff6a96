"""References resolved: what each names, and what names each (links and backlinks)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from briefbook.findings import Place, Route
from briefbook.model.references import Reference

if TYPE_CHECKING:
    from briefbook.corpus.corpus import BriefFile, LibraryFile


class Target(NamedTuple):
    """What can be referred to: a record (with its brief), brief, source, entity or topic."""

    role: str
    id: str
    brief: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """One reference: the file and record it stands in, what was typed, and what it names."""

    reference: Reference
    path: str
    brief: str
    record: str
    target: Target | None

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.path, self.reference.route, text=self.reference.text)


@dataclass(frozen=True)
class Links:
    """All references, those that lead nowhere, and what refers to a target."""

    all: tuple[Link, ...] = ()
    dangling: tuple[Link, ...] = ()
    known: Mapping[str, frozenset[str]] = field(default_factory=dict)
    own_sources: Mapping[str, frozenset[str]] = field(default_factory=dict)
    definitions: Mapping[str, Mapping[str, tuple[Route, ...]]] = field(default_factory=dict)
    backlinks: Mapping[Target, tuple[Link, ...]] = field(default_factory=dict)

    def to(self, target: Target) -> tuple[Link, ...]:
        """What refers to a target, in the order of files."""
        return self.backlinks.get(target, ())

    @classmethod
    def of(
        cls,
        files: Iterable["BriefFile"],
        library: Iterable["LibraryFile"],
    ) -> "Links":
        """Resolve everything; linear in the number of references."""
        files, library = list(files), list(library)
        definitions = _definitions(files)
        known = {role: frozenset(_ids_of(library, role)) for role in ("source", "entity", "topic")}
        known["brief"] = frozenset(definitions)
        resolver = _Resolver(known, definitions, _own_sources(files))
        found = [
            resolver.link(reference, file.path, file.id)
            for file in files
            for reference in file.references
            if reference.roles != ("definition",)
        ]
        found += [
            resolver.link(reference, file.path, "")
            for file in library
            for reference in file.references
            if reference.roles != ("definition",)
        ]
        backlinks: defaultdict[Target, list[Link]] = defaultdict(list)
        for link in found:
            if link.target:
                backlinks[link.target].append(link)
        return cls(
            tuple(found),
            tuple(link for link in found if link.target is None),
            known,
            resolver.own_sources,
            definitions,
            {target: tuple(links) for target, links in backlinks.items()},
        )


def _definitions(files: list["BriefFile"]) -> dict[str, dict[str, tuple[Route, ...]]]:
    """For each brief its record ids and where each is defined (sources of the brief apart)."""
    found: dict[str, dict[str, tuple[Route, ...]]] = {}
    for file in files:
        if file.id in found:
            continue
        ids = found[file.id] = {}
        for reference in file.references:
            if reference.roles == ("definition",) and reference.route[0] != "sources":
                ids[reference.target] = (*ids.get(reference.target, ()), reference.route)
    return found


def _ids_of(library: list["LibraryFile"], role: str) -> Iterator[str]:
    return (
        reference.target
        for file in library
        if file.role == role
        for reference in file.references
        if reference.roles == ("definition",)
    )


def _own_sources(files: list["BriefFile"]) -> dict[str, frozenset[str]]:
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
    known: Mapping[str, frozenset[str]]
    definitions: Mapping[str, Mapping[str, tuple[Route, ...]]]
    own_sources: Mapping[str, frozenset[str]]

    @cached_property
    def heads(self) -> Mapping[tuple[str, Route], str]:
        """The record that stands at each (brief, first two steps of a route)."""
        return {
            (brief, route[:2]): record
            for brief, ids in self.definitions.items()
            for record, routes in ids.items()
            for route in routes
        }

    def link(self, reference: Reference, path: str, brief: str) -> Link:
        record = self._record_of(reference.route, brief)
        target = next(
            (found for role in reference.roles if (found := self._find(role, reference, brief))),
            None,
        )
        return Link(reference, path, brief, record, target)

    def _find(self, role: str, reference: Reference, brief: str) -> Target | None:
        name = reference.target
        if role in self.known:
            own = role == "source" and name in self.own_sources.get(brief, ())
            return Target(role, name) if own or name in self.known[role] else None
        owner, mark, record = name.rpartition("#")
        owner = owner if mark else brief
        if record in self.definitions.get(owner, {}):
            return Target("record", record, owner)
        if role == "link" and not mark and name in self.known["brief"]:
            return Target("brief", name)
        return None

    def _record_of(self, route: Route, brief: str) -> str:
        """The id of the record that a route leads into, or nothing."""
        return self.heads.get((brief, route[:2]), "")
