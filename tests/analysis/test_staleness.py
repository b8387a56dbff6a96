"""Basis stale: against the definition on random corpora, and the way and reason for each mark."""

from datetime import date

import pytest
from chains import PAST, Chains, Record, chain, chains
from hypothesis import given, settings
from steps import lines_run

from briefbook.analysis import dependencies as dependencies_module
from briefbook.analysis import staleness as staleness_module
from briefbook.analysis.staleness import Staleness
from briefbook.corpus import Target
from examples import examples
from harness import DAY

LEANS = ("depends_on", "rests_on", "limited_by")
REVIEW, ENDED = "past its review day", "no longer in force"
BRIEF = "its brief is past its review day"


def _at(name: str, brief: str = "p") -> Target:
    return Target("record", name, brief)


def _own_reasons(world: Chains) -> dict[Target, str]:
    """Barriers and assumptions that are past their day: their dates, compared as text."""
    today, found = str(DAY), dict[Target, str]()
    for target, record in world.placed():
        end = str(record.get("in_force", "")).partition("/")[2]
        if end and end != ".." and end < today:
            found[target] = ENDED
        elif record.get("review_by") and str(record["review_by"]) < today:
            found[target] = REVIEW
    return found


def _stale_briefs(world: Chains) -> set[str]:
    return {n for n, f in world.fields.items() if str(f["review_by"]) < str(DAY)}


def _lean_on_stale(world: Chains) -> set[Target]:
    """Round by round: what leans on a stale record, on a stale brief of others, or on such."""
    own, briefs, leans = set(_own_reasons(world)), _stale_briefs(world), world.leans(*LEANS)
    found: set[Target] = set()
    while more := {
        one
        for one, ends in leans.items()
        if one not in found
        and any(
            end in own or end in found or (end.brief in briefs and end.brief != one.brief)
            for end in ends
        )
    }:
        found |= more
    return found


@settings(max_examples=examples(3))
@given(chains())
def test_whatever_leans_on_something_stale_is_marked(world: Chains) -> None:
    found, briefs = world.edition().staleness, _stale_briefs(world)
    marked = {*found.itself, *found.through}
    for target in _lean_on_stale(world):
        assert target in marked
    fresh = {target for target in marked if target.brief not in briefs}
    assert fresh == {
        target
        for target in (_lean_on_stale(world) | set(_own_reasons(world)))
        if target.brief not in briefs
    }


@given(chains())
def test_what_is_stale_itself_says_why(world: Chains) -> None:
    found, own, briefs = world.edition().staleness, _own_reasons(world), _stale_briefs(world)
    leaned_on_from_elsewhere = {
        end
        for one, ends in world.leans(*LEANS).items()
        for end in ends
        if end.brief in briefs and end.brief != one.brief
    }
    assert dict(found.itself) == {**dict.fromkeys(leaned_on_from_elsewhere, BRIEF), **own}


@given(chains())
def test_the_mark_is_the_next_step_of_a_shortest_way_to_the_cause(world: Chains) -> None:
    found, leans = world.edition().staleness, world.leans(*LEANS)
    assert not set(found.itself) & set(found.through)
    distance = dict.fromkeys(found.itself, 0)
    for steps in range(1, len(leans) + 1):
        distance |= {
            one: steps
            for one, ends in leans.items()
            if one not in distance and any(distance.get(end) == steps - 1 for end in ends)
        }
    fresh = set(leans) - {one for one in leans if one.brief in _stale_briefs(world)}
    assert fresh & set(distance) == fresh & {*found.itself, *found.through}
    for one, step in found.through.items():
        assert step in leans[one]
        if one in fresh:
            assert distance[step] == distance[one] - 1


def _stale(records: dict[str, Record], **review_by: str) -> Staleness:
    """The staleness of brief p with these records, beside an empty corpus of others."""
    fields: dict[str, Record] = {name: {"review_by": day} for name, day in review_by.items()}
    return Chains(fields, {"p": {"j0": {}, **records}}).edition().staleness


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({"review_by": PAST}, REVIEW),
        ({"review_by": "2026-10"}, REVIEW),
        ({"in_force": f"2022/{PAST}"}, ENDED),
        ({"in_force": f"2022/{PAST}", "review_by": PAST}, ENDED),
        ({"in_force": "2022/..", "review_by": PAST}, REVIEW),
    ],
)
def test_a_barrier_past_its_day(record: Record, reason: str) -> None:
    found = _stale({"b1": record, "c1": {"limited_by": ["b1"]}, "j1": {"depends_on": ["c1"]}})
    assert found.itself == {_at("b1"): reason}
    assert found.through == {_at("c1"): _at("b1"), _at("j1"): _at("c1")}


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"review_by": "2026-11-23"},
        {"review_by": "2026-11"},
        {"in_force": "2022"},
        {"in_force": "2022/.."},
        {"in_force": "2022/2026-11-23"},
        {"last_confirmed": "2022"},
    ],
)
def test_a_barrier_that_still_holds(record: Record) -> None:
    found = _stale({"b1": record, "c1": {"limited_by": ["b1"]}})
    assert (found.itself, found.through) == ({}, {})


def test_each_way_of_leaning_counts_and_being_leaned_on_does_not() -> None:
    found = _stale(
        {
            "a1": {"review_by": PAST},
            "j1": {"depends_on": ["a1"]},
            "c1": {"depends_on": ["a1"]},
            "b1": {"rests_on": ["c1"]},
            "c2": {"limited_by": ["b1"]},
            "a2": {},
            "j2": {"depends_on": ["a2"]},
            "q1": {"bears_on": ["a1"]},
        }
    )
    assert found.itself == {_at("a1"): REVIEW}
    assert found.through == {
        _at("j1"): _at("a1"),
        _at("c1"): _at("a1"),
        _at("b1"): _at("c1"),
        _at("c2"): _at("b1"),
    }


def test_a_stale_brief_marks_records_of_other_briefs_but_not_its_own() -> None:
    world = Chains(
        {"p": {"review_by": PAST}},
        {
            "p": {"c1": {}, "c2": {}, "j1": {"depends_on": ["c2"]}},
            "q": {"c1": {"depends_on": ["p#c1"]}, "j1": {"depends_on": ["c1"]}, "j2": {}},
        },
    )
    found = world.edition().staleness
    assert found.itself == {_at("c1"): BRIEF}
    assert found.through == {_at("c1", "q"): _at("c1"), _at("j1", "q"): _at("c1", "q")}


def test_a_record_that_is_stale_itself_says_so_also_in_a_stale_brief() -> None:
    world = Chains(
        {"p": {"review_by": PAST}},
        {
            "p": {"a1": {"review_by": PAST}, "b1": {"in_force": f"2022/{PAST}"}, "a2": {}},
            "q": {"j1": {"depends_on": ["p#a1", "p#b1", "p#a2"]}},
        },
    )
    reasons = {_at("a1"): REVIEW, _at("b1"): ENDED, _at("a2"): BRIEF}
    assert world.edition().staleness.itself == reasons


def test_in_the_light_of_an_earlier_day_nothing_is_stale() -> None:
    world = chain(3, {"review_by": PAST})
    day = date.fromisoformat(PAST)
    assert world.edition(day).staleness == Staleness({}, {})
    assert len(world.edition().staleness.through) == 3


def test_a_circle_ends() -> None:
    circle: dict[str, Record] = {"j1": {"depends_on": ["j2", "a1"]}, "j2": {"depends_on": ["j1"]}}
    found = _stale({**circle, "a1": {"review_by": PAST}})
    assert found.through == {_at("j1"): _at("a1"), _at("j2"): _at("j1")}


def test_twice_the_records_are_twice_the_work() -> None:
    """In a long chain and in a star, where a search from each record would cost the square."""

    def work(world: Chains) -> int:
        edition = world.edition()
        return lines_run(lambda: edition.staleness, staleness_module, dependencies_module)

    def star(size: int) -> Chains:
        leaning = {f"j{n}": {"depends_on": ["a1"]} for n in range(size)}
        return Chains({}, {"p": {"a1": {"review_by": PAST}, **leaning}})

    assert work(chain(200, {"review_by": PAST})) < 2.2 * work(chain(100, {"review_by": PAST}))
    assert work(star(200)) < 2.2 * work(star(100))
