"""Where actors and texts play a part: who says, is related to and was in what; what is examined."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from briefbook.analysis.attribution import claimant
from briefbook.corpus import Corpus, Target
from briefbook.corpus.few_or_all import FewOrAll
from briefbook.model import Brief
from briefbook.model.relation import Relation

T = TypeVar("T")


@dataclass(frozen=True)
class Involvement:
    """For each entity the claims that it makes, by brief; its relations, each once; the events that
    name it, as briefs and places in their lists. For each text the briefs that examine it."""

    claims: Mapping[str, Mapping[str, tuple[str, ...]]]
    relations: Mapping[str, tuple[Relation, ...]]
    events: Mapping[str, tuple[tuple[str, int], ...]]
    examined: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, corpus: Corpus, briefs: Mapping[str, Brief]) -> "Involvement":
        """Of all briefs, in their order; linear. Who asks for few names has the briefs read in
        which these stand."""

        def found(make: Callable[[Mapping[str, Brief]], Mapping[str, T]]) -> Mapping[str, T]:
            def one(name: str) -> T | None:
                paths = {*corpus.links.naming(Target("entity", name))}
                some = [brief for brief, path in corpus.path_of.items() if path in paths]
                return make({brief: briefs[brief] for brief in some}).get(name)

            return FewOrAll(one, lambda: make(briefs))

        return cls(found(_claims), found(_relations), found(_events), found(_examined))


def _claims(briefs: Mapping[str, Brief]) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    found: dict[str, dict[str, list[str]]] = {}
    for name, brief in briefs.items():
        for claim in brief.claims:
            actor = claimant(claim, brief)
            if actor and actor.entity:
                found.setdefault(actor.entity, {}).setdefault(name, []).append(claim.id)
    return {
        entity: {name: tuple(claims) for name, claims in by_brief.items()}
        for entity, by_brief in found.items()
    }


def _relations(briefs: Mapping[str, Brief]) -> Mapping[str, tuple[Relation, ...]]:
    found: dict[str, dict[tuple[object, ...], Relation]] = {}
    for brief in briefs.values():
        for item in brief.relations:
            key = (item.subject, item.relation, item.object.entity, item.object.name, item.when)
            for name in {item.subject, item.object.entity or item.subject}:
                found.setdefault(name, {}).setdefault(key, item)
    return {name: tuple(items.values()) for name, items in found.items()}


def _events(briefs: Mapping[str, Brief]) -> Mapping[str, tuple[tuple[str, int], ...]]:
    found: dict[str, list[tuple[str, int]]] = {}
    for name, brief in briefs.items():
        for place, event in enumerate(brief.events):
            for entity in dict.fromkeys(event.entities):
                found.setdefault(entity, []).append((name, place))
    return {entity: tuple(places) for entity, places in found.items()}


def _examined(briefs: Mapping[str, Brief]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, brief in briefs.items():
        if brief.reviews and brief.reviews.appearance:
            found.setdefault(brief.reviews.appearance, []).append(name)
    return {text: tuple(names) for text, names in found.items()}
