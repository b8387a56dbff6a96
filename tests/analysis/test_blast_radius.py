"""Blast radius: exactly the records whose support changes, against a recomputation of all."""

from hypothesis import given, settings
from hypothesis import strategies as st

from briefbook.analysis.edition import Edition
from briefbook.analysis.falling import Nothing
from briefbook.corpus import Target
from briefbook.model.source import Grade
from worlds import SOURCES, World, fallen, records, worlds


def _supports(edition: Edition) -> dict[str, object]:
    """The support of every claim, over the whole corpus."""
    radius = edition.blast_radius
    return {
        claim.id: radius.support(claim, Nothing(edition.origins), edition.sources)
        for claim in edition.briefs["b"].claims
    }


def _changed(world: World, before: Edition, after: Edition) -> tuple[set[str], set[str]]:
    """Claims and judgments whose support differs, those that lean on them included."""
    old, new = _supports(before), _supports(after)
    changed = {name for name in old if old[name] != new[name]}
    while more := {
        str(record["id"])
        for record in records(world)
        if record["id"] not in changed and changed & set(record["depends_on"])  # type: ignore[call-overload]
    }:
        changed |= more
    claims = {name for name in changed if name.startswith("c")}
    return claims, changed - claims


@given(worlds(), st.sampled_from(SOURCES), st.sampled_from(Grade))
def test_regrading(world: World, source: str, grade: Grade) -> None:
    edition = world.edition()
    data = {**world.sources[source]}
    data["reliability"] = [*data["reliability"], grade.value]  # type: ignore[misc]
    after = World({**world.sources, source: data}, world.brief).edition()
    radius = edition.blast_radius.of_regrading(source, grade)
    claims, judgments = _changed(world, edition, after)
    assert {target.id for target in radius.claims} == claims
    assert {target.id for target in radius.judgments} == judgments


@given(worlds(), st.sampled_from(SOURCES))
def test_withdrawing(world: World, source: str) -> None:
    edition = world.edition()
    gone = fallen(world, source)
    after = World(_without_sources(world, gone), _without_evidence(world, gone)).edition()
    radius = edition.blast_radius.of_withdrawal(source)
    claims, judgments = _changed(world, edition, after)
    assert {target.id for target in radius.claims} == claims
    assert {target.id for target in radius.judgments} == judgments


def _without_sources(world: World, gone: set[str]) -> dict[str, dict[str, object]]:
    return {
        name: {**data, "derives_from": [p for p in data["derives_from"] if p not in gone]}  # type: ignore[attr-defined]
        for name, data in world.sources.items()
        if name not in gone
    }


def _without_evidence(world: World, gone: set[str]) -> dict[str, object]:
    def left(item: dict[str, object]) -> dict[str, object] | None:
        if {item["source"], item.get("via"), item.get("origin")} & gone:
            return None
        also = [name for name in item.get("also_in", []) if name not in gone]  # type: ignore[attr-defined]
        return {**item, "also_in": also}

    claims = [
        {**claim, "evidence": [kept for item in claim["evidence"] if (kept := left(item))]}
        for claim in world.brief["claims"]  # type: ignore[attr-defined]
    ]
    return {**world.brief, "claims": claims}


@settings(max_examples=30)
@given(worlds(), st.sampled_from(SOURCES))
def test_forecasts_are_those_of_what_changes(world: World, source: str) -> None:
    radius = world.edition().blast_radius.of_withdrawal(source)
    with_forecast = {str(r["id"]) for r in records(world) if r.get("forecast")}
    touched = {target.id for target in (*radius.claims, *radius.judgments)}
    assert {target.id for target in radius.forecasts} == touched & with_forecast


@settings(max_examples=30)
@given(worlds())
def test_the_same_letter_again_changes_nothing(world: World) -> None:
    edition = world.edition()
    for name, data in world.sources.items():
        for letter in data["reliability"]:  # type: ignore[attr-defined]
            radius = edition.blast_radius.of_regrading(name, Grade(letter))
            assert (radius.claims, radius.judgments, radius.forecasts) == ((), (), ())


def test_a_target_is_named_with_its_brief() -> None:
    world = World(
        {"s": {"id": "s", "title": "s", "reliability": ["B"]}},
        {
            "title": "T",
            "summary": "S.",
            "status": "draft",
            "claims": [
                {
                    "id": "c",
                    "statement": "S.",
                    "kind": "fact",
                    "verdict": "supported",
                    "evidence": [{"source": "s", "stance": "supports"}],
                }
            ],
            "judgments": [{"id": "j", "statement": "S.", "depends_on": ["c"]}],
        },
    )
    radius = world.edition().blast_radius.of_withdrawal("s")
    assert radius.claims == (Target("record", "c", "b"),)
    assert radius.judgments == (Target("record", "j", "b"),)
