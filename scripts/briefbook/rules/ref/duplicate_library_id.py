"""REF011 duplicate-library-id: two sources, entities or topics with one id."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.findings import Finding, Kind, Label, Place
from briefbook.rules import Rule, whole

KIND = Kind("REF011", "duplicate-library-id")


def check(edition: Edition) -> Iterator[Finding]:
    """One finding for each entry after the first that takes an id."""
    corpus = edition.corpus
    for role, first, other in corpus.duplicates:
        yield Finding(
            KIND,
            f"The id “{other.id}” is taken by another {role}.",
            Place(other.path, (*other.route, "id")),
            "Give this one an id of its own, or join the two entries.",
            (Label(Place(first.path, (*first.route, "id")), "it is taken here"),),
        )


RULE = Rule(KIND, __name__, whole(check))
