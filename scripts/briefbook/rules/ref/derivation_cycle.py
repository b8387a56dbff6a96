"""REF008 derivation-cycle: sources that repeat each other in a circle, so that none is a root."""

from collections.abc import Iterator

from briefbook.corpus import Corpus
from briefbook.findings import Finding, Kind, Place
from briefbook.rules import Rule

KIND = Kind("REF008", "derivation-cycle")


def check(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each circle, at the first of its sources in the order of ids; linear."""
    parents = {
        name: [item.id for item in entry.record.derives_from]
        for name, entry in corpus.sources.items()
    }
    done: set[str] = set()
    for start in parents:
        for circle in _circles(start, parents, done):
            first = min(circle)
            at = circle.index(first)
            turned = [*circle[at:], *circle[:at]]
            entry = corpus.sources[first]
            step = parents[first].index(turned[1 % len(turned)])
            yield Finding(
                KIND,
                f"These sources repeat each other in a circle: {' → '.join([*turned, first])}.",
                Place(entry.path, (*entry.route, "derives_from", step)),
                "One of them came first: take `derives_from` out there.",
            )


def _circles(start: str, parents: dict[str, list[str]], done: set[str]) -> Iterator[list[str]]:
    """Depth-first without recursion; yields the path of each back edge."""
    path: list[str] = []
    on_path: dict[str, int] = {}
    stack: list[tuple[str, bool]] = [(start, False)]
    while stack:
        name, leaving = stack.pop()
        if leaving:
            path.pop()
            del on_path[name]
            done.add(name)
        elif name in on_path:
            yield path[on_path[name] :]
        elif name in parents and name not in done:
            on_path[name] = len(path)
            path.append(name)
            stack.append((name, True))
            stack.extend((parent, False) for parent in reversed(parents[name]))


RULE = Rule(KIND, __name__, check)
