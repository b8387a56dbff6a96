"""Dependencies: what rests on what, both ways, and the judgments that wait on a question."""

from chains import Chains, chain, chains, named
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import lines_run

from briefbook.analysis import dependencies as dependencies_module
from briefbook.analysis.dependencies import reachable, reversed_edges, target_of
from briefbook.corpus import Target
from examples import examples

GRAPHS = st.dictionaries(
    st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdefxy"), max_size=3)
).map(lambda edges: {_at(name): [_at(end) for end in ends] for name, ends in edges.items()})


def _at(name: str, brief: str = "p") -> Target:
    return Target("record", name, brief)


def test_a_reference_names_a_record_of_its_own_brief_or_of_another() -> None:
    assert target_of("first", "here") == _at("first", "here")
    assert target_of("there#first", "here") == _at("first", "there")


@given(chains())
def test_basis_and_limits_are_what_was_typed(world: Chains) -> None:
    dependencies = world.edition().dependencies
    basis = world.leans("depends_on", "rests_on")
    assert {name: list(ends) for name, ends in dependencies.basis.items()} == {
        name: ends for name, ends in basis.items() if ends
    }
    limits = world.leans("limited_by")
    assert {name: list(ends) for name, ends in dependencies.limits.items()} == {
        name: ends for name, ends in limits.items() if ends
    }


@given(chains())
def test_dependents_are_the_basis_read_backwards(world: Chains) -> None:
    dependencies = world.edition().dependencies
    pairs = [(end, name) for end, names in dependencies.dependents.items() for name in names]
    wanted = {
        (end, name) for name, ends in world.leans("depends_on", "rests_on").items() for end in ends
    }
    assert set(pairs) == wanted
    assert len(pairs) == len(wanted)


def _judgments_that_wait(world: Chains, question: Target) -> set[Target]:
    """From each judgment down to what it leans on, instead of up from the question."""
    leans = world.leans("depends_on", "rests_on")
    records = dict(world.placed())
    asked = {named(name, question.brief) for name in records[question].get("bears_on", [])}

    def foundations(name: Target, seen: frozenset[Target]) -> set[Target]:
        below = {name}
        for end in leans.get(name, []):
            if end not in seen:
                below |= foundations(end, seen | {end})
        return below

    judgments = [name for name in records if name.id.startswith("j")]
    return {name for name in judgments if asked & foundations(name, frozenset({name}))}


@settings(max_examples=examples(3))
@given(chains())
def test_who_waits_on_a_question_equals_brute_force(world: Chains) -> None:
    waiting = world.edition().dependencies.waiting
    questions = [target for target, _ in world.placed() if target.id.startswith("q")]
    assert set(waiting) == set(questions)
    counts = {}
    for question in questions:
        wanted = _judgments_that_wait(world, question)
        assert set(waiting[question]) == wanted
        counts[question] = len(wanted)
    # Their number ranks questions: a judgment that waits in two ways counts once.
    assert {question: len(names) for question, names in waiting.items()} == counts


def test_those_that_it_bears_on_come_first_and_the_nearer_before_the_farther() -> None:
    world = Chains(
        {},
        {
            "p": {
                "q1": {"bears_on": ["c1", "j4"]},
                "q2": {"bears_on": ["a1"]},
                "q3": {},
                "c1": {"depends_on": []},
                "j1": {"depends_on": ["j2"]},
                "j2": {"depends_on": ["j3"]},
                "j3": {"depends_on": ["c1"]},
                "j4": {},
                "a1": {},
            },
            "q": {"j9": {"depends_on": ["p#j4"]}},
        },
    )
    waiting = world.edition().dependencies.waiting
    assert waiting[_at("q1")] == (
        _at("j4"),
        _at("j3"),
        _at("j9", "q"),
        _at("j2"),
        _at("j1"),
    )
    assert waiting[_at("q2")] == waiting[_at("q3")] == ()


def test_only_judgments_wait() -> None:
    records: dict[str, dict[str, object]] = {
        "q1": {"bears_on": ["c1"]},
        "c1": {},
        "c2": {"depends_on": ["c1"]},
        "b1": {"rests_on": ["c2"]},
        "j1": {"depends_on": ["b1"]},
    }
    world = Chains({}, {"p": records})
    assert world.edition().dependencies.waiting == {_at("q1"): (_at("j1"),)}


@given(GRAPHS)
def test_reading_a_graph_backwards_twice_gives_it_back(edges: dict[Target, list[Target]]) -> None:
    pairs = {(start, end) for start, ends in edges.items() for end in ends}
    backwards = reversed_edges(edges)
    assert {(start, end) for end, starts in backwards.items() for start in starts} == pairs
    twice = reversed_edges(backwards)
    assert {(start, end) for start, ends in twice.items() for end in ends} == pairs


@given(GRAPHS, st.lists(st.sampled_from("abcdef").map(_at), max_size=2))
def test_reachable_yields_each_once_and_the_nearest_first(
    edges: dict[Target, list[Target]], starts: list[Target]
) -> None:
    distance = dict.fromkeys(starts, 0)
    for steps in range(1, 10):
        for start in [name for name, far in distance.items() if far == steps - 1]:
            for end in edges.get(start, []):
                distance.setdefault(end, steps)
    found = list(reachable(starts, edges))
    assert set(found) == set(distance)
    assert len(set(found)) == len(found)
    assert [distance[name] for name in found] == sorted(distance.values())


def test_twice_the_chain_is_twice_the_work() -> None:
    def work(length: int) -> int:
        world = chain(length, {})
        records = {"q1": {"bears_on": ["a1"]}, **world.records["p"]}
        dependencies = Chains({}, {"p": records}).edition().dependencies
        assert len(dependencies.waiting[_at("q1")]) == length
        fresh = Chains({}, {"p": records}).edition().dependencies
        return lines_run(lambda: fresh.waiting, dependencies_module)

    assert work(200) < 2.2 * work(100)
