"""An edition: a corpus on a day, with what is computed from it; what pages and exporters see."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from briefbook.analysis.blast_radius import BlastRadius
from briefbook.analysis.facets import Faceted, Key, by_value, facets
from briefbook.analysis.indirect_speech import first_words, proper_nouns
from briefbook.analysis.leaning import Leaning
from briefbook.analysis.linchpins import Linchpins
from briefbook.analysis.named import Names
from briefbook.analysis.origins import Origins
from briefbook.analysis.staleness import Staleness, staleness
from briefbook.analysis.verdicts import Verdicts
from briefbook.corpus import Corpus, Target
from briefbook.model import Actor, Brief, Claim, Entity, Source, Topic
from briefbook.model.event import Event
from briefbook.model.settings import Settings
from briefbook.model.withdrawal import Identified


@dataclass(frozen=True)
class Edition:
    """A corpus, the day that counts as today, and the site's settings."""

    corpus: Corpus
    today: date
    settings: Settings

    @cached_property
    def briefs(self) -> Mapping[str, Brief]:
        """Readable briefs by id."""
        return {name: self.corpus.brief(name) for name in self.corpus.briefs}

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

    @cached_property
    def origins(self) -> Origins:
        """Who stands behind whom."""
        return Origins(self.sources)

    @cached_property
    def leaning(self) -> Leaning:
        """What rests on what."""
        return Leaning(self.corpus)

    @cached_property
    def verdicts(self) -> Verdicts:
        """The verdicts that the evidence suggests."""
        return Verdicts(self.sources, self.origins, self.today)

    @cached_property
    def linchpins(self) -> Linchpins:
        """What falls with what."""
        return Linchpins.of(self.corpus, self.leaning, self.origins)

    @cached_property
    def blast_radius(self) -> BlastRadius:
        """What changes with a source's grade, or without it."""
        return BlastRadius(self.corpus, self.leaning, self.verdicts)

    @cached_property
    def staleness(self) -> Staleness:
        """What is past its day, and what leans on it."""
        return staleness(self.corpus, self.leaning, self.today)

    @cached_property
    def records(self) -> Mapping[Target, Identified | Event]:
        """Every record that has an id, by brief and id."""
        return {
            Target("record", record.id, name): record
            for name, brief in self.briefs.items()
            for record in identified(brief)
            if record.id
        }

    @cached_property
    def names(self) -> Names:
        """Names and aliases of entities, to find them in texts."""
        return Names.of(self.entities)

    @cached_property
    def proper_nouns(self) -> Mapping[str, frozenset[str]]:
        """For each brief the words that it writes with a capital in mid-sentence."""
        return {name: proper_nouns(brief) for name, brief in self.briefs.items()}

    @cached_property
    def known_names(self) -> frozenset[str]:
        """First words of the names of actors and publishers."""
        return first_words(
            (entity.name for entity in self.entities.values()),
            (alias.name for entity in self.entities.values() for alias in entity.aliases),
            (source.publisher for source in self.sources.values() if source.publisher),
        )

    def newest(self) -> list[str]:
        """Ids of briefs by publication (else their last change), the newest first, then by id."""
        return list(self._by_age)

    @cached_property
    def _by_age(self) -> tuple[str, ...]:
        return tuple(sorted(self.briefs, key=lambda name: (self._age(name), name)))

    @cached_property
    def faceted(self) -> Mapping[Key, tuple[Faceted, ...]]:
        """Records by kind, facet and value, the newest brief first."""
        return by_value(facets(self))

    @cached_property
    def filed(self) -> Mapping[str, tuple[str, ...]]:
        """For each topic its briefs, the newest first."""
        found: dict[str, list[str]] = {}
        for name in self.newest():
            for topic in self.briefs[name].topics:
                found.setdefault(topic, []).append(name)
        return {topic: tuple(names) for topic, names in found.items()}

    @cached_property
    def translations(self) -> Mapping[str, tuple[str, ...]]:
        """For each brief that has some, its other languages: the original first, then by id."""
        groups: dict[str, list[str]] = {}
        for name, brief in self.briefs.items():
            if brief.translation_of in self.briefs:
                groups.setdefault(brief.translation_of or "", [brief.translation_of or ""]).append(
                    name
                )
        return {
            name: tuple(other for other in group if other != name)
            for group in groups.values()
            for name in group
        }

    def _age(self, name: str) -> float:
        """By the day of publication, so that a correction does not make an old brief new again.

        A month counts from its first day: its last one may not have come yet.
        """
        brief = self.briefs[name]
        day = brief.published or brief.updated
        return math.inf if day is None or day.place is None else -day.place

    def language(self, brief: Brief) -> str:
        """The brief's language, else the site's."""
        return brief.language or self.settings.language

    def scale(self, brief: Brief) -> str:
        """The brief's likelihood scale, else the site's."""
        return brief.scale or self.settings.scale

    def claimant(self, brief: Brief, claim: Claim) -> Actor | None:
        """Who says a claim: its own claimant, else that of the text under review."""
        return claim.claimant or (brief.reviews.claimant if brief.reviews else None)

    def actor_name(self, actor: Actor) -> str:
        """The name of an entity, or of somebody named in the brief only."""
        entity = self.entities.get(actor.entity or "")
        return entity.name if entity else actor.name or actor.entity or ""

    def origin_name(self, origin: str) -> str:
        """The name of an origin: an entity's, else a source's publisher or title."""
        if origin in self.entities:
            return self.entities[origin].name
        return self.short_name(origin)

    def short_name(self, source: str) -> str:
        """A source in a word or two: its publisher, else its title, else its id."""
        record = self.sources.get(source)
        return (record.publisher or record.title) if record else source


def identified(brief: Brief) -> Iterator[Identified | Event]:
    """The records of a brief that may have a permalink: all but events have an id."""
    yield from brief.judgments
    yield from brief.claims
    yield from brief.barriers
    yield from brief.questions
    yield from brief.assumptions
    yield from brief.hypotheses
    yield from brief.events
