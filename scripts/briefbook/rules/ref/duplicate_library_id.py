"""REF011 duplicate-library-id: two sources, entities or topics with one id."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Corpus
from briefbook.findings import Finding, Kind, Label, Place
from briefbook.rules import Rule, whole

KIND = Kind("REF011", "duplicate-library-id")


def check(edition: Edition) -> Iterator[Finding]:
    """One finding for each entry after the first that takes an id."""
    corpus = edition.corpus
    taken: dict[tuple[str, str], Place] = {}
    for role, name, place in _definitions(corpus):
        first = taken.setdefault((role, name), place)
        if first is not place:
            yield Finding(
                KIND,
                f"The id “{name}” is taken by another {role}.",
                place,
                "Give this one an id of its own, or join the two entries.",
                (Label(first, "it is taken here"),),
            )


def _definitions(corpus: Corpus) -> Iterator[tuple[str, str, Place]]:
    """Role, id and place of every entry, however wrong the rest of it is."""
    for library in corpus.library:
        for reference in library.references:
            if reference.roles == ("definition",):
                yield library.role, reference.target, Place(library.path, reference.route)
    for file in corpus.files:
        for reference in file.references:
            if reference.roles == ("definition",) and reference.route[0] == "sources":
                yield "source", reference.target, Place(file.path, reference.route)


RULE = Rule(KIND, __name__, whole(check))
