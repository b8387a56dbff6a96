"""What lists of pages ask of each brief, as texts of their own: after an edit one brief is read for
them, and not all."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from briefbook.analysis.claim_pages import with_pages
from briefbook.analysis.edition import Edition
from briefbook.analysis.former_ids import former_ids_of
from briefbook.analysis.grades import LETTERS, best
from briefbook.analysis.remembered import Kept
from briefbook.corpus import Target
from briefbook.model import Claim, Edtf, Judgment, Stance, Verdict
from briefbook.model.claim import Confidence
from briefbook.model.forecast import Forecast
from briefbook.model.kept_form import kept, record_from
from briefbook.model.standing import is_withdrawn, not_withdrawn


def claims_with_pages(edition: Edition) -> Iterator[tuple[str, str]]:
    """The claims that have a page of their own, as ids of briefs and claims."""
    for name in edition.briefs:
        yield from ((name, claim) for claim in json.loads(edition.kept(CLAIM_PAGES, name)))


class FormerIds(NamedTuple):
    """Under which ids a brief was known, and of its claims with pages, where these or those had
    others, each with its own."""

    briefs: tuple[str, ...]
    claims: dict[str, tuple[str, ...]]


def former_of_brief(edition: Edition, brief: str) -> FormerIds:
    """The former ids of a brief and its claims."""
    briefs, claims = json.loads(edition.kept(FORMER_IDS, brief))
    return FormerIds(tuple(briefs), {name: tuple(names) for name, names in claims.items()})


class OurForecast(NamedTuple):
    """A forecast of a judgment, or of a claim that somebody else made."""

    brief: str
    record: str
    is_judged: bool
    forecast: Forecast


def all_forecasts(edition: Edition) -> Iterator[OurForecast]:
    """The forecasts of what is not withdrawn: of each brief those of its judgments first."""
    for name in edition.briefs:
        for record, is_judged, plain in json.loads(edition.kept(FORECASTS, name)):
            yield OurForecast(name, record, is_judged, record_from(Forecast, plain))


class ListedClaim(NamedTuple):
    """What lists of claims ask of one: where it stands, what we found, and how many independent
    origins and how good a letter stand for it (the more, the firmer)."""

    target: Target
    verdict: Verdict
    confidence: Confidence | None
    origins: int
    letter: int


def listed_claims(edition: Edition, brief: str) -> tuple[ListedClaim, ...]:
    """The claims of a brief that are not withdrawn."""
    return tuple([
        ListedClaim(
            Target("record", claim, brief), Verdict(verdict),
            Confidence(confidence) if confidence else None, origins, letter,
        )
        for claim, verdict, confidence, origins, letter
        in json.loads(edition.kept(LISTED_CLAIMS, brief))
    ])  # fmt: skip


class ListedQuestion(NamedTuple):
    """What the list of questions asks of one: how far it is answered, how many judgments wait on
    it, and on how many records it bears."""

    target: Target
    status: str
    waiting: int
    bears_on: int


def listed_questions(edition: Edition, brief: str) -> list[ListedQuestion]:
    """The questions of a brief that are not withdrawn."""
    found = json.loads(edition.kept(LISTED_QUESTIONS, brief))
    return [ListedQuestion(Target("record", name, brief), *rest) for name, *rest in found]


class ListedBarrier(NamedTuple):
    """What the list of barriers asks of one: between whom it stands, of what kind, and when."""

    target: Target
    between: tuple[str, ...]
    kind: str
    in_force: Edtf | None


def listed_barriers(edition: Edition) -> list[ListedBarrier]:
    """The barriers that are not withdrawn, brief by brief."""
    return [
        ListedBarrier(
            Target("record", name, brief), tuple(between), kind, Edtf.parse(when) if when else None
        )
        for brief in edition.briefs
        for name, between, kind, when in json.loads(edition.kept(LISTED_BARRIERS, brief))
    ]


class Dated(NamedTuple):
    """The place of an event or a correction within its brief, its day, and what happened."""

    brief: str
    place: int
    day: Edtf
    what: str


def listed_events(edition: Edition) -> list[Dated]:
    """The events of briefs that are not withdrawn."""
    return _dated(edition, LISTED_EVENTS)


def listed_corrections(edition: Edition) -> list[Dated]:
    """All corrections; what happened is not told here."""
    return _dated(edition, LISTED_CORRECTIONS)


def _dated(edition: Edition, kind: Kept) -> list[Dated]:
    return [
        Dated(brief, place, Edtf.parse(day), what)
        for brief in edition.briefs
        for place, (day, what) in enumerate(json.loads(edition.kept(kind, brief)))
    ]


def listed_judgments(edition: Edition, brief: str) -> list[Target]:
    """The judgments of a brief that are not withdrawn, the key ones first."""
    found = json.loads(edition.kept(LISTED_JUDGMENTS, brief))
    return [Target("record", name, brief) for name in found]


def _claims(edition: Edition, name: tuple[str, ...]) -> str:
    (brief,) = name
    found = with_pages(edition.briefs[brief], edition.settings.claim_pages)
    return json.dumps([claim.id for claim in found])


def _former(edition: Edition, name: tuple[str, ...]) -> str:
    brief = edition.briefs[name[0]]
    former = former_ids_of(brief)
    claims = {
        claim.id: former.get(claim.id, ())
        for claim in with_pages(brief, edition.settings.claim_pages)
        if brief.renamed_from or claim.id in former
    }
    return json.dumps([brief.renamed_from, claims])


def _forecasts(edition: Edition, name: tuple[str, ...]) -> str:
    brief = edition.briefs[name[0]]
    records: tuple[Judgment | Claim, ...] = (*brief.judgments, *brief.claims)
    found = [
        [record.id, isinstance(record, Judgment), kept(record.forecast)]
        for record in not_withdrawn(records, brief)
        if record.forecast
    ]
    return json.dumps(found, ensure_ascii=False)


def _listed(edition: Edition, name: tuple[str, ...]) -> str:
    brief = edition.briefs[name[0]]
    found = [
        [claim.id, claim.verdict, claim.confidence, *_support(edition, claim)]
        for claim in not_withdrawn(brief.claims, brief)
    ]
    return json.dumps(found)


def _questions(edition: Edition, name: tuple[str, ...]) -> str:
    brief, waiting = edition.briefs[name[0]], edition.dependencies.waiting
    found = [
        [item.id, item.status, len(waiting.get(Target("record", item.id, name[0]), ())),
         len(item.bears_on)]
        for item in not_withdrawn(brief.questions, brief)
    ]  # fmt: skip
    return json.dumps(found)


def _judgments(edition: Edition, name: tuple[str, ...]) -> str:
    brief = edition.briefs[name[0]]
    judgments = not_withdrawn(brief.judgments, brief)
    return json.dumps([one.id for one in sorted(judgments, key=lambda item: not item.key)])


def _barriers(edition: Edition, name: tuple[str, ...]) -> str:
    brief = edition.briefs[name[0]]
    found = [
        [item.id, item.between, item.kind, item.in_force and item.in_force.text]
        for item in not_withdrawn(brief.barriers, brief)
    ]
    return json.dumps(found)


def _events(edition: Edition, name: tuple[str, ...]) -> str:
    brief = edition.briefs[name[0]]
    events = () if is_withdrawn(brief, brief) else brief.events
    return json.dumps([[event.date.text, event.what] for event in events], ensure_ascii=False)


def _corrections(edition: Edition, name: tuple[str, ...]) -> str:
    return json.dumps([[one.date.text, ""] for one in edition.briefs[name[0]].corrections])


def _support(edition: Edition, claim: Claim) -> tuple[int, int]:
    origins = len(edition.origins.supports(claim).origins)
    letter = best((i for i in claim.evidence if i.stance is Stance.supports), edition.sources)
    return origins, -LETTERS.index(letter) if letter else -len(LETTERS)


CLAIM_PAGES = Kept("claim pages", _claims)
FORMER_IDS = Kept("former ids", _former)
FORECASTS = Kept("forecasts", _forecasts)
LISTED_CLAIMS = Kept("listed claims", _listed)
LISTED_QUESTIONS = Kept("listed questions", _questions)
LISTED_JUDGMENTS = Kept("listed judgments", _judgments)
LISTED_BARRIERS = Kept("listed barriers", _barriers)
LISTED_EVENTS = Kept("listed events", _events)
LISTED_CORRECTIONS = Kept("listed corrections", _corrections)
OF_LISTS = (
    CLAIM_PAGES, FORMER_IDS, FORECASTS, LISTED_CLAIMS, LISTED_QUESTIONS, LISTED_JUDGMENTS,
    LISTED_BARRIERS, LISTED_EVENTS, LISTED_CORRECTIONS,
)  # fmt: skip
"""Each by the id of a brief."""
