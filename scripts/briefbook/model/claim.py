"""A claim: what somebody says, and what was found when it was checked."""

from enum import StrEnum

from briefbook.model.edtf import Edtf
from briefbook.model.evidence import Evidence, Value
from briefbook.model.forecast import Forecast
from briefbook.model.leaning import Leaning
from briefbook.model.quote import Said
from briefbook.model.record import OneOrMany, Record, listed, optional, required
from briefbook.model.scalars import EntityId, Prose, Ref, SourceId, Text, TopicId
from briefbook.model.withdrawal import Identified


class ClaimKind(StrEnum):
    """What sort of statement it is."""

    fact = "fact"
    assessment = "assessment"
    forecast = "forecast"
    opinion = "opinion"
    promise = "promise"


class Verdict(StrEnum):
    """What the evidence says of it."""

    supported = "supported"
    partly_supported = "partly-supported"
    contested = "contested"
    refuted = "refuted"
    unverified = "unverified"
    open = "open"
    not_checkable = "not-checkable"


WORST_FIRST = (
    Verdict.refuted,
    Verdict.contested,
    Verdict.partly_supported,
    Verdict.unverified,
    Verdict.open,
    Verdict.supported,
    Verdict.not_checkable,
)
"""Verdicts in the order in which a reader is warned: what does not hold before what does."""


class Flaw(StrEnum):
    """What is wrong with it, where something is."""

    overstated = "overstated"
    understated = "understated"
    wrong_date = "wrong-date"
    wrong_figure = "wrong-figure"
    wrong_subject = "wrong-subject"
    misattributed = "misattributed"
    conflated = "conflated"
    outdated = "outdated"
    no_source_found = "no-source-found"
    missing_context = "missing-context"
    misleading = "misleading"
    fabricated = "fabricated"
    altered = "altered"


class Confidence(StrEnum):
    """How firm the basis is; never a likelihood."""

    high = "high"
    moderate = "moderate"
    low = "low"


class Actor(Record):
    """An entity of the library by its id, or somebody named here only."""

    short = "entity"

    entity: EntityId | None = optional("An entity of the library.", "ya-noticias")
    name: Text | None = optional("Somebody who is no entity of the library.", "A reader")


class Reply(Record):
    """Right of reply: what was asked of those concerned, and what they answered."""

    asked: Text = required("Who was asked what.", "Sberbank's press office, for a partner's name")
    on: Edtf | None = optional("When.", "2026-11-20")
    answer: Prose | None = optional("What they answered; absent: nothing yet.", "No comment.")


class Claim(Identified):
    """One statement, its verdict, and the evidence for and against it."""

    statement: Text = required(
        "The claim in one plain sentence.", "Sberbank and China were already partners."
    )
    said: OneOrMany[Said] = listed(
        "The wording in which it was made, and where; a list where it was said in several places.",
        {"exact": "are partnering to enhance AI research", "at": "bullet 1"},
    )
    claimant: Actor | None = optional("Who says so (default: the brief's `reviews`).", "reuters")
    relayed_by: Actor | None = optional("Who passed it on.", "ya-noticias")
    appearance: SourceId | None = optional("The source in which it stands.", "yanoticias-seed")
    as_of: Edtf | None = optional(
        "The day it is judged for; later evidence shows under “Since then”.", "2025-02-06"
    )
    kind: ClaimKind = required("What sort of statement it is.", "fact")
    verdict: Verdict = required("What the evidence says of it.", "contested")
    flaw: Flaw | None = optional("What is wrong with it.", "overstated")
    established: Text | None = optional(
        "What does hold, in one sentence.", "Sberbank planned joint research."
    )
    confidence: Confidence | None = optional("How sure we are of the verdict.", "high")
    claimed: Value | None = optional(
        "The figure that the claim itself gives.", {"amount": "600", "unit": "billion USD"}
    )
    evidence: tuple[Evidence, ...] = listed(
        "What was read for it.", [{"source": "reuters-sber-2025-02-06", "stance": "disputes"}]
    )
    reasoning: Prose | None = optional("Why this verdict.", "The report speaks of plans.")
    judged_in: OneOrMany[Ref] = listed(
        "Judgments that say what we expect ourselves.", ["joint-model-by-2028"]
    )
    part_of: Ref | None = optional("The compound claim that this is a part of.", "already-partners")
    entities: OneOrMany[EntityId] = listed("Who it is about.", ["sberbank"])
    topics: OneOrMany[TopicId] = listed(
        "What it is about (default: the topics of its entities, else the brief's).", ["banking"]
    )
    depends_on: OneOrMany[Leaning] = listed("Records it rests on.", ["plans-joint-research"])
    contradicts: OneOrMany[Ref] = listed(
        "Claims that cannot be true with it.", ["other-brief#other-claim"]
    )
    limited_by: OneOrMany[Ref] = listed("Barriers that limit it.", ["sanctions-in-force"])
    reply: Reply | None = optional("Right of reply.", {"asked": "Sberbank's press office"})
    forecast: Forecast | None = optional(
        "For a forecast: its day and criteria.", {"resolves_on": "2030-12-31"}
    )

    @property
    def wording(self) -> Said | None:
        """The first wording in which it was made."""
        return self.said[0] if self.said else None


class Reviews(Record):
    """The one text that a brief examines: defaults for all its claims."""

    claimant: Actor | None = optional("Who published it.", "ya-noticias")
    appearance: SourceId | None = optional("Its source.", "yanoticias-seed")
