"""A topic: what briefs are filed under."""

from briefbook.model.record import Record, optional, required
from briefbook.model.scalars import OwnId, Prose, Text


class Topic(Record):
    """One entry of _library/topics.yml."""

    id: OwnId = required("Its id.", "sanctions")
    name: Text = required("Its name.", "Sanctions")
    description: Prose | None = optional("What belongs to it.", "Measures against Russia.")
