"""Circles in a graph: groups of nodes that lead to each other (Tarjan 1972), without recursion."""

from collections.abc import Iterator, Mapping, Sequence


def strongly_connected_components(edges: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Strongly connected components, each after all that its members lead to; linear.

    Most groups are one node alone. Nodes that are only named as targets are left out.
    """
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    waiting: list[str] = []
    done: set[str] = set()
    for start in edges:
        stack = [] if start in index else [(start, iter(edges[start]))]
        while stack:
            name, targets = stack[-1]
            if name not in index:
                index[name] = low[name] = len(index)
                waiting.append(name)
            target = next(targets, None)
            if target is None:
                stack.pop()
                if stack:
                    below = stack[-1][0]
                    low[below] = min(low[below], low[name])
                if low[name] == index[name]:
                    group = _pop_until(waiting, name)
                    done.update(group)
                    yield tuple(sorted(group))
            elif target in edges and target not in index:
                stack.append((target, iter(edges[target])))
            elif target in edges and target not in done:
                low[name] = min(low[name], index[target])


def _pop_until(waiting: list[str], name: str) -> list[str]:
    group = [waiting.pop()]
    while group[-1] != name:
        group.append(waiting.pop())
    return group


def shortest_cycle(edges: Mapping[str, Sequence[str]], start: str) -> list[str]:
    """The shortest way from a node back to itself, both ends named; empty if there is none."""
    came_from: dict[str, str] = {}
    front = [start]
    while front:
        following = []
        for name in front:
            for target in edges.get(name, ()):
                if target == start:
                    return _way(came_from, start, name)
                if target not in came_from:
                    came_from[target] = name
                    following.append(target)
        front = following
    return []


def _way(came_from: Mapping[str, str], start: str, last: str) -> list[str]:
    way = [start, last] if last != start else [start]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return [start, *reversed(way[1:-1]), start] if len(way) > 1 else [start, start]
