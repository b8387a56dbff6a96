"""A relation: how one actor stands to another."""

from briefbook.model.claim import Actor
from briefbook.model.edtf import Edtf
from briefbook.model.record import OneOrMany, Record, listed, optional, required
from briefbook.model.scalars import EntityId, SourceId, Text


class Relation(Record):
    """Subject, relation, object."""

    subject: EntityId = required("An entity.", "gref")
    relation: Text = required("How it stands to the other.", "leads")
    object: Actor = required("An entity, or a name.", "sberbank")
    when: Edtf | None = optional("Since when, until when.", "2023/..")
    sources: OneOrMany[SourceId] = listed("Who says so.", ["reuters-sber-2025-02-06"])
