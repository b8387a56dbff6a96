"""What the rules for circles of references have in common."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from briefbook.analysis.cycles import shortest_cycle, strongly_connected_components
from briefbook.analysis.edition import Edition
from briefbook.corpus import AnyFile, Corpus, Link
from briefbook.findings import Finding, Kind, Place
from briefbook.rules import Check, whole
from briefbook.text.listing import counted

_SHOWN = 6


Step = Callable[[Link, Corpus], tuple[str, str, Place] | None]
"""From where to where a link leads, as names of records, and where that is said."""


def circles(
    kind: Kind, field: str, step: Step, describe: Callable[[str], str], more: str, remedy: str
) -> Check:
    """A check that what is said under a field never leads back to where it began.

    There is one finding for each group of names that lead to each other, at the first of them.
    `describe` makes a message of the circle in words, `more` is what its members are called in the
    singular.
    """

    def among(edition: Edition, files: Iterable[AnyFile]) -> Iterator[Finding]:
        ways = _ways(edition.corpus, files, field, step)
        edges = {name: list(targets) for name, targets in ways.items()}
        for group in strongly_connected_components(edges):
            first = group[0]
            if len(group) > 1 or first in edges[first]:
                circle = shortest_cycle(edges, first)
                place = ways[first][circle[1]]
                yield Finding(kind, describe(_told(circle, more)), place, remedy)

    def check(edition: Edition) -> Iterator[Finding]:
        return among(edition, edition.corpus.links.files)

    def in_file(edition: Edition, path: str) -> Iterator[Finding]:
        found = among(edition, _reached(edition.corpus, path, field))
        return (one for one in found if one.place.path == path)

    return whole(check, in_file)


def _ways(
    corpus: Corpus, files: Iterable[AnyFile], field: str, step: Step
) -> Mapping[str, Mapping[str, Place]]:
    """Where each name leads, and where that is said."""
    ways: dict[str, dict[str, Place]] = {}
    for file in files:
        for link in corpus.links.through(file, field):
            if found := step(link, corpus):
                name, target, place = found
                ways.setdefault(name, {}).setdefault(target, place)
    return ways


def _reached(corpus: Corpus, path: str, field: str) -> list[AnyFile]:
    """A file and all to which what stands in it under a field leads, on and on."""
    reached = {path: corpus.file_at[path]} if path in corpus.file_at else {}
    waiting = list(reached)
    while waiting:
        for link in corpus.links.through(reached[waiting.pop()], field):
            for one in _holding(link, corpus):
                if one not in reached:
                    reached[one] = corpus.file_at[one]
                    waiting.append(one)
    return list(reached.values())


def _holding(link: Link, corpus: Corpus) -> Iterable[str]:
    """The files in which what a link names may stand."""
    if link.target is None:
        return ()
    if link.target.role == "source":
        return [file.path for file in corpus.library if file.role == "source"]
    return corpus.paths_by_id[(link.target.brief or link.target.id).casefold()]


def _told(circle: list[str], more: str) -> str:
    if len(circle) <= _SHOWN + 1:
        return " → ".join(circle)
    left = counted(len(circle) - 1 - _SHOWN, f"more {more}")
    return " → ".join([*circle[:_SHOWN], f"{left} …", circle[-1]])
