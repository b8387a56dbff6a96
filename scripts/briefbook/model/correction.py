"""A correction: what was said, what is said now, and why."""

from enum import StrEnum

from briefbook.model.edtf import Edtf
from briefbook.model.record import OneOrMany, Record, listed, optional, required
from briefbook.model.scalars import OwnId, Prose, Ref


class CorrectionKind(StrEnum):
    """What sort of change."""

    correction = "correction"
    update = "update"
    clarification = "clarification"
    retraction = "retraction"


class CorrectionSeverity(StrEnum):
    """How much it changes for a reader."""

    minor = "minor"
    substantive = "substantive"
    critical = "critical"


class Correction(Record):
    """One entry of the open record of changes."""

    id: OwnId | None = optional("Its id, if it needs a permalink.", "first-correction")
    date: Edtf = required("When.", "2026-12-01")
    kind: CorrectionKind = required("What sort of change.", "correction")
    severity: CorrectionSeverity = required("How much it changes.", "substantive")
    records: OneOrMany[Ref] = listed("The records it changed.", ["already-partners"])
    was: Prose | None = optional("What was said.", "The claim was rated refuted.")
    now: Prose | None = optional("What is said now.", "It is contested.")
    reason: Prose = required("Why.", "A network tie was overlooked.")
