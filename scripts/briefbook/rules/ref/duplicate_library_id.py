"""REF011 duplicate-library-id: two sources, entities or topics with one id."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import library_definitions
from briefbook.findings import Finding, Kind, Label, Place
from briefbook.rules import Rule, each_file

KIND = Kind("REF011", "duplicate-library-id")


def check(edition: Edition, path: str) -> Iterator[Finding]:
    """A finding for each entry of a file that takes an id which another entry has before."""
    corpus = edition.corpus
    file = corpus.file_at.get(path)
    for role, reference in library_definitions(file) if file else ():
        here = (path, reference.route)
        first = corpus.library_ids[role, reference.target]
        if first != here:
            yield Finding(
                KIND,
                f"The id “{reference.target}” is taken by another {role}.",
                Place(*here),
                "Give this one an id of its own, or join the two entries.",
                (Label(Place(*first), "it is taken here"),),
            )


RULE = Rule(KIND, __name__, each_file(check))
