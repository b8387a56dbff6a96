"""A library in which something has fallen: sources and all that only repeats them, or an origin."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from briefbook.analysis.origins import Origins, Witness, roots_of


class Removal(Protocol):
    """What an item of evidence is worth once something has fallen."""

    def origins(self, item: Witness) -> tuple[str, ...]:
        """The origins that are left of an item; none: the item is gone."""
        ...


@dataclass(frozen=True, slots=True)
class NothingRemoved:
    """Nothing has fallen."""

    library: Origins

    def origins(self, item: Witness) -> tuple[str, ...]:
        """The origins of an item."""
        return self.library.of_item(item)


@dataclass(frozen=True, slots=True)
class OriginRemoved:
    """A person, body or root document turns out to be wrong: whoever stands on it alone is gone."""

    library: Origins
    name: str

    def origins(self, item: Witness) -> tuple[str, ...]:
        """The other origins of an item."""
        return tuple(name for name in self.library.of_item(item) if name != self.name)


@dataclass(frozen=True)
class SourcesRemoved:
    """Documents are withdrawn, and with them every source that repeats nothing else.

    A source that repeats another one too stands for that one alone. What repeated the fallen
    sources is found by following them downwards, so the rest of the library is not looked at.
    """

    library: Origins
    names: frozenset[str]
    gone: frozenset[str] = field(init=False)
    _roots: dict[str, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        below = list(descendants(self.library, sorted(self.names)))
        gone = self._fallen(below)
        edges = {
            name: [parent for parent in self.library.parents(name) if parent not in gone]
            for name in below
            if name not in gone
        }
        object.__setattr__(self, "gone", gone)
        object.__setattr__(self, "_roots", roots_of(edges, self.library.roots))

    def _fallen(self, below: list[str]) -> frozenset[str]:
        """The sources, and again and again those all of whose parents have fallen."""
        gone, waiting = set(self.names), sorted(self.names)
        standing = {name: set(self.library.parents(name)) for name in below}
        while waiting:
            fallen = waiting.pop()
            for child in self.library.repeats.get(fallen, ()):
                standing[child].discard(fallen)
                if not standing[child] and child not in gone:
                    gone.add(child)
                    waiting.append(child)
        return frozenset(gone)

    def origins(self, item: Witness) -> tuple[str, ...]:
        """What is left of an item; an item that was read through a fallen copy is gone."""
        if item.source in self.gone or item.via in self.gone:
            return ()
        if item.origin:
            return () if item.origin in self.gone else (self.library.named(item.origin),)
        roots = self._roots.get(item.source)
        return self.library.of_source(item.source) if roots is None else self.library.behind(roots)


def descendants(library: Origins, names: Iterable[str]) -> dict[str, None]:
    """These sources and all that repeat them, directly or through others."""
    found = dict.fromkeys(names)
    waiting = list(found)
    while waiting:
        for child in library.repeats.get(waiting.pop(), ()):
            if child not in found:
                found[child] = None
                waiting.append(child)
    return found
