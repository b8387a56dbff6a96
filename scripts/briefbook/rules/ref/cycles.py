"""What the rules for circles of references have in common."""

from collections.abc import Callable, Iterator, Mapping

from briefbook.analysis.cycles import shortest_cycle, strongly_connected_components
from briefbook.findings import Finding, Kind, Place
from briefbook.text.listing import counted

_SHOWN = 6


def cycle_findings(
    kind: Kind,
    ways: Mapping[str, Mapping[str, Place]],
    describe: Callable[[str], str],
    more: str,
    remedy: str,
) -> Iterator[Finding]:
    """One finding for each group of names that lead to each other, at the first of them.

    `ways` holds where each name leads and where that is said; `describe` makes a message of the
    circle in words, `more` is what its members are called in the singular.
    """
    edges = {name: list(targets) for name, targets in ways.items()}
    for group in strongly_connected_components(edges):
        first = group[0]
        if len(group) == 1 and first not in edges[first]:
            continue
        circle = shortest_cycle(edges, first)
        yield Finding(kind, describe(_told(circle, more)), ways[first][circle[1]], remedy)


def _told(circle: list[str], more: str) -> str:
    if len(circle) <= _SHOWN + 1:
        return " → ".join(circle)
    left = counted(len(circle) - 1 - _SHOWN, f"more {more}")
    return " → ".join([*circle[:_SHOWN], f"{left} …", circle[-1]])
