"""REF006 duplicate-id: two records of a brief with one id."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.findings import Finding, Kind, Label, Place, Route
from briefbook.rules import Rule, each_file
from briefbook.rules.ref.matrices import matrices

KIND = Kind("REF006", "duplicate-id")


def check(edition: Edition, path: str) -> Iterator[Finding]:
    """One finding for each record, or hypothesis of a set, after the first that takes an id."""
    corpus = edition.corpus
    for record, (first, *others) in corpus.links.routes_by_path.get(path, {}).items():
        for route in others:
            yield Finding(
                KIND,
                f"The id “{record}” is taken by another record of this brief.",
                Place(path, route),
                "Give this one an id of its own: the id is the address of the record.",
                (Label(Place(path, first), "it is taken here"),),
            )
    for matrix in matrices(corpus, path):
        taken: dict[str, Route] = {}
        for name, route in matrix.options:
            if taken.setdefault(name, route) is not route:
                yield Finding(
                    KIND,
                    f"The id “{name}” is taken by another hypothesis of this comparison.",
                    Place(path, route),
                    "Give this one an id of its own: the ratings name it.",
                    (Label(Place(path, taken[name]), "it is taken here"),),
                )


RULE = Rule(KIND, __name__, each_file(check))
