"""REF010 reserved-id: an id that the site needs for its own addresses."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import BriefFile
from briefbook.findings import Finding, Kind, Place
from briefbook.model.reserved import RESERVED
from briefbook.rules import Rule, each_file
from briefbook.text.document import Span

KIND = Kind("REF010", "reserved-id")


def check(edition: Edition, path: str) -> Iterator[Finding]:
    """Briefs, records of briefs and entries of the library."""
    file = edition.corpus.file_at.get(path)
    if isinstance(file, BriefFile) and file.id in RESERVED:
        yield _finding(file.id, Place(path, span=Span(0, 0)))
    for reference in file.definitions if file else ():
        if reference.target in RESERVED:
            yield _finding(reference.target, Place(path, reference.route))


def _finding(name: str, place: Place) -> Finding:
    return Finding(
        KIND,
        f"The id “{name}” is reserved: pages use the word in their own addresses.",
        place,
        f"Say more precisely what this is, for example {name}-2025.",
    )


RULE = Rule(KIND, __name__, each_file(check))
