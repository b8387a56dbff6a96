"""A claim's card."""

from dataclasses import dataclass

from briefbook.analysis.chronology import split
from briefbook.analysis.indirect_speech import after_that
from briefbook.analysis.origins import Side
from briefbook.corpus import Target
from briefbook.model import Claim, Evidence, Stance
from briefbook.pages.blocks.context import Context, Link, words_of
from briefbook.pages.blocks.evidence import EvidenceView, evidence_view
from briefbook.pages.blocks.figures import FigureRow, figure_rows
from briefbook.pages.blocks.stale import StaleView, stale_view
from briefbook.text.html import Html
from briefbook.text.listing import counted


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a claim: its items, links and origins on the day, and how many came later."""

    name: str
    items: list[EvidenceView]
    summary: str
    later: int


@dataclass(frozen=True, slots=True)
class SideMark:
    """The mark of one side: a disc for each origin, a tick for each repeat, and the words."""

    origins: int
    repeats: int
    words: str


@dataclass(frozen=True, slots=True)
class ForecastView:
    """A forecast's day, criteria and outcome."""

    day: str
    criteria: Html | str
    outcome: str
    resolved: str
    because: Html | str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """All that a claim's card prints."""

    id: str
    statement: str
    said: str
    verdict: str
    verdict_words: str
    flaw: str
    confidence: str
    kind: str
    established: str
    wording: str
    wording_at: str
    as_of: str
    stale: StaleView | None
    marks: list[SideMark]
    sides: list[SideView]
    one_sided: bool
    context: list[EvidenceView]
    since: list[EvidenceView]
    figures: list[FigureRow]
    reasoning: Html | str
    forecast: ForecastView | None
    depends_on: list[Link]
    limited_by: list[Link]
    judged_in: list[Link]
    contradicts: list[Link]
    part_of: list[Link]
    questions: list[Link]
    entities: list[Link]
    withdrawn: str


def said_by(claim: Claim, context: Context) -> tuple[str, str]:
    """What stands before the statement (“Refuted: X said that”) and the statement after it.

    Without a claimant the verdict alone stands before it.
    """
    brief = context.edition.briefs[context.brief]
    actor = context.edition.claimant(brief, claim)
    words = words_of(claim.verdict)
    if actor is None:
        return f"{words}:", claim.statement
    name = context.edition.actor_name(actor)
    if not context.edition.language(brief).startswith("en"):
        return f"{words}: {name}:", claim.statement
    proper = context.edition.proper_nouns[context.brief]
    return f"{words}: {name} said that", after_that(
        claim.statement, proper, context.edition.known_names
    )


def sides_summary(side: Side) -> str:
    """“12 links, 2 independent origins”; “nothing” where there is none."""
    if not side.links:
        return "nothing"
    return f"{counted(len(side.links), 'link')}, " + counted(
        len(side.origins), "independent origin"
    )


def claim_view(claim: Claim, context: Context) -> ClaimView:
    """Compute the card of one claim of the context's brief."""
    edition = context.edition
    known, since = split(claim, edition.sources)
    then = claim.replace(evidence=known)
    supports, disputes = edition.origins.supports(claim), edition.origins.disputes(claim)
    said, statement = said_by(claim, context)
    wording = claim.said
    return ClaimView(
        id=claim.id,
        statement=statement,
        said=said,
        verdict=claim.verdict,
        verdict_words=words_of(claim.verdict),
        flaw=(claim.flaw or "").replace("-", " "),
        confidence=claim.confidence or "",
        kind=claim.kind,
        established=claim.established or "",
        wording=wording.exact if wording else "",
        wording_at=(wording.at or "") if wording else "",
        as_of=context.when(claim.as_of),
        stale=stale_view(claim.id, context),
        marks=[side_mark("for it", supports), side_mark("against it", disputes)],
        sides=[
            _side("For", Stance.supports, edition.origins.supports(then), since, then, context),
            _side("Against", Stance.disputes, edition.origins.disputes(then), since, then, context),
        ],
        one_sided=len({i.stance for i in known} & {Stance.supports, Stance.disputes}) < 2,
        context=_items(known, None, context),
        since=[evidence_view(item, context) for item in since],
        figures=figure_rows(claim, context),
        reasoning=context.prose(claim.reasoning),
        forecast=_forecast(claim, context),
        depends_on=context.records(claim.depends_on),
        limited_by=context.records(claim.limited_by),
        judged_in=context.records(claim.judged_in),
        contradicts=context.records(claim.contradicts),
        part_of=context.records((claim.part_of,) if claim.part_of else ()),
        questions=_questions(claim, context),
        entities=[context.entity(name) for name in claim.entities],
        withdrawn=(claim.withdrawn.notice or claim.withdrawn.reason) if claim.withdrawn else "",
    )


def side_mark(name: str, side: Side) -> SideMark:
    """“2 independent origins” as discs, the other links as ticks."""
    repeats = max(0, len(side.links) - len(side.origins))
    return SideMark(len(side.origins), repeats, f"{name}: {sides_summary(side)}")


def _side(
    name: str,
    stance: Stance,
    side: Side,
    since: tuple[Evidence, ...],
    then: Claim,
    context: Context,
) -> SideView:
    later = sum(1 for item in since if item.stance is stance)
    items = _items(then.evidence, stance, context)
    said = sides_summary(side)
    return SideView(name, items, "nothing then" if later and not items else said, later)


def _items(
    items: tuple[Evidence, ...], stance: Stance | None, context: Context
) -> list[EvidenceView]:
    """Items of one stance; None: of all that count on no side."""
    sides = (Stance.supports, Stance.disputes)
    wanted = [i for i in items if (i.stance is stance if stance else i.stance not in sides)]
    return [evidence_view(item, context) for item in wanted]


def _forecast(claim: Claim, context: Context) -> ForecastView | None:
    forecast = claim.forecast
    if forecast is None:
        return None
    outcome = forecast.resolution
    verb = "It was to be" if outcome else "To be"
    due = f"{verb} decided by {context.when(forecast.resolves_on)}." if forecast.resolves_on else ""
    look = f"To be looked at again by {context.when(forecast.review_on)}."
    return ForecastView(
        day=due or (look if forecast.review_on else ""),
        criteria=context.prose(forecast.criteria),
        outcome=outcome.outcome if outcome else "",
        resolved=context.when(outcome.date) if outcome else "",
        because=context.prose(outcome.because) if outcome else "",
    )


def _questions(claim: Claim, context: Context) -> list[Link]:
    """Questions of this or another brief that bear on the claim."""
    target = Target("record", claim.id, context.brief)
    found = {
        f"{link.brief}#{link.record}": None
        for link in context.edition.corpus.links.to(target)
        if link.reference.route[0] == "questions" and "bears_on" in link.reference.route
    }
    return context.records(tuple(found))
