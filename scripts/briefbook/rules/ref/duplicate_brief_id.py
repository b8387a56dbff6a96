"""REF007 duplicate-brief-id: two files of one name in different folders."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import BriefFile
from briefbook.findings import Finding, Kind, Label, Place
from briefbook.rules import Rule, each_file
from briefbook.text.document import Span

KIND = Kind("REF007", "duplicate-brief-id")


def check(edition: Edition, path: str) -> Iterator[Finding]:
    """A finding for each file but the first (in the order of paths)."""
    file = edition.corpus.file_at.get(path)
    if not isinstance(file, BriefFile):
        return
    first = edition.corpus.paths_by_id[file.id.casefold()][0]
    if first != path:
        yield Finding(
            KIND,
            f"The id “{file.id}” is taken by {first}.",
            Place(path, span=Span(0, 0)),
            "Rename one of the two files: the file name is the address of the brief.",
            (Label(Place(first, span=Span(0, 0)), "the other brief"),),
        )


RULE = Rule(KIND, __name__, each_file(check))
