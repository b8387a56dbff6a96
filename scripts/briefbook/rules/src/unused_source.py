"""SRC001 unused-source: a source that nothing refers to."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Source
from briefbook.rules import Rule, current_records, whole

KIND = Kind("SRC001", "unused-source", Severity.note)


def check(edition: Edition) -> Iterator[Finding]:
    """Sources that no brief names, and that no named source derives from.

    Nothing is said while a brief cannot be read: it may be the one that names them.
    """
    if any(target.role == "brief" for target in edition.corpus.unread):
        return
    used = {
        link.target.id
        for link in edition.corpus.links.all
        if link.brief and link.target and link.target.role == "source"
    }
    waiting = list(used)
    while waiting:
        for parent in edition.origins.parents(waiting.pop()):
            if parent not in used:
                used.add(parent)
                waiting.append(parent)
    for placed in current_records(edition, Source):
        if placed.id not in used:
            yield Finding(
                KIND,
                f"Nothing uses the source “{placed.id}”.",
                placed.place("id"),
                "Cite it where it bears on a claim, or take it out if no brief was published "
                "with it.",
            )


RULE = Rule(KIND, __name__, whole(check))
