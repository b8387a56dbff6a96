"""CLM014 unclear-speaker: whoever is said to speak is named by nothing, or in two ways."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Route, Severity
from briefbook.model import Brief, Claim, Record
from briefbook.model.claim import Actor
from briefbook.rules import Rule, each

KIND = Kind("CLM014", "unclear-speaker", Severity.warning)


def check(placed: Placed[Record], edition: Edition) -> Iterator[Finding]:
    """Whether each claimant and relayer has either an entity or a name."""
    for steps, actor in _actors(placed.record):
        if actor and bool(actor.entity) is bool(actor.name):
            said = (
                f"This names the actor “{actor.entity}” and “{actor.name}”; only one can speak."
                if actor.entity
                else "Nobody is named here."
            )
            yield Finding(
                KIND, said, placed.place(*steps),
                "Write the id of an actor of the library, or {name: …} for somebody who is none. "
                "Those who speak together are the speakers of one source.",
            )  # fmt: skip


def _actors(record: Record) -> Iterator[tuple[Route, Actor | None]]:
    if isinstance(record, Claim):
        yield ("claimant",), record.claimant
        yield ("relayed_by",), record.relayed_by
    elif isinstance(record, Brief) and record.reviews:
        yield ("reviews", "claimant"), record.reviews.claimant


RULE = Rule(KIND, __name__, each(Claim, Brief)(check))
