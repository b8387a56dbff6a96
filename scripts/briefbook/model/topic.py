"""A topic: what briefs are filed under."""

from briefbook.model.entity import Alias
from briefbook.model.record import OneOrMany, Record, listed, optional, required
from briefbook.model.scalars import Id, OwnId, Prose, Text


class Topic(Record):
    """One entry of _library/topics.yml."""

    id: OwnId = required("Its id.", "sanctions")
    name: Text = required("Its name.", "Sanctions")
    aliases: tuple[Alias, ...] = listed("Other names.", [{"name": "Санкции", "language": "ru"}])
    renamed_from: OneOrMany[Id] = listed("Its former ids.", ["embargoes"])
    description: Prose | None = optional("What belongs to it.", "Measures against Russia.")
