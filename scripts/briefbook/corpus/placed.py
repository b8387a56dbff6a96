"""Records where they stand: what rules look at, and how they point into it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from briefbook.corpus.files import BriefFile, LibraryFile, LibraryRecord
from briefbook.corpus.links import Target
from briefbook.findings import Place, Route
from briefbook.model import Brief, Evidence, Record
from briefbook.model.record import id_of
from briefbook.model.record_types import RecordType, of_briefs, records_of
from briefbook.model.standing import is_history, is_withdrawn

R_co = TypeVar("R_co", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True)
class Placed(Generic[R_co]):
    """A record, the file and route at which it stands, and the brief it is part of, if any."""

    record: R_co
    path: str
    route: Route
    brief_id: str = ""
    brief: Brief | None = None

    @property
    def id(self) -> str:
        """The record's own id; empty if it has none."""
        return id_of(self.record)

    @property
    def target(self) -> Target:
        """A record of a brief as a target: what a reference to it leads to."""
        return Target("record", self.id, self.brief_id)

    @property
    def is_withdrawn(self) -> bool:
        """Whether it, or its brief, was withdrawn."""
        return is_withdrawn(self.record, self.brief)

    @property
    def is_history(self) -> bool:
        """Whether nobody works on it any more: it, or its brief, is withdrawn or superseded."""
        return is_history(self.record, self.brief)

    def place(self, *steps: str | int, on_key: bool = False, text: str | None = None) -> Place:
        """A place inside it; without steps its first key."""
        return Place(self.path, (*self.route, *steps), on_key=on_key, text=text)

    def evidence(self) -> Iterator[tuple[Route, Evidence]]:
        """Its items of evidence, those of a resolution included, and the steps to each."""
        for index, item in enumerate(getattr(self.record, "evidence", ())):
            yield ("evidence", index), item
        forecast = getattr(self.record, "forecast", None)
        if forecast and forecast.resolution:
            for index, item in enumerate(forecast.resolution.evidence):
                yield ("forecast", "resolution", "evidence", index), item


PlacedByType = Mapping[type[Record], tuple[Placed[Record], ...]]
Entries = Iterable[LibraryRecord[Any]]


def placed_records(
    briefs: Mapping[str, BriefFile], files: Iterable[BriefFile], entries: Entries
) -> PlacedByType:
    """Every record that could be read, by its type, in the order of files; briefs included.

    `briefs` are the readable ones by id: of two files that claim one id only the first counts.
    """
    found: dict[type[Record], list[Placed[Record]]] = {}
    for file in files:
        for kind, records in _of_brief(file, briefs):
            found.setdefault(kind, []).extend(records)
    for placed in _of_entries(entries, briefs):
        found.setdefault(type(placed.record), []).append(placed)
    return {kind: tuple(items) for kind, items in found.items()}


class PlacedAt(Mapping[str, PlacedByType]):
    """The same for each file alone, when somebody asks for it: `entries` are those of the library
    by the file in which they stand."""

    def __init__(
        self,
        briefs: Mapping[str, BriefFile],
        files: Mapping[str, BriefFile | LibraryFile],
        entries: Mapping[str, Entries],
    ) -> None:
        self._briefs, self._files, self._entries = briefs, files, entries
        self._made: dict[str, PlacedByType] = {}

    def __getitem__(self, path: str) -> PlacedByType:
        if path not in self._made:
            file = self._files.get(path)
            files = [file] if isinstance(file, BriefFile) else []
            found = placed_records(self._briefs, files, self._entries.get(path, ()))
            self._made[path] = {kind: placed for kind, placed in found.items() if placed}
        if not self._made[path]:
            raise KeyError(path)
        return self._made[path]

    def __iter__(self) -> Iterator[str]:
        return (path for path in {**self._files, **self._entries} if path in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _of_brief(
    file: BriefFile, briefs: Mapping[str, BriefFile]
) -> Iterator[tuple[type[Record], list[Placed[Record]]]]:
    if not file.is_read or briefs[file.id] is not file or file.brief is None:
        return
    yield Brief, [Placed(file.brief, file.path, (), file.id, file.brief)]
    for kind in of_briefs():
        yield kind.model, placed_in(file, kind)


def _of_entries(entries: Entries, briefs: Mapping[str, BriefFile]) -> Iterator[Placed[Record]]:
    for entry in entries:
        owner = briefs.get(entry.owner or "")
        brief = owner.brief if owner else None
        yield Placed(entry.record, entry.path, entry.route, entry.owner or "", brief)


def placed_in(file: BriefFile | None, kind: RecordType[Any]) -> list[Placed[Record]]:
    """The records of a type in a brief's file; none where it is not there or was not read."""
    if file is None or file.brief is None:
        return []
    return [
        Placed(record, file.path, (kind.listed, index), file.id, file.brief)
        for index, record in enumerate(records_of(file.brief, kind))
    ]
