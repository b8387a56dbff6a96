"""An indicator: what would answer a question or move a judgment, and whether it was seen."""

from enum import StrEnum

from briefbook.model.edtf import Edtf
from briefbook.model.record import OneOrMany, Record, listed, optional, required
from briefbook.model.scalars import Prose, SourceId


class IndicatorState(StrEnum):
    """Whether it was seen."""

    not_seen = "not-seen"
    seen = "seen"
    reversed = "reversed"


class Indicator(Record):
    """One thing to look out for."""

    short = "what"

    what: Prose = required("What would be seen.", "A named joint product.")
    state: IndicatorState | None = optional("Whether it was seen.", "not-seen")
    on: Edtf | None = optional("When it was last looked at.", "2026-11-20")
    source: OneOrMany[SourceId] = listed("Where it was seen.", ["cnews-crt-2026"])
