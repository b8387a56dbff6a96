"""Circles: groups and shortest ways, against reachability by hand on random graphs."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefbook.analysis.cycles import shortest_cycle, strongly_connected_components

NAMES = "abcdef"
Graph = Mapping[str, Sequence[str]]
GRAPHS = st.dictionaries(
    st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES + "xy"), max_size=3)
)


def _reached(edges: Graph, start: str) -> set[str]:
    """What a way of at least one step leads to."""
    found: set[str] = set()
    waiting = list(edges.get(start, ()))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += edges.get(name, ())
    return found


@given(GRAPHS)
def test_members_of_a_group_lead_to_each_other(edges: Graph) -> None:
    wanted = {
        tuple(
            sorted(
                b for b in edges if a == b or (b in _reached(edges, a) and a in _reached(edges, b))
            )
        )
        for a in edges
    }
    found = list(strongly_connected_components(edges))
    assert set(found) == wanted
    assert len(found) == len(wanted)


@given(GRAPHS)
def test_a_group_comes_after_all_that_it_leads_to(edges: Graph) -> None:
    before: set[str] = set()
    for group in strongly_connected_components(edges):
        before.update(group)
        for member in group:
            assert all(target in before for target in edges[member] if target in edges)


def _steps_back(edges: Graph, start: str) -> int:
    """Steps of the shortest way back, by widening; 0 if there is none."""
    front = {start}
    for step in range(1, len(edges) + 2):
        front = {target for name in front for target in edges.get(name, ())}
        if start in front:
            return step
    return 0


@given(GRAPHS, st.sampled_from(NAMES))
def test_the_shortest_circle(edges: Graph, start: str) -> None:
    way = shortest_cycle(edges, start)
    assert max(len(way) - 1, 0) == _steps_back(edges, start)
    if way:
        assert way[0] == way[-1] == start
        assert all(there in edges[here] for here, there in pairwise(way))


def test_ways_by_hand() -> None:
    edges = {"a": ["b", "c"], "b": ["c"], "c": ["d"], "d": ["a"], "e": ["e"], "f": ["a"]}
    assert shortest_cycle(edges, "a") == ["a", "c", "d", "a"]
    assert shortest_cycle(edges, "e") == ["e", "e"]
    assert shortest_cycle(edges, "f") == shortest_cycle(edges, "gone") == []


def test_a_long_chain_and_a_long_circle_need_no_recursion() -> None:
    size = 5000
    chain = {str(n): [str(n + 1)] for n in range(size)}
    assert len(list(strongly_connected_components(chain))) == size
    circle = {**chain, str(size - 1): ["0"]}
    assert [len(group) for group in strongly_connected_components(circle)] == [size]
    assert len(shortest_cycle(circle, "0")) == size + 1
