"""Which record of a brief is which in its other state."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from briefbook.analysis.changes import Pair
from briefbook.corpus import BriefFile, Placed, placed_in
from briefbook.diff.kinds_by_field import CHANGE_KINDS
from briefbook.diff.match import by_likeness, match
from briefbook.diff.renames import Renames
from briefbook.model import Record
from briefbook.model.record_types import RecordType, of_briefs

Listed = Callable[[RecordType[Any]], list[Placed[Record]]]


def paired_records(
    old: BriefFile | None,
    new: BriefFile | None,
    listed: tuple[Listed, Listed] | None = None,
    left: frozenset[str] = frozenset(),
) -> Iterator[Pair]:
    """Records of both states of a brief: by id, by a former id, else by what they say.

    Those of either side alone come last. `listed` gives the records of a type where a file could
    not be read whole; `left` are ids that are left out.
    """
    file = new or old
    if file is None:
        return
    one, other = listed or (_in(old), _in(new))
    for kind in of_briefs():
        sides = [[placed for placed in side(kind) if placed.id not in left or not placed.id]
                 for side in (one, other)]  # fmt: skip
        if any(sides):
            for was, now in _paired(kind, *sides):
                yield Pair(kind.noun, file.id, was, now)


def _in(file: BriefFile | None) -> Listed:
    return lambda kind: placed_in(file, kind) if file else []


def _paired(
    kind: RecordType[Any], old: list[Placed[Record]], new: list[Placed[Record]]
) -> Iterator[tuple[Placed[Record] | None, Placed[Record] | None]]:
    gone: list[Placed[Record]] = []
    fresh: list[Placed[Record]] = []
    for one, other in match(
        old, new, lambda found: kind.key(found.record), lambda found: found.record
    ):
        if one and other:
            yield one, other
        elif one:
            gone.append(one)
        elif other:
            fresh.append(other)
    known = {placed.id: placed for placed in gone if placed.id}
    for other in list(fresh):
        former = (known.pop(name, None) for name in getattr(other.record, "renamed_from", ()))
        if one := next((found for found in former if found), None):
            gone, fresh = _without(gone, one), _without(fresh, other)
            yield one, other
    guess = CHANGE_KINDS[kind.model].guess
    for one, other in by_likeness(gone, fresh, lambda f: kind.says(f.record)) if guess else []:
        gone, fresh = _without(gone, one), _without(fresh, other)
        yield one, other
    yield from ((None, placed) for placed in fresh)
    yield from ((placed, None) for placed in gone)


def rejoined(pairs: Iterable[Pair], renames: Renames) -> Iterator[Pair]:
    """The pairs; what has no id and is told apart by what it names is one where that was renamed.

    `renames` counts what follows; here nothing is counted.
    """
    listed, silent = list(pairs), replace(renames, followed=Counter())
    gone: dict[tuple[str, str, Hashable], Pair] = {}
    for pair in listed:
        kind = CHANGE_KINDS[type(pair.placed.record)].type
        if not kind.has_id and pair.before and not pair.after:
            record = silent.follow(pair.before.record, pair.before.brief_id)
            gone[pair.noun, pair.brief, kind.key(record)] = pair
    joined: dict[int, Pair] = {}
    for pair in listed if gone else ():
        if pair.after and not pair.before:
            key = CHANGE_KINDS[type(pair.after.record)].type.key(pair.after.record)
            if old := gone.get((pair.noun, pair.brief, key)):
                joined[id(pair)] = replace(pair, before=old.before)
                joined[id(old)] = pair
    for pair in listed:
        found = joined.get(id(pair), pair)
        if found is pair or found.before:
            yield found


def _without(listed: list[Placed[Record]], one: Placed[Record]) -> list[Placed[Record]]:
    return [placed for placed in listed if placed is not one]
