"""An entity: a person, an organization, a model: whoever or whatever briefs speak about."""

from enum import StrEnum

from briefbook.model.record import Record, listed, optional, required
from briefbook.model.scalars import Language, Prose, Text
from briefbook.model.wikidata import WikidataId
from briefbook.model.withdrawal import Identified


class EntityKind(StrEnum):
    """What it is."""

    organization = "organization"
    person = "person"
    state = "state"
    place = "place"
    model = "model"
    document = "document"
    other = "other"


class Alias(Record):
    """Another name, in any script; the search knows it."""

    short = "name"

    name: Text = required("The name.", "Сбербанк")
    language: Language | None = optional("Its language.", "ru")


class Entity(Identified):
    """One entry of _library/entities.yml."""

    name: Text = required("The usual name in English.", "Sberbank")
    kind: EntityKind = required("What it is.", "organization")
    aliases: tuple[Alias, ...] = listed("Other names.", [{"name": "Сбербанк", "language": "ru"}])
    wikidata: WikidataId | None = optional("Its Wikidata id.", "Q205012")
    note: Prose | None = optional("What a reader should know.", "State-controlled bank.")
