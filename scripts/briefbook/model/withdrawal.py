"""A withdrawal: a record that no longer stands keeps its place and says why."""

from briefbook.model.edtf import Edtf
from briefbook.model.record import OneOrMany, Record, listed, optional, required
from briefbook.model.scalars import Id, OwnId, Prose, Ref


class Withdrawal(Record):
    """Says when and why something was withdrawn, instead of deleting it."""

    date: Edtf = required("The day it was withdrawn.", "2026-12-01")
    reason: Prose = required("Why it no longer stands.", "The agency corrected its report.")
    notice: Prose | None = optional(
        "What readers are told in its place.", "We withdrew this claim; see the correction."
    )
    superseded_by: Ref | None = optional("The record that takes its place.", "plans-joint-research")


class Identified(Record):
    """A record with an id: the anchor of its permalink, never reused."""

    id: OwnId = required(
        "The record's id, unique in the brief; the anchor of its permalink.", "already-partners"
    )
    withdrawn: Withdrawal | None = optional(
        "Set instead of deleting a published record.",
        {"date": "2026-12-01", "reason": "The agency corrected its report."},
    )
    renamed_from: OneOrMany[Id] = listed(
        "Its former ids, so that links to them lead on (“briefbook rename” writes them).",
        ["were-partners"],
    )
