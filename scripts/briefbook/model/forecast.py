"""A forecast: a statement that time will decide, with its day, its criteria and its history."""

from enum import StrEnum

from briefbook.model.edtf import Edtf
from briefbook.model.evidence import Evidence
from briefbook.model.record import Record, listed, optional, required
from briefbook.model.scalars import Probability, Prose


class Outcome(StrEnum):
    """How a forecast resolved."""

    yes = "yes"
    no = "no"
    partly = "partly"
    void = "void"


class Estimate(Record):
    """A probability as it stood from a day on; never changed afterwards."""

    date: Edtf = required("The day it was written.", "2026-11-23")
    probability: Probability = required("From 0 to 1.", "0.25")
    because: Prose | None = optional("Why it was set or moved.", "No joint product by now.")


class Resolution(Record):
    """What happened."""

    date: Edtf = required("The day on which it was decided.", "2025-12-31")
    recorded: Edtf | None = optional("The day of writing, where it is another.", "2026-03-10")
    outcome: Outcome = required("yes, no, partly or void.", "no")
    because: Prose | None = optional("What decided it.", "Official figures were a third of it.")
    evidence: tuple[Evidence, ...] = listed(
        "What shows it.", [{"source": "cri-12tn-2026", "stance": "disputes"}]
    )


class Forecast(Record):
    """When and by what a forecast resolves."""

    resolves_on: Edtf | None = optional("The day that decides it.", "2028-12-31")
    review_on: Edtf | None = optional("If it has no such day: when to look again.", "2027-12-31")
    criteria: Prose | None = optional(
        "What must be seen for a yes.", "A model that both sides call joint is in public use."
    )
    history: tuple[Estimate, ...] = listed(
        "Our probability over time, oldest first; append only.",
        [{"date": "2026-11-23", "probability": "0.25"}],
    )
    resolution: Resolution | None = optional(
        "How it came out.", {"date": "2025-12-31", "outcome": "no"}
    )
