"""A waiver: a rule that does not apply to a record, with the reason and an end date."""

from briefbook.model.edtf import Edtf
from briefbook.model.record import Record, optional, required
from briefbook.model.scalars import Code, Prose, Ref


class Waiver(Record):
    """One exception."""

    rule: Code = required("The rule's code.", "CLM003")
    at: Ref | None = optional("The record; absent: the whole brief.", "already-partners")
    reason: Prose | None = optional("Why the rule does not apply.", "Two agencies, one wire.")
    until: Edtf | None = optional("When it ends.", "2027-05-23")
