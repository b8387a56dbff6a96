"""What addresses answered, as a file; and what the rules about it find."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from briefbook.analysis.edition import Edition
from briefbook.analysis.link_state import LinkAnswer, LinkAnswers, LinkState
from briefbook.analysis.mirrors import archived_original
from briefbook.analysis.same_work import normal_url
from briefbook.findings import Finding
from briefbook.model import Source
from briefbook.model.versioned_json import UnreadableJson, Version1, read_versioned
from briefbook.rules import all_rules, current_records
from briefbook.text.url import safe_url


class UnreadableAnswers(UnreadableJson):
    """A file that is none; the message is one line."""


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """Answers, the day on which they were asked for, and how many addresses were not asked yet.

    The day is None in a file that does not say it.
    """

    answers: LinkAnswers
    asked: date | None = None
    unasked: int = 0


class _Said(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    state: LinkState
    said: Annotated[str, Field(max_length=200)]
    moved: Annotated[str, AfterValidator(safe_url)] | None = None
    again: bool = False


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Version1
    asked: date | None = None
    unasked: Annotated[int, Field(ge=0)] = 0
    links: dict[str, _Said]


def parse(raw: bytes) -> AnswerFile:
    """The answers in a file that `text` wrote.

    Raises UnreadableAnswers.
    """
    found = read_versioned(_File, raw, UnreadableAnswers)
    answers = {
        url: LinkAnswer(one.state, one.said, one.moved or "", one.again)
        for url, one in found.links.items()
    }
    return AnswerFile(answers, found.asked, found.unasked)


def text(file: AnswerFile) -> str:
    """Answers as JSON, in the order of addresses; what says nothing is left out."""
    head: dict[str, Any] = {"version": 1}
    if file.asked:
        head["asked"] = file.asked.isoformat()
    if file.unasked:
        head["unasked"] = file.unasked
    links = {url: _written(one) for url, one in sorted(file.answers.items())}
    return json.dumps({**head, "links": links}, ensure_ascii=False, indent=1) + "\n"


def _written(one: LinkAnswer) -> dict[str, Any]:
    moved = {"moved": one.moved} if one.moved else {}
    return {"state": one.state, "said": one.said, **moved, **({"again": True} if one.again else {})}


def addresses(edition: Edition) -> set[str]:
    """What is to be asked: the pages and archived copies of sources that stand."""
    return {
        url
        for placed in current_records(edition, Source)
        for url in (placed.record.address, placed.record.archived_url)
        if url
    }


def unarchived(answers: LinkAnswers, edition: Edition) -> list[str]:
    """Addresses of which a copy should be archived, in their order: of pages that are not gone,
    which have no copy, or one that is gone."""
    gone = {url for url, one in answers.items() if one.state is LinkState.gone}
    wanted = (
        source.address
        for placed in current_records(edition, Source)
        if (source := placed.record).address
        and source.address not in gone
        and not archived_original(source.address)
        and (not source.archived_url or source.archived_url in gone)
    )
    pages: dict[str, str] = {}
    for address in sorted(wanted, key=lambda one: (len(one), one)):
        pages.setdefault(normal_url(address), address)  # of several spellings the shortest
    return sorted(pages.values())


def answer_findings(answers: LinkAnswers, edition: Edition) -> Iterator[Finding]:
    """What every rule about answers finds."""
    for rule in all_rules():
        if rule.check_answers:
            yield from rule.check_answers(edition, answers)
