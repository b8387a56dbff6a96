"""A sign-off: a reviewer's name under a record's meaning."""

from briefbook.model.edtf import Edtf
from briefbook.model.record import Record, optional, required
from briefbook.model.scalars import Code, Ref, Text


class Signoff(Record):
    """Who signed what, when, bound to a hash of its meaning."""

    record: Ref | None = optional("The record; absent: the whole brief.", "already-partners")
    by: Text = required("Who signed.", "Name of a reviewer")
    on: Edtf = required("When.", "2026-11-23")
    hash: Code | None = optional("Hash of the meaning that was signed.", "v1:9f2c")
