"""Blast radius: exactly the records whose support changes, against a recomputation of all."""

from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import SOURCES, World, fallen, origins, records, worlds

from briefbook.corpus import Target
from briefbook.model.source import Grade
from examples import examples


def _supports(world: World, gone: set[str]) -> dict[str, object]:
    """The support of every claim by the definition: links, origins, best letter, suggestion."""
    edition = world.edition()
    found: dict[str, object] = {}
    for record, claim in zip(world.brief["claims"], edition.briefs["b"].claims, strict=True):  # type: ignore[call-overload]
        sides = []
        for stance in ("supports", "disputes"):
            items = [i for i in record["evidence"] if i["stance"] == stance]
            items = [i for i in items if origins(world, i, gone)]
            links = {n for i in items for n in (i["source"], i.get("via"), *i.get("also_in", []))}
            names = {origin for item in items for origin in origins(world, item, gone)}
            letters = [
                str(data["reliability"][-1])  # type: ignore[index]
                for item in items
                if item.get("credibility") not in ("4", "5")
                and (data := world.sources[item.get("via") or item["source"]])["reliability"]
            ]
            best = min((letter for letter in letters if letter != "F"), default="")
            sides.append((frozenset(links - {None}), frozenset(names), best))
        found[claim.id] = (*sides, edition.verdicts.of(claim).verdict)
    return found


def _changed(world: World, after: World) -> tuple[set[str], set[str]]:
    """Claims and judgments whose support differs, those that lean on them included."""
    old, new = _supports(world, set()), _supports(after, set())
    changed = {name for name in old if old[name] != new[name]}
    while more := {
        str(record["id"])
        for record in records(world)
        if record["id"] not in changed and changed & set(record["depends_on"])  # type: ignore[call-overload]
    }:
        changed |= more
    claims = {name for name in changed if name.startswith("c")}
    return claims, changed - claims


@settings(max_examples=examples(10))
@given(worlds(), st.sampled_from(SOURCES), st.sampled_from(Grade))
def test_regrading(world: World, source: str, grade: Grade) -> None:
    edition = world.edition()
    data = {**world.sources[source]}
    data["reliability"] = [*data["reliability"], grade.value]  # type: ignore[misc]
    after = World({**world.sources, source: data}, world.brief)
    radius = edition.blast_radius.of_regrading(source, grade)
    claims, judgments = _changed(world, after)
    assert {target.id for target in radius.claims} == claims
    assert {target.id for target in radius.judgments} == judgments


@settings(max_examples=examples(10))
@given(worlds(), st.sampled_from(SOURCES))
def test_withdrawing(world: World, source: str) -> None:
    edition = world.edition()
    gone = fallen(world, source)
    after = World(_without_sources(world, gone), _without_evidence(world, gone))
    radius = edition.blast_radius.of_withdrawal(source)
    claims, judgments = _changed(world, after)
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
