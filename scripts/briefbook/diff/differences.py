"""What differs between two values of a field: leaf by leaf, each with its place, in words."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from briefbook.analysis.changes import Detail
from briefbook.diff.match import match
from briefbook.diff.words import SHORT, Words
from briefbook.model import Record
from briefbook.model.canonical_form import as_texts, plain
from briefbook.model.entity import Affiliation
from briefbook.model.evidence import Evidence
from briefbook.model.hypothesis import MatrixRow
from briefbook.model.leaning import Leaning
from briefbook.model.question import Search
from briefbook.model.record import id_of

_KEYS: Mapping[type[Record], tuple[str, ...]] = {
    Evidence: ("source", "via"),
    MatrixRow: ("evidence",),
    Search: ("date", "where"),
}
"""The fields by which items of a list are told apart, where they have no id."""

_NAMED: Mapping[type[Record], str] = {
    Leaning: "record", Affiliation: "entity", MatrixRow: "evidence",
}  # fmt: skip
"""The field that says which item of a list it is."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A place and what stands there on each side; `holds` is what the words leave out."""

    field: str
    before: str | None
    after: str | None
    holds: tuple[Detail, ...] = ()

    @property
    def detail(self) -> Detail:
        """The same as a part of another change."""
        return Detail(self.field, self.before, self.after)


@dataclass(frozen=True, slots=True)
class Differences:
    """Compares values in the words of two editions."""

    before: Words
    after: Words

    def of(self, one: object, other: object, field: str) -> Iterator[Difference]:
        """All that differs between two values that stand at a field; nothing where none does."""
        if plain(one) == plain(other):
            return
        texts = as_texts(one), as_texts(other)
        if not any(map(_has_records, texts)):
            one, other = texts
        if _is_short(one) or _is_short(other):
            yield from self.of_short(one, other, field)
        elif isinstance(one, Record) and type(one) is type(other):
            yield from self._fields(one, other, field)
        elif _has_records(one) or _has_records(other):
            yield from self._items(one, other, field)
        elif isinstance(one, dict) and isinstance(other, dict):
            for key in dict.fromkeys((*one, *other)):
                yield from self.of(one.get(key), other.get(key), f"{field}.{key}")
        else:
            yield self._whole(one, other, field)

    def of_short(self, one: object, other: object, field: str) -> Iterator[Difference]:
        """One difference in short words, with what those leave out; else one for each part."""
        said = {words.say(item) for words, value in ((self.before, one), (self.after, other))
                for item in _listed(value)}  # fmt: skip
        parts = [
            part for part in self._parts(one, other, field)
            if not _is_told(part.field, one, other) and {part.before, part.after} - {*said, None}
        ]  # fmt: skip
        was, now = self.before.say(one), self.after.say(other)
        if was != now:
            yield Difference(field, was, now, tuple(part.detail for part in parts))
        elif parts:
            yield from parts
        else:
            yield Difference(field, self.before.whole(one), self.after.whole(other))

    def _parts(self, one: object, other: object, field: str) -> Iterator[Difference]:
        if isinstance(one, Record) and type(one) is type(other):
            yield from self._fields(one, other, field)
        elif isinstance(one, tuple) and isinstance(other, tuple):
            for found in self._items(one, other, field):
                yield Difference(found.field, found.before, found.after)
                yield from (Difference(part.field, part.before, part.after)
                            for part in found.holds)  # fmt: skip
        else:
            for value, words, gone in ((one, self.before, True), (other, self.after, False)):
                for name, text in words.contents(value, field) if _is_record(value) else ():
                    yield Difference(name, text if gone else None, None if gone else text)

    def _fields(self, one: Record, other: object, field: str) -> Iterator[Difference]:
        for name in type(one).model_fields:
            yield from self.of(getattr(one, name), getattr(other, name), f"{field}.{name}")

    def _items(self, one: object, other: object, field: str) -> Iterator[Difference]:
        """Items of a list that came, went or changed."""
        pairs = match(
            list(enumerate(_listed(one))), list(enumerate(_listed(other))),
            lambda item: _key(item[1]), lambda item: item[1],
        )  # fmt: skip
        for was, now in pairs:
            place = f"{field}.{now[0] if now else was[0] if was else 0}"
            if was and now:
                which = _which(now[1], place)
                for found in self.of(was[1], now[1], place):
                    yield replace(found, holds=(*which, *found.holds))
            else:
                yield self._whole(was and was[1], now and now[1], place)

    def _whole(self, one: object, other: object, field: str) -> Difference:
        """Both values in words; if those agree, in all that they hold."""
        was, now = self.before.say(one), self.after.say(other)
        if was == now or _is_record(one) or _is_record(other):
            was, now = self.before.whole(one), self.after.whole(other)
        return Difference(field, was, now)


def _which(item: object, place: str) -> tuple[Detail, ...]:
    """Which item of a list it is, where its place alone tells nobody."""
    name = _NAMED.get(type(item), "") if isinstance(item, Record) else ""
    return (Detail(f"{place}.{name}", None, getattr(item, name)),) if name else ()


def _is_record(value: object) -> bool:
    return isinstance(value, Record)


def _is_short(value: object) -> bool:
    """Whether a value, or each item of a list, is said by one of its fields."""
    items = value if isinstance(value, tuple) else (value,)
    return bool(items) and all(type(item) in SHORT for item in items)


def _has_records(value: object) -> bool:
    return any(_is_record(item) for item in _listed(value))


def _listed(value: object) -> tuple[Any, ...]:
    if isinstance(value, tuple):
        return value
    return () if value is None else (value,)


def _is_told(field: str, one: object, other: object) -> bool:
    """Whether the short words of a value tell the field of it already."""
    kinds = {type(item) for value in (one, other) for item in _listed(value)}
    return any(field.rpartition(".")[2] in SHORT.get(kind, ()) for kind in kinds)


def _key(record: Record) -> Hashable:
    names = _KEYS.get(type(record), ())
    return (id_of(record), *(str(plain(getattr(record, name))) for name in names))
