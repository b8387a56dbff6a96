"""Briefs that note which of their fields are read: few who name a brief read all of it."""

from collections.abc import Iterator, Mapping
from typing import Any

from briefbook.analysis.reads import Read, Reads
from briefbook.model import Brief

BRIEF = "brief"
"""The readings of briefs: by an id alone whether there is one, with a field's name that field."""
_FIELDS = frozenset(Brief.model_fields)
_PARTS = ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")


_see = object.__getattribute__


class _NotedBrief(Brief):
    """A brief seen through: who asks for a field has read it, who looks deeper has read all."""

    __slots__ = ("_id", "_reads")

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401 whatever is there
        if name in _FIELDS:
            if (heard := _see(self, "_reads").heard) is not None:
                heard.add((BRIEF, (_see(self, "_id"), name)))
        elif name == "__dict__":
            for field in _FIELDS:
                _see(self, "_reads").note(BRIEF, (_see(self, "_id"), field))
        return _see(self, name)


def _noted(name: str, brief: Brief, reads: Reads) -> Brief:
    found = _NotedBrief.__new__(_NotedBrief)
    for part in _PARTS:
        object.__setattr__(found, part, getattr(brief, part))
    object.__setattr__(found, "_id", name)
    object.__setattr__(found, "_reads", reads)
    return found


class NotedBriefs(Mapping[str, Brief]):
    """Briefs by id; what is read of each is noted."""

    def __init__(self, briefs: Mapping[str, Brief], reads: Reads) -> None:
        self._briefs, self._reads = briefs, reads
        self._known: dict[str, Brief] = {}

    def __getitem__(self, name: str) -> Brief:
        self._reads.note(BRIEF, name)
        if name not in self._known:
            self._known[name] = _noted(name, self._briefs[name], self._reads)
        return self._known[name]

    def __contains__(self, name: object) -> bool:
        self._reads.note(BRIEF, name)
        return name in self._briefs

    def __iter__(self) -> Iterator[str]:
        self._reads.note(BRIEF)
        return iter(self._briefs)

    def __len__(self) -> int:
        self._reads.note(BRIEF)
        return len(self._briefs)


def differing_briefs(old: Mapping[str, Brief], new: Mapping[str, Brief]) -> Iterator[Read]:
    """What whoever reads briefs finds otherwise in the new ones."""
    if [*old] != [*new]:
        yield Read(BRIEF)
    for name in old.keys() ^ new.keys():
        yield Read(BRIEF, name)
        yield from (Read(BRIEF, (name, field)) for field in _FIELDS)
    for name, brief in new.items():
        before = old.get(name)
        if before is None or before is brief:
            continue
        for field in _FIELDS:
            if getattr(before, field) != getattr(brief, field):
                yield Read(BRIEF, (name, field))
