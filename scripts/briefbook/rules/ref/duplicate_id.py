"""REF006 duplicate-id: two records of a brief with one id."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.findings import Finding, Kind, Label, Place
from briefbook.rules import Rule, whole

KIND = Kind("REF006", "duplicate-id")


def check(edition: Edition) -> Iterator[Finding]:
    """One finding for each record after the first that takes an id."""
    corpus = edition.corpus
    for path, ids in corpus.links.defined.items():
        for record, (first, *others) in ids.items():
            for route in others:
                yield Finding(
                    KIND,
                    f"The id “{record}” is taken by another record of this brief.",
                    Place(path, route),
                    "Give this one an id of its own: the id is the address of the record.",
                    (Label(Place(path, first), "it is taken here"),),
                )


RULE = Rule(KIND, __name__, whole(check))
