"""What the commits of a brief's history did to it; of a merge only what none of its sides did."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change, Comparison
from briefbook.analysis.edition import Edition
from briefbook.corpus import gather
from briefbook.diff.compare import compare
from briefbook.diff.git import Repository
from briefbook.diff.git_objects import Touch, Version
from briefbook.model.record import Record, id_of
from briefbook.model.record_types import of_briefs, records_of
from briefbook.model.settings import Settings

_KEPT = 16
"""Editions that are kept at hand: a version is compared with its neighbours only."""
_Key = tuple[str, str, str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Told:
    """A change, and the records that it is about beside its own."""

    change: Change
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Side:
    """A commit beside one of its parents: changes, ids of records before and after, renames.

    `renamed` holds former ids by those in the commit.
    """

    parent: str
    told: tuple[Told, ...]
    before: frozenset[str]
    after: frozenset[str]
    renamed: Mapping[str, str]

    def former(self, name: str) -> str | None:
        """The id in the parent of what has this id in the commit; None if that was another."""
        if name in self.renamed:
            return self.renamed[name]
        return None if name in self.renamed.values() and name not in self.after else name


@dataclass(frozen=True, slots=True)
class Moves:
    """A commit, what it did beside each of its parents, and what of that is its own doing.

    Of a version that is not `readable` nothing is known.
    """

    touch: Touch
    sides: tuple[Side, ...]
    own: tuple[Told, ...]
    readable: bool = True


@dataclass
class MovesReader:
    """Compares versions of a brief."""

    repository: Repository
    today: date
    settings: Settings
    _editions: dict[tuple[str, str], Edition] = field(default_factory=dict)

    def read(self, touches: Sequence[Touch]) -> list[Moves]:
        """What each of these commits did, in their order.

        A version that cannot be read is passed over: what moved in it is told with the next that
        can. The newest is compared as far as it can be read.

        Raises GitTrouble.
        """
        known = {touch.commit: touch for touch in touches}
        return [self._moves(touch, known, touch is touches[0]) for touch in touches]

    def ids(self, version: Version) -> Mapping[str, Record]:
        """The records of a version of a brief by their ids, as far as it can be read."""
        return _records(self._edition(version))

    def _moves(self, touch: Touch, known: Mapping[str, Touch], newest: bool) -> Moves:
        here = touch.version
        readable = self._is_readable(here)
        if not newest and not readable:
            empty = frozenset[str]()
            passed = (Side(one.commit, (), empty, empty, {}) for one in touch.parents)
            return Moves(touch, tuple(passed), (), readable)
        before = touch.parents or (Version("", here.path, None),)
        sides = [self._side(one.commit, self._readable(one, known), here) for one in before]
        own = sides[0].told if len(sides) == 1 else self._own(touch, sides, known)
        return Moves(touch, tuple(sides), own, readable)

    def _own(self, touch: Touch, sides: list[Side], known: Mapping[str, Touch]) -> tuple[Told, ...]:
        """What a merge did that came from none of its sides: neither brought there nor kept."""
        if touch.base is None:
            names = _former(sides)
            shared = [{_key(one.change, names) for one in side.told} for side in sides]
            common = set.intersection(*shared)
            return tuple(one for one in sides[0].told if _key(one.change, names) in common)
        base = self._readable(touch.base, known)
        brought = [self._side("", base, self._readable(one, known)) for one in touch.parents]
        names = _former([*brought, *sides])
        found: dict[_Key, Told] = {}
        for number, side in enumerate(sides):
            theirs = {_key(one.change, names) for other, of_base in enumerate(brought)
                      if other != number for one in of_base.told}  # fmt: skip
            for one in side.told:
                if (key := _key(one.change, names)) not in theirs:
                    found.setdefault(key, one)
        return tuple(found.values())

    def _side(self, parent: str, before: Version, after: Version) -> Side:
        old, new = self._edition(before), self._edition(after)
        there, here = _records(old), _records(new)
        if before.is_as(after):
            return Side(parent, (), frozenset(there), frozenset(here), {})
        found = compare(old, new)
        told = tuple(
            Told(change, frozenset(_named_in(change, found)))
            for change in found.changes
            if not change.knock_on
        )
        renamed = {
            id_of(record): former
            for record in here.values()
            for former in getattr(record, "renamed_from", ())
            if former in there and former not in here and id_of(record) not in there
        }
        renamed |= {one.record: one.before or "" for one in found.changes
                    if one.kind == ChangeKind.record_renamed}  # fmt: skip
        return Side(parent, told, frozenset(there), frozenset(here), renamed)

    def _readable(self, version: Version, known: Mapping[str, Touch]) -> Version:
        """A version, or the nearest before it that can be read."""
        found = version
        while not self._is_readable(found):
            touch = known.get(found.commit)
            if touch is None or not touch.parents:
                return version
            found = touch.parents[0]
        return found

    def _is_readable(self, version: Version) -> bool:
        return version.blob is None or bool(self._edition(version).briefs)

    def _edition(self, version: Version) -> Edition:
        key = version.path, version.blob.id if version.blob else ""
        if key not in self._editions:
            held = {version.path: version.blob} if version.blob else {}
            if len(self._editions) >= _KEPT:
                del self._editions[next(iter(self._editions))]
            corpus = gather(self.repository.contents(held) if held else ())
            self._editions[key] = Edition(corpus, self.today, self.settings)
        return self._editions[key]


def _records(edition: Edition) -> Mapping[str, Record]:
    lists = (records_of(brief, kind) for brief in edition.briefs.values() for kind in of_briefs())
    return {id_of(record): record for records in lists for record in records if id_of(record)}


def _former(sides: Collection[Side]) -> Mapping[str, str]:
    return {now: former for side in sides for now, former in side.renamed.items()}


def _key(change: Change, names: Mapping[str, str]) -> _Key:
    """What makes two changes one, on whichever side of a merge, under whichever id."""
    place = re.sub(r"\d+", "", change.field)  # items before it shift on the other side
    before = change.before if change.after is None else None
    return change.kind, names.get(change.record, change.record), place, before, change.after


def _named_in(change: Change, found: Comparison) -> Iterator[str]:
    """The records that a correction, a sign-off or the end of a whole brief is about."""
    edition = found.before if change.gone else found.after
    brief, route = edition.briefs.get(change.brief), change.place.route
    if change.kind == ChangeKind.brief_removed:
        yield from _records(found.before)
    if brief is None or len(route) < 2 or not isinstance(route[1], int):
        return
    if route[0] == "corrections":
        yield from brief.corrections[route[1]].records
    elif route[0] == "signoffs" and (record := brief.signoffs[route[1]].record):
        yield record
