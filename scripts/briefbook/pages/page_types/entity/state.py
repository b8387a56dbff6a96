"""How things stand with an actor: verdicts of claims about it, what is concluded from these, and
what is still open."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlencode

from briefbook.analysis.edition import Edition
from briefbook.corpus import Target
from briefbook.model import Claim, Judgment
from briefbook.model.claim import WORST_FIRST
from briefbook.model.question import Question
from briefbook.pages.backlinks import MOST, referring_to
from briefbook.pages.context import Context
from briefbook.pages.records import record_row

SHOWN = 5
"""Judgments and questions that stand on the page."""
About = Mapping[str, Sequence[str]]
"""For each brief the ids of the records about the actor."""


def tally(target: Target, context: Context) -> list[tuple[str, int, str]]:
    """Verdicts of all claims about the actor or by it, the worst first, with how many claims have
    each and the search that lists just these."""
    edition = context.edition
    claims = edition.faceted.get(("claim", "entity", target.id), ())
    found = Counter(value for one in claims for value in one.values.get("verdict", ()))
    name, search = edition.entities[target.id].name, context.url("search/")
    return [
        (
            verdict.value,
            found[verdict.value],
            f"{search}?{urlencode({'kind': 'claim', 'verdict': verdict, 'entity': name})}",
        )
        for verdict in WORST_FIRST
        if found[verdict.value]
    ]


def rests_on(about: About, context: Context) -> tuple[list[object], list[object]]:
    """Rows of judgments that lean on claims about the actor, and of open questions that bear on
    them or name the actor."""
    edition = context.edition
    judgments: dict[Target, None] = {}
    questions: dict[Target, None] = {}
    for target, _ in _claims(about, edition):
        for user in edition.dependencies.dependents.get(target, ()):
            if isinstance(edition.records.get(user), Judgment):
                judgments[user] = None
        for brief, records in referring_to(target, edition).items():
            questions.update(dict.fromkeys(Target("record", one, brief) for one in records))
    questions.update(dict.fromkeys(Target("record", one, brief)
                     for brief, records in about.items() for one in records))  # fmt: skip
    asked = [one for one in questions if _is_open(edition, one)]
    standing = [one for one in judgments if not edition.is_withdrawn(one)]
    return _rows(standing, context), _rows(asked, context)


def _claims(about: About, edition: Edition) -> Iterator[tuple[Target, Claim]]:
    """The newest claims, as many as the page lists, but for those that are withdrawn."""
    targets = [Target("record", one, brief) for brief, records in about.items() for one in records]
    for target in targets[:MOST]:
        record = edition.records.get(target)
        if isinstance(record, Claim) and not edition.is_withdrawn(target):
            yield target, record


def _is_open(edition: Edition, target: Target) -> bool:
    record = edition.records.get(target)
    return isinstance(record, Question) and record.is_open and not edition.is_withdrawn(target)


def _rows(targets: Sequence[Target], context: Context) -> list[object]:
    return [row for one in targets[:SHOWN] if (row := record_row(one, context))]
