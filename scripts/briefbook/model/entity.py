"""An entity: a person, an organization, a model: whoever or whatever briefs speak about."""

from enum import StrEnum

from briefbook.model.edtf import Edtf
from briefbook.model.record import OneOrMany, Record, listed, optional, required
from briefbook.model.scalars import EntityId, Language, Prose, Text, TopicId
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


class Tie(StrEnum):
    """How one entity is tied to another."""

    controls = "controls"
    owns = "owns"
    employs = "employs"
    member_of = "member-of"


class Affiliation(Record):
    """A tie to another entity: that one controls, owns or employs this one, or this one is a member
    of it. All but members are one institution with it."""

    short = "entity"

    entity: EntityId = required("The other entity.", "russia")
    how: Tie = required("What the other is to it; or that it is a member of the other.", "controls")
    when: Edtf | None = optional("Since when, until when.", "2020-04/..")


class Entity(Identified):
    """One entry of _library/entities.yml."""

    name: Text = required("The usual name in English.", "Sberbank")
    kind: EntityKind = required("What it is.", "organization")
    aliases: tuple[Alias, ...] = listed("Other names.", [{"name": "Сбербанк", "language": "ru"}])
    affiliated_with: tuple[Affiliation, ...] = listed(
        "Who controls, owns or employs it, and of what it is a member.",
        [{"entity": "sberbank", "how": "controls"}],
    )
    topics: OneOrMany[TopicId] = listed(
        "What claims about it are about, where these name no topics.", ["banking"]
    )
    wikidata: WikidataId | None = optional("Its Wikidata id.", "Q205012")
    note: Prose | None = optional("What a reader should know.", "State-controlled bank.")
