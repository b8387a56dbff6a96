"""REF010 reserved-id: an id that the site needs for its own addresses."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.findings import Finding, Kind, Place
from briefbook.model.reserved import RESERVED
from briefbook.rules import Rule, whole
from briefbook.text.document import Span

KIND = Kind("REF010", "reserved-id")


def check(edition: Edition) -> Iterator[Finding]:
    """Briefs, records of briefs and entries of the library."""
    corpus = edition.corpus
    for file in corpus.files:
        if file.id in RESERVED:
            yield _finding(file.id, Place(file.path, span=Span(0, 0)))
        for reference in file.references:
            if reference.roles == ("definition",) and reference.target in RESERVED:
                yield _finding(reference.target, Place(file.path, reference.route))
    for library in corpus.library:
        for reference in library.references:
            if reference.roles == ("definition",) and reference.target in RESERVED:
                yield _finding(reference.target, Place(library.path, reference.route))


def _finding(name: str, place: Place) -> Finding:
    return Finding(
        KIND,
        f"The id “{name}” is reserved: pages use the word in their own addresses.",
        place,
        f"Say more precisely what this is, for example {name}-2025.",
    )


RULE = Rule(KIND, __name__, whole(check))
