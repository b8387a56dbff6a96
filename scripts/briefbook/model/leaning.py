"""What a record leans on, and whether on its holding or on its not holding."""

from briefbook.model.record import Record, optional, required
from briefbook.model.scalars import Flag, Ref


class Leaning(Record):
    """A record that another one leans on.

    Without `holds` it leans on the record as it was found: on a supported claim holding, on a
    refuted one not holding, on a contested one being contested; on anything else holding.
    """

    short = "record"

    record: Ref = required("A claim, judgment, barrier or assumption.", "already-partners")
    holds: Flag | None = optional("Whether it leans on its holding, or on its not.", "false")
