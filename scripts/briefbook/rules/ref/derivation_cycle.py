"""REF008 derivation-cycle: sources that repeat each other in a circle, so that none is a root."""

from collections.abc import Iterator

from briefbook.analysis.circles import groups, shortest_circle
from briefbook.analysis.edition import Edition
from briefbook.findings import Finding, Kind, Place
from briefbook.rules import Rule, whole
from briefbook.text.listing import counted

KIND = Kind("REF008", "derivation-cycle")
_SHOWN = 6


def check(edition: Edition) -> Iterator[Finding]:
    """One finding for each group of sources that repeat each other, at the first of their ids."""
    corpus = edition.corpus
    parents = {
        name: [item.id for item in entry.record.derives_from]
        for name, entry in corpus.sources.items()
    }
    for group in groups(parents):
        first = group[0]
        if len(group) == 1 and first not in parents[first]:
            continue
        circle = shortest_circle(parents, first)
        entry = corpus.sources[first]
        yield Finding(
            KIND,
            f"These sources repeat each other in a circle: {_told(circle)}.",
            Place(entry.path, (*entry.route, "derives_from", parents[first].index(circle[1]))),
            "One of them came first: take `derives_from` out there.",
        )


def _told(circle: list[str]) -> str:
    if len(circle) <= _SHOWN + 1:
        return " → ".join(circle)
    left = counted(len(circle) - 1 - _SHOWN, "more source")
    return " → ".join([*circle[:_SHOWN], f"{left} …", circle[-1]])


RULE = Rule(KIND, __name__, whole(check))
