"""What somebody read of an edition, noted while they read it.

An answer stays right as long as everything that was read for it is as it was. So that this can be
known, maps and sets note by which names they are asked; what goes through all of them notes that.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Set
from contextlib import contextmanager
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

K = TypeVar("K", bound=Hashable)
V_co = TypeVar("V_co", covariant=True)
T = TypeVar("T")


class Read(NamedTuple):
    """One thing that was asked for: in which map, by which name; None: all of them."""

    within: str
    name: Hashable = None


EVERYTHING = Read("everything")
"""For what looks where nothing is noted: it has read all there is."""


class Reads:
    """Notes of who read what; they are taken while somebody `listens`.

    `heard` is what whoever listens now has heard, None where nobody does. Hundreds of thousands of
    readings are noted in a build: they are plain pairs there, which count as `Read`.
    """

    def __init__(self) -> None:
        self.heard: set[tuple[str, Hashable]] | None = None
        self._known: dict[Hashable, tuple[Any, frozenset[tuple[str, Hashable]]]] = {}

    def note(self, within: str, name: Hashable = None) -> None:
        """Something is read now."""
        if self.heard is not None:
            self.heard.add((within, name))

    @contextmanager
    def listened(self, *, apart: bool = False) -> Iterator[set[tuple[str, Hashable]]]:
        """Everything that is read meanwhile; whoever listens already hears it too, unless it is to
        be kept `apart` from that."""
        outer, found = self.heard, set[tuple[str, Hashable]]()
        self.heard = found
        try:
            yield found
        finally:
            self.heard = outer
            if outer is not None and not apart:
                outer |= found

    def forget(self) -> None:
        """Remember nothing of what was made."""
        self._known.clear()

    def remembered(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is made once; whoever asks for it has read what was read to make it."""
        known = self._known.get(key)
        if known is None:
            with self.listened() as found:
                made = make()
            known = self._known[key] = (made, frozenset(found))
        if self.heard is not None:
            self.heard |= known[1]
        value: T = known[0]
        return value


class NotedMap(Mapping[K, V_co]):
    """A map that notes by which names it is asked."""

    def __init__(self, within: str, of: Callable[[], Mapping[K, V_co]], reads: Reads) -> None:
        self._within, self._of, self._reads = within, of, reads

    @cached_property
    def _map(self) -> Mapping[K, V_co]:
        return self._of()

    def __getitem__(self, name: K) -> V_co:
        if (heard := self._reads.heard) is not None:
            heard.add((self._within, name))
        return self._map[name]

    def get(self, name: K, default: Any = None) -> Any:  # noqa: ANN401 as a mapping's
        """As a mapping's."""
        if (heard := self._reads.heard) is not None:
            heard.add((self._within, name))
        return self._map.get(name, default)

    def __contains__(self, name: object) -> bool:
        self._reads.note(self._within, name)
        return name in self._map

    def __iter__(self) -> Iterator[K]:
        self._reads.note(self._within)
        return iter(self._map)

    def __len__(self) -> int:
        self._reads.note(self._within)
        return len(self._map)


class NotedSet(Set[K]):
    """A set that notes for which names somebody looks in it."""

    def __init__(self, within: str, of: Callable[[], Set[K]], reads: Reads) -> None:
        self._within, self._of, self._reads = within, of, reads

    @cached_property
    def _set(self) -> Set[K]:
        return self._of()

    def __contains__(self, name: object) -> bool:
        self._reads.note(self._within, name)
        return name in self._set

    def __iter__(self) -> Iterator[K]:
        self._reads.note(self._within)
        return iter(self._set)

    def __len__(self) -> int:
        self._reads.note(self._within)
        return len(self._set)

    def _from_iterable(self, names: Any) -> frozenset[K]:  # type: ignore[override]  # noqa: ANN401
        """What is made of it and another set is a plain set."""
        return frozenset(names)
