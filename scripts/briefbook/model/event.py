"""An event: something that happened on a day."""

from briefbook.model.edtf import Edtf
from briefbook.model.record import OneOrMany, Record, listed, optional, required
from briefbook.model.scalars import EntityId, OwnId, SourceId, Text
from briefbook.model.withdrawal import Withdrawal


class Event(Record):
    """One dated event; without an id it has no permalink."""

    id: OwnId | None = optional("Its id, if it needs a permalink.", "order-of-december-2024")
    date: Edtf = required("When.", "2024-12-30")
    what: Text = required("What happened, in one sentence.", "Putin orders AI cooperation.")
    sources: OneOrMany[SourceId] = listed("Who says so.", ["kremlin-orders-2024-12-30"])
    entities: OneOrMany[EntityId] = listed("Who took part.", ["putin", "sberbank"])
    withdrawn: Withdrawal | None = optional(
        "Set instead of deleting it.", {"date": "2026-12-01", "reason": "Wrong day."}
    )
