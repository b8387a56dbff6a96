"""Blast radius: exactly the records whose support changes, against a recomputation of all."""

from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import SOURCES, World, fallen, leans, origins, records, worlds

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


def _ways(old: object, new: object) -> set[str]:
    """What became of a claim's sides: “for” or “against” got “weaker” or “firmer”."""
    found = set()
    for side, was, now in zip(("for", "against"), old, new, strict=False):  # type: ignore[call-overload]
        if was[1:] != now[1:]:
            rank = {letter: place for place, letter in enumerate(["A", "B", "C", "D", "E", ""])}
            less = was[1] > now[1] or rank[was[2]] < rank[now[2]]
            found.add(f"{side} {'weaker' if less else 'firmer'}")
    return found


def _speaks_against(sign: bool | None, verdict: str | None, way: str, *, own: bool) -> bool | None:
    """None: neither against who leans on it nor for it."""
    side, how = way.split()
    if sign is None and verdict in ("open", "unverified", "not-checkable"):
        return True if own and how == "firmer" else None
    lost = (side == "for") == (how == "weaker")
    needs = {"supported": True, "refuted": False, None: True}.get(verdict) if sign is None else sign
    return how == "weaker" if needs is None else lost is needs


def _changed(world: World, after: World) -> tuple[set[str], set[str], set[str]]:
    """Claims whose support differs, those that lean on them included; judgments that are weakened,
    and those that are only strengthened."""
    old, new = _supports(world, set()), _supports(after, set())
    ways = {name: _ways(old[name], new[name]) for name in old if old[name] != new[name]}
    by_id = {str(record["id"]): record for record in records(world)}
    own = {(name, way) for name, found in ways.items() for way in found}
    while True:
        more = {
            (name, _own(record, against=against))
            for name, record in by_id.items()
            for lean, sign in leans(record)
            for way in ways.get(lean, ())
            if (
                against := _speaks_against(
                    sign, _verdict(by_id.get(lean)), way, own=(lean, way) in own
                )
            )
            is not None
        }
        if all(way in ways.get(name, ()) for name, way in more):
            break
        for name, way in more:
            ways.setdefault(name, set()).add(way)
    judgments = {name for name in ways if name.startswith("j")}
    weakened = {name for name in judgments if any("weaker" in way for way in ways[name])}
    return {name for name in ways if name.startswith("c")}, weakened, judgments - weakened


def _verdict(record: dict[str, object] | None) -> str | None:
    return record.get("verdict") if record else None  # type: ignore[return-value]


def _own(record: dict[str, object], *, against: bool) -> str:
    """What it means for a record that something speaks against it: less for what was found."""
    side = "against" if record.get("verdict") == "refuted" else "for"
    return f"{side} {'weaker' if against else 'firmer'}"


@settings(max_examples=examples(10))
@given(worlds(), st.sampled_from(SOURCES), st.sampled_from(Grade))
def test_regrading(world: World, source: str, grade: Grade) -> None:
    edition = world.edition()
    data = {**world.sources[source]}
    data["reliability"] = [*data["reliability"], grade.value]  # type: ignore[misc]
    after = World({**world.sources, source: data}, world.entities, world.brief)
    radius = edition.blast_radius.of_regrading(source, grade)
    found = (radius.claims, radius.judgments, radius.strengthened)
    assert tuple({target.id for target in one} for one in found) == _changed(world, after)


@settings(max_examples=examples(10))
@given(worlds(), st.sampled_from(SOURCES))
def test_withdrawing(world: World, source: str) -> None:
    edition = world.edition()
    gone = fallen(world, source)
    after = World(_without_sources(world, gone), world.entities, _without_evidence(world, gone))
    radius = edition.blast_radius.of_withdrawal(source)
    found = (radius.claims, radius.judgments, radius.strengthened)
    assert tuple({target.id for target in one} for one in found) == _changed(world, after)


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
    found = (*radius.claims, *radius.judgments, *radius.strengthened)
    touched = {target.id for target in found}
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
        {},
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
