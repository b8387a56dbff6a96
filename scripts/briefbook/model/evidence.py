"""Evidence: one item that was read for a claim, and what it says."""

from enum import StrEnum

from briefbook.model.edtf import Edtf
from briefbook.model.quote import Quote
from briefbook.model.record import OneOrMany, Record, listed, optional, required
from briefbook.model.scalars import Credibility, Number, OriginId, Prose, SourceId, Text


class Stance(StrEnum):
    """What an item does to the claim."""

    supports = "supports"
    disputes = "disputes"
    context = "context"
    silent = "silent"
    absent = "absent"
    misreports = "misreports"


class Value(Record):
    """A figure as a source gives it; figures that conflict become a table."""

    amount: Number = required("The number.", "589")
    unit: Text = required("What is counted.", "billion USD")
    as_of: Edtf | None = optional("The day it holds for.", "2025-01-27")
    basis: Text | None = optional("What exactly was measured.", "market value lost in a day")


class Evidence(Record):
    """An item read for a claim: its source, its stance, and what it says in our own words."""

    source: SourceId = required("The source's id.", "reuters-sber-2025-02-06")
    via: SourceId | None = optional(
        "The copy it was read through: link, quotation and grade are the copy's.",
        "businesslive-sber",
    )
    stance: Stance = required("What it does to the claim.", "disputes")
    credibility: Credibility | None = optional(
        "Admiralty number of this item, 1 to 6; absent means not rated.", "2"
    )
    note: Prose | None = optional(
        "What it says, in your own words.", "Plans only; no counterpart is named."
    )
    quote: Quote | None = optional("Its own words, short and verbatim.", "a potential alliance")
    locator: Text | None = optional("Where in the source.", "paragraph 4")
    origin: OriginId | None = optional(
        "Who this item comes from, if not the source's own origin (an entity or a source).",
        "reuters",
    )
    value: OneOrMany[Value] = listed(
        "A figure that it gives, or several.", {"amount": "589", "unit": "billion USD"}
    )
    also_in: OneOrMany[SourceId] = listed(
        "Sources that repeat it and need no note of their own.", ["daily8-sber"]
    )
    answered: Prose | None = optional(
        "For a dispute that the verdict sets aside: why.", "It predates the agreement."
    )
