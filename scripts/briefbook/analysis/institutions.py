"""Institutions: origins that one hand holds.

Entities are of one institution when one controls, owns or employs the other, over any number of
steps, on the day of judgment; members of a body are not of one hand with it. A root without a
speaker belongs to the entity that bears its publisher's name. Those who speak together are an
institution of their own only where none of theirs speaks alone as well.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from briefbook.analysis.cycles import strongly_connected_components
from briefbook.analysis.origins import JOINT, Origins, publisher_key
from briefbook.model import Entity
from briefbook.model.edtf import Edtf
from briefbook.model.entity import Tie


class Tied(NamedTuple):
    """The other end of a tie that joins, and when it holds; None: always."""

    entity: str
    when: Edtf | None


@dataclass(frozen=True)
class Institutions:
    """Which origins of a library belong together. Days are day numbers; None: whenever."""

    entities: Mapping[str, Entity]
    origins: Origins

    @cached_property
    def tied(self) -> Mapping[str, tuple[Tied, ...]]:
        """For each entity those that it is joined with directly, from both sides."""
        found: dict[str, dict[Tied, None]] = {}
        for name, entity in self.entities.items():
            for tie in entity.affiliated_with:
                if tie.how is not Tie.member_of:
                    found.setdefault(name, {})[Tied(tie.entity, tie.when)] = None
                    found.setdefault(tie.entity, {})[Tied(name, tie.when)] = None
        return {name: tuple(ties) for name, ties in found.items()}

    @cached_property
    def by_name(self) -> Mapping[str, str]:
        """Entities by their names and aliases, folded as a publisher's is; the first that bears it
        in the order of ids, and a name of its own before an alias."""
        found: dict[str, str] = {}
        for name, entity in sorted(self.entities.items()):
            found.setdefault(publisher_key(entity.name), name)
        for name, entity in sorted(self.entities.items()):
            for alias in entity.aliases:
                found.setdefault(publisher_key(alias.name), name)
        return found

    def bearer(self, name: str) -> str:
        """The entity that bears a name, else the name as that of an origin."""
        key = publisher_key(name)
        return self.by_name.get(key, key)

    def together(self, entity: str, day: int | None) -> frozenset[str]:
        """All that are of one institution with an entity on a day, itself too."""
        found, waiting = {entity}, [entity]
        while waiting:
            for tie in self.tied.get(waiting.pop(), ()):
                if tie.entity not in found and _holds(tie.when, day):
                    found.add(tie.entity)
                    waiting.append(tie.entity)
        return frozenset(found)

    def of(self, origins: Iterable[str], day: int | None) -> tuple[tuple[str, ...], ...]:
        """Origins by institution, each in the order of mention; linear."""
        known: dict[str, frozenset[str]] = {}
        around: dict[str, frozenset[str]] = {}
        for origin in origins:
            for holder in self.holders(origin):
                if holder not in known:
                    found = self.together(holder, day)
                    known.update(dict.fromkeys(found, found))
                around[origin] = around.get(origin, frozenset()) | known[holder]
        alone = {one: names for one, names in around.items() if len(self.holders(one)) == 1}
        groups = _joined(alone)
        home = {name: group for group in groups for one in group for name in alone[one]}
        rest: dict[str, frozenset[str]] = {}
        for one, names in around.items():
            if one in alone:
                continue
            if beside := [home[name] for name in names if name in home]:
                min(beside).append(one)
            else:
                rest[one] = names
        return tuple(tuple(group) for group in (*groups, *_joined(rest)))

    def count(self, origins: Iterable[str], day: int | None) -> int:
        """How many institutions stand behind origins."""
        return len(self.of(origins, day))

    def holders(self, origin: str) -> tuple[str, ...]:
        """The entities to whom an origin belongs; where none is known, its own name."""
        if origin in self.entities:
            return (origin,)
        names = origin.split(JOINT)
        if len(names) > 1 and all(name in self.entities for name in names):
            return tuple(names)
        if record := self.origins.sources.get(origin):
            if record.speaker:
                return tuple(record.speaker)
            return (self.by_name.get(publisher_key(record.publisher or ""), origin),)
        return (self.by_name.get(origin, origin),)


_ORIGIN = "origin of "
"""Tells an origin from the entity of the same name."""


def _joined(around: Mapping[str, frozenset[str]]) -> list[list[str]]:
    """Origins that have an entity in common, over any number of steps, in the order of mention."""
    edges: dict[str, list[str]] = {}
    for origin, names in around.items():
        for name in names:
            edges.setdefault(_ORIGIN + origin, []).append(name)
            edges.setdefault(name, []).append(_ORIGIN + origin)
    place = {_ORIGIN + origin: at for at, origin in enumerate(around)}
    found = [
        sorted((name for name in group if name in place), key=place.__getitem__)
        for group in strongly_connected_components(edges)
    ]
    found.sort(key=lambda group: place[group[0]])
    return [[name.removeprefix(_ORIGIN) for name in group] for group in found]


def _holds(when: Edtf | None, day: int | None) -> bool:
    """Whether a tie holds on a day; a single date is its beginning."""
    if when is None or day is None:
        return True
    begun = when.first is None or when.first <= day
    return begun and (not when.is_interval or when.last is None or day <= when.last)
