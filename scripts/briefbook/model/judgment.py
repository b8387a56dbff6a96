"""A judgment: what the brief itself concludes, with likelihood and confidence kept apart."""

import re
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from briefbook.model.claim import Confidence
from briefbook.model.forecast import Forecast
from briefbook.model.indicator import Indicator
from briefbook.model.leaning import Leaning
from briefbook.model.record import OneOrMany, Record, listed, optional, required
from briefbook.model.scalars import EntityId, Flag, Probability, Prose, Text
from briefbook.model.scales import WordsOf, all_terms
from briefbook.model.withdrawal import Identified


def _share(typed: str) -> str:
    """A number as a probability from 0 to 1: “25%” and “25” are 0.25; “0.25” for what is none."""
    if len(typed) > 12:
        return "0.25"
    number = Decimal(typed.rstrip("% "))
    share = number / 100 if "%" in typed or number > 1 else number
    return f"{share.normalize():f}" if share <= 1 else "0.25"


def _term(value: object) -> object:
    if not isinstance(value, str):
        raise PydanticCustomError("wrong_form", "A single word was expected here.")
    if re.fullmatch(r"[0-9]+(\.[0-9]+)? ?%?", value):
        raise PydanticCustomError(
            "wrong_word",
            "“{value}” is a number, and a plain likelihood is a term.",
            {
                "value": value,
                "words": [],
                "help": f"Write likelihood: {{probability: {_share(value)}}}, or a term.",
            },
        )
    if value not in all_terms():
        raise PydanticCustomError(
            "wrong_word",
            "“{value}” is a term of no likelihood scale.",
            {"value": value, "words": sorted(all_terms())},
        )
    return value


Term = Annotated[str, BeforeValidator(_term), WordsOf(all_terms)]
"""A term of one of the likelihood scales."""


def _range(value: tuple[Decimal, Decimal]) -> tuple[Decimal, Decimal]:
    low, high = value
    if low > high:
        raise PydanticCustomError(
            "not_a_number",
            "The range runs from {low} to {high}: the lower number comes first.",
            {"low": str(low), "high": str(high), "help": f"Write [{high}, {low}]."},
        )
    return value


class Likelihood(Record):
    """How likely, on the brief's scale: a term, with a number or a range where one is meant."""

    short = "term"

    term: Term | None = optional("A term of the scale.", "unlikely")
    probability: Probability | None = optional("A point estimate from 0 to 1.", "0.25")
    range: Annotated[tuple[Probability, Probability], AfterValidator(_range)] | None = optional(
        "The lowest and the highest, from 0 to 1.", ["0.2", "0.35"]
    )


class Dissent(Record):
    """An analyst or reviewer who sees a judgment otherwise."""

    by: Text = required("Who.", "Name of a reviewer")
    says: Prose = required("What they hold instead.", "A model will be called joint sooner.")
    because: Prose | None = optional("Why.", "Both sides want the headline.")
    likelihood: Likelihood | None = optional("How likely they hold it.", "likely")


class Judgment(Identified):
    """One conclusion of ours and what it leans on."""

    statement: Text = required(
        "The conclusion in one sentence.", "A joint model will be in public use by the end of 2028."
    )
    likelihood: Likelihood | None = optional("How likely.", "unlikely")
    confidence: Confidence | None = optional("How firm its basis is.", "moderate")
    confidence_because: Prose | None = optional(
        "Why this confidence.", "Few documents, but they agree."
    )
    because: Prose | None = optional("Why we conclude it.", "No joint product was found.")
    depends_on: OneOrMany[Leaning] = listed("What it leans on.", ["already-partners"])
    would_change: OneOrMany[Indicator] = listed(
        "What would move us: prose, or a list of indicators.", "A named joint product."
    )
    implications: Prose | None = optional(
        "What follows from it, and for whom.", "Buyers should not wait for it."
    )
    dissent: OneOrMany[Dissent] = listed(
        "Who sees it otherwise.",
        [{"by": "Name of a reviewer", "says": "A model will be called joint sooner."}],
    )
    key: Flag = Field(
        default=True,
        description="Whether it stands at the top of the page.",
        examples=["false"],
    )
    entities: OneOrMany[EntityId] = listed("Who it is about.", ["sberbank"])
    forecast: Forecast | None = optional("If it resolves on a day.", {"resolves_on": "2028-12-31"})
