"""REF007 duplicate-brief-id: two files of one name in different folders."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.findings import Finding, Kind, Label, Place
from briefbook.rules import Rule, whole
from briefbook.text.document import Span

KIND = Kind("REF007", "duplicate-brief-id")


def check(edition: Edition) -> Iterator[Finding]:
    """One finding for each file after the first (in the order of paths)."""
    corpus = edition.corpus
    first: dict[str, str] = {}
    for file in sorted(corpus.files, key=lambda item: item.path):
        taken = first.setdefault(file.id.casefold(), file.path)
        if taken != file.path:
            yield Finding(
                KIND,
                f"The id “{file.id}” is taken by {taken}.",
                Place(file.path, span=Span(0, 0)),
                "Rename one of the two files: the file name is the address of the brief.",
                (Label(Place(taken, span=Span(0, 0)), "the other brief"),),
            )


RULE = Rule(KIND, __name__, whole(check))
