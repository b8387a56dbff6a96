"""Sign-offs: what they are bound to, and whether they still stand."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from briefbook.model import Brief, Judgment, Record, Source
from briefbook.model.canonical_form import VERSION, digest, folded
from briefbook.model.leaves import with_names
from briefbook.model.record import id_of
from briefbook.model.record_types import with_permalinks
from briefbook.model.signoff import Signoff

BOUND = "v2"
"""Stands before a hash that binds the cited sources, too; one with “v1” binds the words alone."""


@dataclass
class SignedBrief:
    """A brief whose records can be signed; hashes are made once."""

    brief: Brief
    sources: Mapping[str, Source] = field(default_factory=dict)
    _hashes: dict[tuple[str, str | None], str] = field(default_factory=dict)

    @cached_property
    def records(self) -> Mapping[str, Record]:
        """Those that can be signed, by id."""
        return {id_of(record): record for record in with_permalinks(self.brief)}

    def hash(self, record: str | None) -> str | None:
        """The hash of what a sign-off of `record` is about (None: the brief), if it is there.

        It binds the meaning, and each cited source's address, title, grade and origin.
        """
        return self._made(BOUND, record)

    def stands(self, signoff: Signoff) -> bool:
        """Whether what was signed still means the same. Without a hash it is bound to nothing.

        A hash of the first form stands for the words alone.
        """
        if signoff.hash is None:
            return False
        form = signoff.hash.partition(":")[0]
        return form in (VERSION, BOUND) and self._made(form, signoff.record) == signoff.hash

    def cited(self, record: str | None) -> tuple[str, ...]:
        """The ids of the sources that what can be signed cites, in their order."""
        found = self._found(record)
        return tuple(dict.fromkeys(_cited(found))) if found else ()

    def _found(self, record: str | None) -> Record | None:
        return self.brief if record is None else self.records.get(record)

    def _made(self, form: str, record: str | None) -> str | None:
        found = self._found(record)
        if found is None:
            return None
        if (form, record) not in self._hashes:
            likely = isinstance(found, Judgment) and found.likelihood is not None
            # A term means another range on another scale.
            plain = digest(found, self.brief.scale or "" if likely else "")
            if form == BOUND:
                text = json.dumps([plain, self._worth(record)], ensure_ascii=False)
                plain = f"{BOUND}:{sha256(text.encode()).hexdigest()[:32]}"
            self._hashes[form, record] = plain
        return self._hashes[form, record]

    def _worth(self, record: str | None) -> list[list[object]]:
        """What of the cited sources, and of those that they repeat, is signed with the words."""
        bound: list[list[object]] = []
        for name in sorted(self.cited(record)):
            bound.append(worth(name, self.sources.get(name)))
        known = set(self.cited(record))
        front = sorted(known)
        while front:
            further = sorted({parent for name in front for parent in self._parents(name)} - known)
            known.update(further)
            bound += [origin(name, self.sources.get(name)) for name in further]
            front = further
        return bound

    def _parents(self, name: str) -> Iterator[str]:
        source = self.sources.get(name)
        yield from (parent.id for parent in (source.derives_from if source else ()))


def worth(name: str, source: Source | None) -> list[object]:
    """What a sign-off binds of a source that it cites: address, title, grade and origin."""
    if source is None:
        return [name]
    grade = source.reliability[-1].grade.value if source.reliability else ""
    return [*origin(name, source), source.address or "", folded(source.title), grade]


def origin(name: str, source: Source | None) -> list[object]:
    """What it binds of one that those repeat: whose words it carries, and what it repeats."""
    if source is None:
        return [name]
    return [name, sorted(source.speaker), sorted(parent.id for parent in source.derives_from)]


def _cited(record: Record) -> Iterator[str]:
    """The sources that a record names, in prose, too."""
    found: list[str] = []

    def note(roles: tuple[str, ...], text: str) -> str:
        if "source" in roles:
            found.append(text)
        return text

    with_names(record, note)
    yield from found
