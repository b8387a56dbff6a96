"""BRF008 authors-in-one: several names are written as one author."""

import re
from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Brief
from briefbook.rules import Rule, each

KIND = Kind("BRF008", "authors-in-one", Severity.warning)
_BETWEEN = re.compile(r"\s*[,;，；、]\s*|\s+(?:and|und|et|y|и|&)\s+")
_OF_A_NAME = re.compile(
    r"(?:Jr|Sr|PhD|MD|MA|BA|MSc|Dr|Inc|Ltd|LLC|GmbH|AG|I{2,3}|IV)\.?", re.IGNORECASE
)

_HALF = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ'’-]+")


def check(placed: Placed[Brief], edition: Edition) -> Iterator[Finding]:
    """Whether each author is one name."""
    authors = placed.record.authors
    if len(authors) > 1 and all(_HALF.fullmatch(author) for author in authors):
        yield Finding(
            KIND,
            f"These are read as {len(authors)} authors of one word each.",
            placed.place("authors", 0),
            f"If they are parts of names, write the names whole: authors: [{authors[1]} "
            f"{authors[0]}].",
        )
    for index, author in enumerate(placed.record.authors):
        parts = [part for part in _BETWEEN.split(author) if not _OF_A_NAME.fullmatch(part)]
        if len(parts) < 2:
            continue
        turned = len(parts) == 2 and all(" " not in part for part in parts)
        yield Finding(
            KIND,
            f"“{author}” is read as one author.",
            placed.place("authors", index),
            f"Write “{parts[1]} {parts[0]}” if it is one person; for two write authors: "
            f"[{', '.join(parts)}]."
            if turned
            else f"For {len(parts)} authors write authors: [{', '.join(parts)}]. One name that "
            "holds a comma is better written without it.",
        )


RULE = Rule(KIND, __name__, each(Brief)(check))
