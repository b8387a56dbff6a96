"""The search index of the last build, brought up to date where few pages say something else."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from briefbook.pages import SearchRecord
from briefbook.project.answer import Answer
from briefbook.project.answers import Answers
from briefbook.publish.search_index.index import FOLDER, SearchIndex
from briefbook.publish.search_index.update import Indexed, Update
from briefbook.publish.sync import Unchanged
from briefbook.text.artifact import Artifact

_PAGES = "search "
_RECORDS = "records "


class AllAnew:
    """An index of which nothing is kept."""

    def __init__(self) -> None:
        self._index = SearchIndex()

    def take(self, address: str, day: date | None, records: Sequence[SearchRecord]) -> None:
        """A page that was made now."""
        self._index.add(address, day, records)

    def leave(self, address: str, day: date | None, records: int) -> None:
        """There is none here of which nothing else is known."""
        raise TypeError(address)

    def files(self) -> Iterator[Artifact]:
        """The index."""
        return self._index.files()


@dataclass
class KeptIndex:
    """Takes pages with what the search knows of them, and keeps that for the next build.

    `may_stay` says whether the compiled folder, where the last index lies, is as it was left.
    """

    answers: Answers
    compiled: Path
    may_stay: bool
    _after: dict[str, Indexed] = field(default_factory=dict)
    _new: dict[str, tuple[SearchRecord, ...]] = field(default_factory=dict)
    _index: SearchIndex = field(default_factory=SearchIndex)
    _before: Mapping[str, Indexed] = field(init=False)

    def __post_init__(self) -> None:
        self._before = self._indexed()

    def take(self, address: str, day: date | None, records: Sequence[SearchRecord]) -> None:
        """A page that was made now."""
        if not records:
            return
        self._after[address] = Indexed(day, len(records))
        if self._before:
            self._new[address] = tuple(records)
        else:  # all will be new: nothing need be held
            self._index.add(address, day, records)
            self._keep(address, records)

    def leave(self, address: str, day: date | None, records: int) -> None:
        """A page that says what it said, with so many records."""
        if records:
            self._after[address] = Indexed(day, records)

    def files(self) -> Iterator[Artifact | Unchanged]:
        """The index: what is otherwise now, or all of it."""
        yield from self._updated(self._before) or self._anew()
        for address in self._before.keys() - self._after.keys():
            self.answers.drop(f"{_RECORDS}{address}")
        for address, records in self._new.items():
            self._keep(address, records)
        pages = {
            address: [one.day.isoformat() if one.day else None, one.records]
            for address, one in self._after.items()
        }
        self.answers.keep(_PAGES, _answer(pages))

    def _keep(self, address: str, records: Sequence[SearchRecord]) -> None:
        plain = [[r.address, r.title, r.kind, r.content, r.meta, r.facets] for r in records]
        self.answers.keep(f"{_RECORDS}{address}", _answer(plain))

    def _indexed(self) -> Mapping[str, Indexed]:
        value = self.answers.find(_PAGES) if self.may_stay else None
        return {
            address: Indexed(date.fromisoformat(day) if day else None, records)
            for address, (day, records) in (json.loads(value) if value else {}).items()
        }

    def _updated(self, before: Mapping[str, Indexed]) -> Iterator[Artifact | Unchanged] | None:
        said = {address: self._kept(address)() for address in self._new if address in before}
        changed = {
            address: (self._kept(address), self._now(address))
            for address in {*self._new, *(before.keys() - self._after.keys())}
            if said.get(address) != self._new.get(address)
            or before.get(address) != self._after.get(address)
        }
        update = Update(before, self._after, changed, self._kept)
        try:
            files = update.files(self._read) if before else None
            return None if files is None else self._with_unchanged([*files])
        except (OSError, ValueError, EOFError):  # no index that could be brought up to date
            return None

    def _with_unchanged(self, files: list[Artifact]) -> Iterator[Artifact | Unchanged]:
        yield from files
        given = {one.path for one in files}
        for path in sorted((self.compiled / FOLDER).rglob("*")):
            name = path.relative_to(self.compiled).as_posix()
            if path.is_file() and name.endswith((".bin", "index.json")) and name not in given:
                yield Unchanged(name)

    def _anew(self) -> Iterator[Artifact]:
        for address, one in self._after.items() if self._before else ():
            self._index.add(address, one.day, self._now(address)())
        yield from self._index.files()

    def _read(self, name: str) -> bytes:
        return (self.compiled / name).read_bytes()

    def _now(self, address: str) -> Callable[[], tuple[SearchRecord, ...]]:
        if address in self._new:
            return lambda: self._new[address]
        return self._kept(address)

    def _kept(self, address: str) -> Callable[[], tuple[SearchRecord, ...]]:
        def records() -> tuple[SearchRecord, ...]:
            value = self.answers.before(f"{_RECORDS}{address}")
            return tuple([_record(*one) for one in json.loads(value)]) if value else ()

        return records


def _answer(plain: object) -> Answer:
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return Answer.of(text.encode(), ())


def _record(address: str, title: str, kind: str, *rest: Any) -> SearchRecord:  # noqa: ANN401 plain data
    content, meta, facets = rest
    values = {name: tuple(found) for name, found in facets.items()}
    return SearchRecord(address, title, kind, content, meta, values)
