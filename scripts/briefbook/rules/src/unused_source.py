"""SRC001 unused-source: a source that nothing refers to."""

from collections.abc import Iterator

from briefbook.analysis.dependencies import reachable
from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed, Target
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Source
from briefbook.rules import Rule, current_at, current_records, whole

KIND = Kind("SRC001", "unused-source", Severity.note)


def check(edition: Edition) -> Iterator[Finding]:
    """Sources that no brief names, and that no named source derives from.

    Nothing is said while a brief cannot be read: it may be the one that names them.
    """
    if _may_be_named_unseen(edition):
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
            yield _finding(placed)


def in_file(edition: Edition, path: str) -> Iterator[Finding]:
    """The same in one file: who names a source is looked for, and who names what repeats it."""
    if _may_be_named_unseen(edition):
        return
    for placed in current_at(edition, path, Source):
        repeats = reachable([placed.id], edition.origins.repeats)
        if not any(_is_named(one, edition) for one in repeats):
            yield _finding(placed)


def _is_named(source: str, edition: Edition) -> bool:
    return any(link.brief for link in edition.corpus.links.to(Target("source", source)))


def _may_be_named_unseen(edition: Edition) -> bool:
    return any(target.role == "brief" for target in edition.corpus.unread)


def _finding(placed: Placed[Source]) -> Finding:
    return Finding(
        KIND,
        f"Nothing uses the source “{placed.id}”.",
        placed.place("id"),
        "Cite it where it bears on a claim, or take it out if no brief was published with it.",
    )


RULE = Rule(KIND, __name__, whole(check, in_file))
