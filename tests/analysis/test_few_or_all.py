"""What is found for one record alone is what is found for it among all."""

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from chains import Chains, chains
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import World, worlds

from briefbook.analysis.edition import Edition
from briefbook.corpus import Target
from briefbook.corpus.few_or_all import FEW, FewOrAll
from examples import examples
from harness import Project
from random_edits import Edited

MAPS: dict[str, Callable[[Edition], Mapping[Any, Any]]] = {
    "links": lambda e: e.corpus.links.backlinks,
    "basis": lambda e: e.dependencies.basis,
    "limits": lambda e: e.dependencies.limits,
    "limited": lambda e: e.dependencies.limited,
    "leaners": lambda e: e.dependencies.leaners,
    "dependents": lambda e: e.dependencies.dependents,
    "waiting": lambda e: e.dependencies.waiting,
    "bearers": lambda e: e.linchpins.bearers,
    "carried": lambda e: e.linchpins.by_source,
    "supported": lambda e: e.blast_radius.supported,
    "users": lambda e: e.blast_radius.users,
    "claims of actors": lambda e: e.involvement.claims,
    "relations of actors": lambda e: e.involvement.relations,
    "events of actors": lambda e: e.involvement.events,
    "examined": lambda e: e.involvement.examined,
    "stale": lambda e: e.staleness.itself,
    "stale through": lambda e: e.staleness.through,
}
OF_SOURCES = (
    "carried", "users", "claims of actors", "relations of actors", "events of actors", "examined",
)  # fmt: skip
"""Maps by the ids of sources and of whoever is named beside them; the others are by targets."""


def _are_alike(edition: Edition, chance: random.Random) -> None:
    """Each is asked of an edition of its own, in an order by chance: nothing is known then."""
    for name, of in MAPS.items():
        whole = dict(of(_afresh(edition)).items())
        asked = [*whole, *_others(edition, name in OF_SOURCES)]
        chance.shuffle(asked)
        few = of(_afresh(edition))
        assert {one: few.get(one) for one in asked} == {one: whole.get(one) for one in asked}, name
        assert [one in few for one in asked] == [one in whole for one in asked], name


def _afresh(edition: Edition) -> Edition:
    return replace(edition, corpus=replace(edition.corpus))


def _others(edition: Edition, of_sources: bool) -> list[object]:
    """What there is besides, and what there is not."""
    if of_sources:
        return ["nobody", *edition.sources, *edition.entities]
    return [
        Target("record", "nobody", "p"), Target("record", "c1", "nobody"), *edition.records,
        *(Target("source", one) for one in edition.sources),
    ]  # fmt: skip


@given(chains(), st.randoms(use_true_random=False))
def test_among_records_that_lean_on_each_other(given: Chains, chance: random.Random) -> None:
    _are_alike(given.edition(), chance)


@given(worlds(), st.randoms(use_true_random=False))
def test_among_sources_that_repeat_each_other(world: World, chance: random.Random) -> None:
    _are_alike(world.edition(), chance)


@settings(max_examples=examples(2))
@given(seed=st.integers(0, 10**6))
def test_after_edits_at_random(seed: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    chance = random.Random(seed)
    edited = Edited(tmp_path_factory.mktemp("edited") / "project")
    for _ in range(chance.randint(0, 8)):
        edited.edit(chance)
    _are_alike(Project(edited.root).edition(), chance)


def test_many_are_made_at_once() -> None:
    asked, made = list[int](), list[int]()
    numbers = FewOrAll(
        lambda n: asked.append(n) or (n if n < 2 * FEW else None),
        lambda: made.append(1) or {n: n for n in range(2 * FEW)},
    )  # fmt: skip
    assert [numbers[n] for n in range(2 * FEW)] == [*range(2 * FEW)]
    assert (asked, made) == ([*range(FEW)], [1])
    assert (numbers.get(-1), len(numbers), [*numbers]) == (None, 2 * FEW, [*range(2 * FEW)])
    with pytest.raises(KeyError):
        numbers[2 * FEW]
