"""Records where they stand: what rules look at, and how they point into it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from briefbook.corpus.links import Target
from briefbook.findings import Place, Route
from briefbook.model import Brief, Evidence, Record
from briefbook.model.standing import is_history, is_withdrawn

if TYPE_CHECKING:
    from briefbook.corpus.corpus import Corpus

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
        return str(getattr(self.record, "id", None) or "")

    @property
    def target(self) -> Target:
        """What refers to it would name."""
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


_LISTS = (
    "judgments",
    "claims",
    "barriers",
    "questions",
    "assumptions",
    "hypotheses",
    "events",
    "relations",
    "corrections",
    "signoffs",
    "waivers",
)


def placed_records(corpus: "Corpus") -> Mapping[type[Record], tuple[Placed[Record], ...]]:
    """Every record that could be read, by its type, in the order of files; briefs included."""
    found: dict[type[Record], list[Placed[Record]]] = {}
    for file in corpus.files:
        brief = file.brief
        if brief is None or corpus.briefs[file.id] is not file:
            continue
        found.setdefault(Brief, []).append(Placed(brief, file.path, (), file.id, brief))
        for name in _LISTS:
            for index, record in enumerate(getattr(brief, name)):
                place = Placed(record, file.path, (name, index), file.id, brief)
                found.setdefault(type(record), []).append(place)
    for group in (corpus.sources, corpus.entities, corpus.topics):
        for entry in group.values():
            owner = corpus.briefs.get(entry.owner or "")
            where = Placed(
                entry.record, entry.path, entry.route, entry.owner or "",
                owner.brief if owner else None,
            )  # fmt: skip
            found.setdefault(type(entry.record), []).append(where)
    return {kind: tuple(items) for kind, items in found.items()}
