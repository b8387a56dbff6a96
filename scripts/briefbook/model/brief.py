"""A brief: one file, one piece of research."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from briefbook.model.assumption import Assumption
from briefbook.model.barrier import Barrier
from briefbook.model.claim import Claim, Reviews
from briefbook.model.correction import Correction
from briefbook.model.edtf import Edtf
from briefbook.model.event import Event
from briefbook.model.formats import CURRENT
from briefbook.model.hypothesis import Hypotheses
from briefbook.model.judgment import Judgment
from briefbook.model.question import Question
from briefbook.model.record import OneOrMany, Record, listed, optional, required
from briefbook.model.relation import Relation
from briefbook.model.scalars import BriefId, Id, Language, Prose, Text, TopicId
from briefbook.model.scales import WordsOf, scales
from briefbook.model.signoff import Signoff
from briefbook.model.source import Source
from briefbook.model.waiver import Waiver
from briefbook.model.withdrawal import Withdrawal


class Status(StrEnum):
    """Where a brief stands."""

    draft = "draft"
    in_review = "in-review"
    published = "published"
    superseded = "superseded"
    withdrawn = "withdrawn"


def _scale(value: object) -> object:
    if not isinstance(value, str):
        raise PydanticCustomError("wrong_form", "A single word was expected here.")
    if value not in scales():
        raise PydanticCustomError(
            "wrong_word",
            "“{value}” is no likelihood scale.",
            {"value": value, "words": sorted(scales())},
        )
    return value


ScaleId = Annotated[str, BeforeValidator(_scale), WordsOf(scales)]
"""The id of a likelihood scale."""


def _format(value: object) -> int:
    if value != str(CURRENT):
        raise PydanticCustomError("wrong_form", "This is no version of the format.")
    return CURRENT


Format = Annotated[int, BeforeValidator(_format), WithJsonSchema({"enum": [CURRENT, str(CURRENT)]})]
"""The version of the format; briefs of others never come as far as this."""


class Brief(Record):
    """The whole content of one file in briefings/."""

    format: Format | None = optional("The version of the format; it may stand first.", CURRENT)
    title: Text = required("What it is about.", "Sberbank and China: a plan, not yet an alliance")
    summary: Prose = required("The bottom line in one to three sentences.", "A plan, no more.")
    status: Status = required("Where it stands.", "published")
    published: Edtf | None = optional("First published on.", "2026-11-23")
    updated: Edtf | None = optional("Last changed in meaning on.", "2026-11-23")
    review_by: Edtf | None = optional("Past this day it is stale.", "2027-05-23")
    language: Language | None = optional("Its language (default: the site's).", "en")
    authors: OneOrMany[Text] = listed("Names.", ["Name of an author"])
    owner: Text | None = optional("Who looks after it.", "Name of an editor")
    topics: OneOrMany[TopicId] = listed("Topics of the library.", ["ai", "sanctions"])
    scale: ScaleId | None = optional("Its likelihood scale (default: the site's).", "icd203")
    generated_by: Text | None = optional("If a model wrote parts of it, which.", "name of a model")
    reviews: Reviews | None = optional(
        "For a brief that examines one text.", {"claimant": "ya-noticias"}
    )
    superseded_by: BriefId | None = optional(
        "The brief that takes its place.", "sberbank-china-2027"
    )
    withdrawn: Withdrawal | None = optional(
        "When and why it was withdrawn.", {"date": "2026-12-01", "reason": "…"}
    )
    renamed_from: OneOrMany[Id] = listed("Its former ids.", ["sberbank-ai"])
    translation_of: BriefId | None = optional("The brief it translates.", "sberbank-china-ai")
    scope: Prose | None = optional("What it covers and what not.", "Until November 2026.")
    background: Prose | None = optional("What to know first.", "Sberbank is …")

    method: Prose | None = optional(
        "How claims were chosen, and what was searched.", "Every assertion of the article."
    )
    searched_until: Edtf | None = optional("Until when was searched.", "2026-11-20")
    judgments: tuple[Judgment, ...] = listed(
        "What we conclude.", [{"id": "joint-model-by-2028", "statement": "No joint model by 2028."}]
    )
    claims: tuple[Claim, ...] = listed(
        "What is said, and what was found.",
        [{"id": "partners", "statement": "S.", "kind": "fact", "verdict": "open"}],
    )
    barriers: tuple[Barrier, ...] = listed(
        "What stands in the way.",
        [{"id": "sanctions-in-force", "kind": "sanctions", "statement": "S."}],
    )
    questions: tuple[Question, ...] = listed(
        "What we don't know.", [{"id": "who", "question": "Who took part?", "status": "open"}]
    )
    assumptions: tuple[Assumption, ...] = listed(
        "What is taken for granted.",
        [{"id": "stays-so", "statement": "Sanctions stay until 2028."}],
    )
    hypotheses: tuple[Hypotheses, ...] = listed(
        "Competing explanations.", [{"id": "what-was-it", "question": "What was announced?"}]
    )
    events: tuple[Event, ...] = listed(
        "What happened when.", [{"date": "2025-02-06", "what": "Reuters prints an interview."}]
    )
    relations: tuple[Relation, ...] = listed(
        "Who stands how to whom.", [{"subject": "gref", "relation": "leads", "object": "sberbank"}]
    )
    corrections: tuple[Correction, ...] = listed(
        "What was changed, openly.",
        [{"date": "2026-12-01", "kind": "update", "severity": "minor", "reason": "R."}],
    )
    signoffs: tuple[Signoff, ...] = listed(
        "Who signed.", [{"by": "Name of a reviewer", "on": "2026-11-23"}]
    )
    sources: tuple[Source, ...] = listed(
        "Sources that only this brief uses.",
        [{"id": "handout", "title": "Handout of the press conference"}],
    )
    waivers: tuple[Waiver, ...] = listed(
        "Rules that do not apply, with reasons.",
        [{"rule": "CLM003", "at": "partners", "reason": "R.", "until": "2027-05-23"}],
    )
