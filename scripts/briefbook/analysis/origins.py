"""Independent origins: how many witnesses stand behind how many links.

An item's origin is its `origin`, else the speakers of the root that `derives_from` leads to, else
that root itself. Everybody who repeats a source shares its origin; two outlets that interview one
person are one origin for what was said; several speakers of one text are one origin. Roots without
a speaker that share a publisher are one origin, but for those that say why they are `independent`.
A link is a distinct source named on a side.

An origin is named by the id of an entity or a source, by the ids of several speakers joined with
`+`, or by its publisher (`publisher_key`): so that its name follows from its own record alone,
whatever else the library holds.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from briefbook.analysis.cycles import strongly_connected_components
from briefbook.model import Claim, Evidence, Source, Stance


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a claim: its links and the origins behind them, each in the order of mention."""

    links: tuple[str, ...]
    origins: tuple[str, ...]


class Witness(Protocol):
    """Of an item of evidence: from whom it comes."""

    @property
    def source(self) -> str:
        """Its source."""

    @property
    def via(self) -> str | None:
        """The copy it was read through."""

    @property
    def origin(self) -> str | None:
        """Its own origin, if it is not the source's."""


JOINT = "+"
"""Between the ids of those who speak together."""
_PUBLISHER = "publisher: "


def publisher_key(publisher: str) -> str:
    """How the origin is named that all roots of a publisher are; case and spacing don't matter."""
    return _PUBLISHER + " ".join(publisher.casefold().split())


@dataclass(frozen=True)
class Origins:
    """Origins of the sources of a library."""

    sources: Mapping[str, Source]

    @cached_property
    def roots_by_source(self) -> Mapping[str, tuple[str, ...]]:
        """The roots of each source."""
        edges = {name: self.parents(name) for name in self.sources}
        return roots_of(edges, lambda name: (name,))

    def parents(self, name: str) -> tuple[str, ...]:
        """The sources that a source says it repeats."""
        source = self.sources.get(name)
        return tuple(item.id for item in source.derives_from) if source else ()

    def roots(self, source: str) -> tuple[str, ...]:
        """The sources at the ends of what a source derives from; itself if it derives from none."""
        return self.roots_by_source.get(source, (source,))

    def of_source(self, source: str) -> tuple[str, ...]:
        """The origins that a source stands for."""
        return self.behind(self.roots(source))

    def behind(self, roots: Iterable[str]) -> tuple[str, ...]:
        """The origins behind roots: their speakers, else their publisher, else they themselves."""
        return tuple(dict.fromkeys(self._of_root(root) for root in roots))

    def _of_root(self, root: str) -> str:
        record = self.sources.get(root)
        if record and record.speaker:
            return JOINT.join(sorted(set(record.speaker)))
        if record and record.publisher and not record.independent:
            return publisher_key(record.publisher)
        return root

    def named(self, origin: str) -> str:
        """The origin that an item names itself; of a text its speakers, else its publisher."""
        return self._of_root(origin)

    def of_item(self, item: Witness) -> tuple[str, ...]:
        """The origins of one item of evidence."""
        return (self.named(item.origin),) if item.origin else self.of_source(item.source)

    @cached_property
    def of_publisher(self) -> Mapping[str, tuple[str, ...]]:
        """For each origin that is a publisher the roots that it is named for, in order of ids; of
        one without roots its other texts, for which an item may name it."""
        found: dict[str, list[str]] = {}
        others: dict[str, list[str]] = {}
        for name in sorted(self.sources):
            origin = self._of_root(name)
            if origin.startswith(_PUBLISHER):
                kept = others if self.sources[name].derives_from else found
                kept.setdefault(origin, []).append(name)
        return {origin: tuple(names) for origin, names in (others | found).items()}

    def side(self, items: Iterable[Evidence], stance: Stance) -> Side:
        """Links and origins of the items with a stance; only these count, nothing else does."""
        return self.linked_side(((item, links_of(item)) for item in items), stance)

    def linked_side(
        self, items: Iterable[tuple[Evidence, Sequence[str]]], stance: Stance
    ) -> Side:  # fmt: skip
        """The same of items with the links that count."""
        links: dict[str, None] = {}
        origins: dict[str, None] = {}
        for item, counted in items:
            if item.stance is stance:
                links.update(dict.fromkeys(counted))
                origins.update(dict.fromkeys(self.of_item(item)))
        return Side(tuple(links), tuple(origins))

    def supports(self, claim: Claim) -> Side:
        """What stands for a claim."""
        return self.side(claim.evidence, Stance.supports)

    def disputes(self, claim: Claim) -> Side:
        """What stands against it."""
        return self.side(claim.evidence, Stance.disputes)

    @cached_property
    def repeats(self) -> Mapping[str, tuple[str, ...]]:
        """For each source those that name it under `derives_from`, in the order of ids."""
        found: dict[str, list[str]] = {}
        for name, source in self.sources.items():
            for parent in dict.fromkeys(item.id for item in source.derives_from):
                found.setdefault(parent, []).append(name)
        return {name: tuple(sorted(names)) for name, names in found.items()}


def roots_of(
    edges: Mapping[str, Sequence[str]], outside: Callable[[str], tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """The roots of each node of a graph of sources; `outside` knows those of other nodes; linear.

    Sources that repeat each other in a circle are one; a circle without a way out is a root,
    named by the first of its ids.
    """
    found: dict[str, tuple[str, ...]] = {}
    for group in strongly_connected_components(edges):
        outward = [p for member in group for p in edges[member] if p not in group]
        roots = dict.fromkeys(
            root
            for parent in outward
            for root in (found[parent] if parent in found else outside(parent))
        )
        for member in group:
            found[member] = tuple(roots) or (group[0],)
    return found


def links_of(item: Evidence) -> tuple[str, ...]:
    """The sources that an item names: its own, the copy it was read through, its repeats."""
    via = (item.via,) if item.via else ()
    return tuple(dict.fromkeys((item.source, *via, *item.also_in)))
