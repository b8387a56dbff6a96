"""SRC001 unused-source: a source that nothing refers to."""

from collections.abc import Iterator

from briefbook.analysis.dependencies import reachable
from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed, Target
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Source
from briefbook.rules import Rule, current_at, each_file

KIND = Kind("SRC001", "unused-source", Severity.note)


def check(edition: Edition, path: str) -> Iterator[Finding]:
    """Sources that no brief names, and from which nothing derives that a brief names.

    Nothing is said while a brief cannot be read: it may be the one that names them.
    """
    if any(target.role == "brief" for target in edition.corpus.unread):
        return
    for placed in current_at(edition, path, Source):
        repeats = reachable([placed.id], edition.origins.repeats)
        if not any(_is_named(one, edition) for one in repeats):
            yield _finding(placed)


def _is_named(source: str, edition: Edition) -> bool:
    return any(link.brief for link in edition.corpus.links.to(Target("source", source)))


def _finding(placed: Placed[Source]) -> Finding:
    return Finding(
        KIND,
        f"Nothing uses the source “{placed.id}”.",
        placed.place("id"),
        "Cite it where it bears on a claim, or take it out if no brief was published with it.",
    )


RULE = Rule(KIND, __name__, each_file(check))
