"""What is news of a brief."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from briefbook.analysis.edition import Edition
from briefbook.model import Brief, Claim, Edtf, Judgment, Status, parse_prose
from briefbook.model.correction import CorrectionSeverity
from briefbook.model.standing import is_withdrawn
from briefbook.text.feeds import BEGINNING


@dataclass(frozen=True, slots=True)
class News:
    """One piece: what its address adds to the brief's, in an id that never changes and as an
    anchor; its title, day and text."""

    own: str
    anchor: str
    title: str
    day: date
    text: str


def news_of(edition: Edition, name: str) -> Iterator[News]:
    """All that is news of a brief that is published or was."""
    brief = edition.briefs[name]
    if brief.status in (Status.draft, Status.in_review):
        return
    summary = _plain(edition, brief.summary)
    yield News("", "", brief.title, _day(brief.published or brief.updated), summary)
    if brief.withdrawn:
        yield News("#/withdrawn", "", f"Withdrawn: {brief.title}", _day(brief.withdrawn.date),
                   _plain(edition, brief.withdrawn.notice or brief.withdrawn.reason))  # fmt: skip
    yield from _corrections(edition, name, brief)
    records: list[Claim | Judgment] = [*brief.judgments, *brief.claims]
    for record in records:
        if gone := record.withdrawn:
            yield News(f"#{record.id}/withdrawn", f"#{record.id}",
                       f"Withdrawn: {_statement(edition, brief, record, rated=False)}",
                       _day(gone.date), _plain(edition, gone.notice or gone.reason))  # fmt: skip
        elif not is_withdrawn(brief, brief):
            yield from _forecast(edition, brief, record)


def _corrections(edition: Edition, name: str, brief: Brief) -> Iterator[News]:
    anchors = edition.corrections[name].anchors
    for index, entry in enumerate(brief.corrections):
        if entry.severity is CorrectionSeverity.minor:
            continue
        parts = [("Was", entry.was), ("Now", entry.now), ("Reason", entry.reason)]
        text = "\n".join(f"{word}: {_plain(edition, said)}" for word, said in parts if said)
        yield News(
            f"#{anchors[index]}", f"#{anchors[index]}",
            f"{entry.kind.value.capitalize()}: {brief.title}", _day(entry.date), text,
        )  # fmt: skip


def _forecast(edition: Edition, brief: Brief, record: Claim | Judgment) -> Iterator[News]:
    forecast = record.forecast
    if forecast is None:
        return
    said = _statement(edition, brief, record)
    for number, (before, step) in enumerate(pairwise(forecast.history), 2):
        if step.probability == before.probability:
            continue
        moved = f"from {_percent(before.probability)} to {_percent(step.probability)}"
        yield News(f"#{record.id}/{number}", f"#{record.id}", f"Moved {moved}: {said}",
                   _day(step.date), _plain(edition, step.because))  # fmt: skip
    if forecast.resolution:
        came = forecast.resolution
        yield News(f"#{record.id}/came-out", f"#{record.id}",
                   f"Came out ({came.outcome.value}): {said}", _day(came.date),
                   _plain(edition, came.because))  # fmt: skip


def _statement(
    edition: Edition, brief: Brief, record: Claim | Judgment, *, rated: bool = True
) -> str:
    """What it says; of a claim after its verdict, where it is rated, and whoever made it."""
    if isinstance(record, Judgment):
        return record.statement
    verdict = record.verdict.value.replace("-", " ").capitalize()
    actor = edition.claimant(brief, record)
    before = [verdict] if rated else []
    before += [edition.actor_name(actor)] if actor else []
    return " ".join([*(f"{one}:" for one in before), record.statement])


def _percent(probability: object) -> str:
    return f"{float(str(probability)) * 100:g} %"


def _plain(edition: Edition, text: str | None) -> str:
    if not text:
        return ""
    return parse_prose(text).plain(lambda name: f"[{edition.short_name(name)}]", lambda name: name)


def _day(when: Edtf | None) -> date:
    """Of a month its first day: the last one may not have come yet."""
    return (when.earliest or when.latest if when else None) or BEGINNING
