"""A barrier: what stands in the way, between whom, since when, and what would lift it."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from briefbook.model.edtf import Edtf
from briefbook.model.evidence import Evidence
from briefbook.model.record import OneOrMany, listed, optional, required
from briefbook.model.scalars import ID_PATTERN, EntityId, Prose, Ref, Text, is_id, one_text
from briefbook.model.withdrawal import Identified


class Field(StrEnum):
    """The one list of fields for barriers and questions."""

    sanctions = "sanctions"
    export_control = "export-control"
    trust = "trust"
    technology = "technology"
    geography = "geography"
    regulation = "regulation"
    payment = "payment"
    language = "language"
    capability = "capability"
    data = "data"
    security = "security"
    ethics = "ethics"
    market = "market"
    military = "military"
    cost = "cost"
    skills = "skills"
    politics = "politics"
    public_opinion = "public-opinion"
    infrastructure = "infrastructure"
    other = "other"


def _kind(value: object) -> str:
    text = one_text(value)
    if text in {*Field}:
        return Field(text)
    if not is_id(text):
        raise PydanticCustomError(
            "wrong_word", "“{value}” is no kind of barrier or question.",
            {"value": text, "words": [*Field]},
        )  # fmt: skip
    return text


FieldKind = Annotated[
    str,
    BeforeValidator(_kind),
    WithJsonSchema({"anyOf": [{"enum": [*Field]}, {"type": "string", "pattern": ID_PATTERN}]}),
]
"""One of the list, or one that the house has added; a rule looks whether it has."""


class BarrierSeverity(StrEnum):
    """How much it holds up."""

    low = "low"
    moderate = "moderate"
    high = "high"


class Barrier(Identified):
    """One obstacle."""

    kind: FieldKind = required("What sort of obstacle.", "sanctions")
    statement: Text = required("What it is, in one sentence.", "The US blocks all dealings.")
    between: OneOrMany[EntityId] = listed("The actors it stands between.", ["sberbank", "china"])
    rests_on: OneOrMany[Ref] = listed("Claims that show it.", ["sanctions-potential"])
    evidence: tuple[Evidence, ...] = listed(
        "Evidence of its own.", [{"source": "bakermck-ofac-2022", "stance": "supports"}]
    )
    instrument: Prose | None = optional(
        "Legal kinds: the act and its dates.", "US blocking order of 6 April 2022."
    )
    in_force: Edtf | None = optional("Since when, until when.", "2022-04-06/..")
    last_confirmed: Edtf | None = optional(
        "An open end means “no end known, last confirmed on …”.", "2026-01"
    )
    severity: BarrierSeverity | None = optional("How much it holds up.", "high")
    would_lift: Prose | None = optional("What would lift it.", "A licence or a delisting.")
    review_by: Edtf | None = optional("When to look again.", "2027-01-31")
    entities: OneOrMany[EntityId] = listed("Others it is about.", ["ofac"])
