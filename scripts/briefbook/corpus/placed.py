"""Records where they stand: what rules look at, and how they point into it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from briefbook.corpus.files import BriefFile, LibraryRecord
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


def placed_records(
    briefs: Mapping[str, BriefFile],
    files: Iterable[BriefFile],
    entries: Iterable[LibraryRecord[Any]],
) -> Mapping[type[Record], tuple[Placed[Record], ...]]:
    """Every record that could be read, by its type, in the order of files; briefs included.

    `briefs` are the readable ones by id: of two files that claim one id only the first counts.
    """
    found: dict[type[Record], list[Placed[Record]]] = {}
    for file in files:
        if file.brief is None or briefs[file.id] is not file:
            continue
        found.setdefault(Brief, []).append(Placed(file.brief, file.path, (), file.id, file.brief))
        for kind in of_briefs():
            found.setdefault(kind.model, []).extend(placed_in(file, kind))
    for entry in entries:
        owner = briefs.get(entry.owner or "")
        brief = owner.brief if owner else None
        where = Placed(entry.record, entry.path, entry.route, entry.owner or "", brief)
        found.setdefault(type(entry.record), []).append(where)
    return {kind: tuple(items) for kind, items in found.items()}


def placed_in(file: BriefFile | None, kind: RecordType[Any]) -> list[Placed[Record]]:
    """The records of a type in a brief's file; none where it is not there or was not read."""
    if file is None or file.brief is None:
        return []
    return [
        Placed(record, file.path, (kind.listed, index), file.id, file.brief)
        for index, record in enumerate(records_of(file.brief, kind))
    ]
