"""The ground of an edition: a corpus on a day, its records by id, their names and order."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from briefbook.analysis import attribution
from briefbook.analysis.indirect_speech import first_words, proper_nouns
from briefbook.analysis.name_index import NameIndex
from briefbook.analysis.name_kinds import name_kinds
from briefbook.corpus import Corpus, Target
from briefbook.corpus.of_each import OfEach
from briefbook.model import Actor, Brief, Claim, Edtf, Entity, Record, Source, Topic
from briefbook.model.entity import EntityKind
from briefbook.model.record import id_of
from briefbook.model.record_types import RecordType, with_permalinks
from briefbook.model.settings import Settings
from briefbook.model.standing import is_withdrawn

R = TypeVar("R", bound=Record)
_NEWEST = "newest first"


@dataclass(frozen=True)
class CorpusOnDay:
    """A corpus, the day that counts as today, and the site's settings."""

    corpus: Corpus
    today: date
    settings: Settings

    @cached_property
    def briefs(self) -> Mapping[str, Brief]:
        """Readable briefs by id."""
        names = {name: name for name in self.corpus.briefs}
        return OfEach(names, self.corpus.brief)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Sources by id, those of single briefs included."""
        return {name: entry.record for name, entry in self.corpus.sources.items()}

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Entities by id."""
        return {name: entry.record for name, entry in self.corpus.entities.items()}

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """Topics by id."""
        return {name: entry.record for name, entry in self.corpus.topics.items()}

    def library_records(self, kind: RecordType[R]) -> Mapping[str, R]:
        """The records of a type of the library by id, sources of single briefs included."""
        found: Mapping[str, R] = getattr(self, kind.library_list)
        return found

    @cached_property
    def records(self) -> Mapping[Target, Record]:
        """Every record of a brief that has an id, by brief and id."""
        return _Records(self.briefs)

    def is_withdrawn(self, target: Target) -> bool:
        """Whether a record of a brief was withdrawn, or its brief; not one that is not known."""
        record, brief = self.records.get(target), self.briefs.get(target.brief)
        return record is not None and is_withdrawn(record, brief)

    @cached_property
    def name_index(self) -> NameIndex:
        """Names and aliases of entities, to find them in texts."""
        return NameIndex.of(self.entities)

    @cached_property
    def proper_nouns(self) -> Mapping[str, frozenset[str]]:
        """For each brief the words that it writes with a capital in mid-sentence."""
        return OfEach(self.briefs, proper_nouns)

    @cached_property
    def known_names(self) -> frozenset[str]:
        """First words of the names of actors and publishers."""
        return first_words(
            (entity.name for entity in self.entities.values()),
            (alias.name for entity in self.entities.values() for alias in entity.aliases),
            (source.publisher for source in self.sources.values() if source.publisher),
        )

    def newest_first(self) -> list[str]:
        """Ids of briefs by publication (else their last change), the newest first, then by id."""
        return list(self.in_order[_NEWEST])

    @cached_property
    def in_order(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of all briefs, under the name of their order."""
        days = {name: file.day for name, file in self.corpus.briefs.items()}
        return {_NEWEST: tuple(sorted(days, key=lambda name: (_age(days[name]), name)))}

    def year_of(self, name: str) -> int | None:
        """The year by which a brief is filed: of its publication, else of its last change."""
        day = self.briefs[name].published or self.briefs[name].updated
        return day.year if day else None

    @cached_property
    def briefs_by_topic(self) -> Mapping[str, tuple[str, ...]]:
        """For each topic its briefs, the newest first."""
        found: dict[str, list[str]] = {}
        for name in self.newest_first():
            for topic in self.corpus.briefs[name].topics:
                found.setdefault(topic, []).append(name)
        return {topic: tuple(names) for topic, names in found.items()}

    @cached_property
    def neighbours(self) -> Mapping[tuple[str, str], tuple[str, str]]:
        """The next newer and next older brief by topic and brief; empty where there is none."""
        return {
            (topic, name): (newer, older)
            for topic, names in self.briefs_by_topic.items()
            for newer, name, older in zip(("", *names), names, (*names[1:], ""), strict=False)
        }

    @cached_property
    def translations(self) -> Mapping[str, tuple[str, ...]]:
        """For each brief that has some, its other languages: the original first, then by id."""
        groups: dict[str, list[str]] = {}
        for name, file in self.corpus.briefs.items():
            if "translation_of" not in file.fields:
                continue  # what it says need not be read
            brief = self.briefs[name]
            if brief.translation_of in self.briefs:
                groups.setdefault(brief.translation_of or "", [brief.translation_of or ""]).append(
                    name
                )
        return {
            name: tuple(other for other in group if other != name)
            for group in groups.values()
            for name in group
        }

    def age(self, name: str) -> float:
        """The smaller, the newer: by the day of publication, so that a correction does not make an
        old brief new again.

        A month counts from its first day: its last one may not have come yet.
        """
        brief = self.briefs[name]
        return _age(brief.published or brief.updated)

    def language(self, brief: Brief) -> str:
        """The brief's language, else the site's."""
        return brief.language or self.settings.language

    def scale(self, brief: Brief) -> str:
        """The brief's likelihood scale, else the site's."""
        return brief.scale or self.settings.scale

    def claimant(self, brief: Brief, claim: Claim) -> Actor | None:
        """Who says a claim: its own claimant, else that of the text under review."""
        return attribution.claimant(claim, brief)

    def appearance(self, brief: Brief, claim: Claim) -> Source | None:
        """The source in which a claim stands, if it is known: its own, else that under review."""
        return self.sources.get(attribution.appearance(claim, brief) or "")

    @cached_property
    def name_kinds(self) -> Mapping[str, EntityKind]:
        """What those are that the library names without an entry of their own; names folded."""
        return name_kinds(self.entities.values(), self.sources.values())

    def actor_kind(self, actor: Actor) -> EntityKind | None:
        """What an actor is; None for somebody of whom nothing but a name is known."""
        entity = self.entities.get(actor.entity or "")
        return entity.kind if entity else self.name_kinds.get((actor.name or "").casefold())

    def actor_name(self, actor: Actor) -> str:
        """The name of an entity, or of somebody named in the brief only."""
        entity = self.entities.get(actor.entity or "")
        return entity.name if entity else actor.name or actor.entity or ""

    def short_name(self, source: str) -> str:
        """A source in a word or two: its publisher, else its title, else its id."""
        record = self.sources.get(source)
        return (record.publisher or record.title) if record else source


def _age(day: Edtf | None) -> float:
    return math.inf if day is None or day.place is None else -day.place


class _Records(Mapping[Target, Record]):
    """The records of briefs, of each brief when somebody asks for one of it."""

    def __init__(self, briefs: Mapping[str, Brief]) -> None:
        self._of_brief = OfEach(briefs, _by_id)

    def __getitem__(self, target: Target) -> Record:
        if target.role != "record":
            raise KeyError(target)
        return self._of_brief[target.brief][target.id]

    def get(self, target: Target, default: Any = None) -> Any:  # noqa: ANN401 as a mapping's
        """As a mapping's."""
        of_brief = self._of_brief.get(target.brief) if target.role == "record" else None
        return of_brief.get(target.id, default) if of_brief else default

    def __iter__(self) -> Iterator[Target]:
        for name, records in self._of_brief.items():
            yield from (Target("record", record, name) for record in records)

    def __len__(self) -> int:
        return sum(map(len, self._of_brief.values()))


def _by_id(brief: Brief) -> dict[str, Record]:
    return {id_of(record): record for record in with_permalinks(brief)}
