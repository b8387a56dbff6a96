"""Linchpins: against a recomputation of everything, on random corpora."""

from dataclasses import dataclass

from hypothesis import given, settings
from worlds import CLAIMS, PEOPLE, SOURCES, World, fallen, origins, records, worlds

from briefbook.analysis.brief_linchpins import _causes, ranked
from briefbook.analysis.linchpins import Effect
from briefbook.corpus import Target
from examples import examples

CARRIED = {
    "supported": ["supports"],
    "refuted": ["disputes"],
    "contested": ["supports", "disputes"],
}


@dataclass(frozen=True)
class State:
    """Who stands, and who is shaken, once something has fallen."""

    unsupported: frozenset[str]
    shaken: frozenset[str]


def _sides(record: dict[str, object]) -> list[list[dict[str, object]]]:
    stances = CARRIED.get(str(record.get("verdict")), [])
    items: list[dict[str, object]] = record.get("evidence", [])  # type: ignore[assignment]
    sides = [[item for item in items if item["stance"] == stance] for stance in stances]
    return [side for side in sides if side]


def _recomputed(world: World, gone: set[str], without: str, taken: set[str]) -> State:
    """The definition, word by word, over the whole corpus."""
    by_id = {str(record["id"]): record for record in records(world)}
    down: set[str] = set(taken)

    def falls(name: str) -> bool:
        record = by_id[name]
        sides = _sides(record)
        if any(not any(origins(world, i, gone, without) for i in side) for side in sides):
            return True
        leans: list[str] = record["depends_on"]  # type: ignore[assignment]
        return not sides and bool(leans) and all(lean in down for lean in leans)

    while more := {name for name in by_id if name not in down and falls(name)}:
        down |= more

    def behind(name: str, gone: set[str], without: str) -> set[str]:
        record = by_id[name]
        sides = _sides(record) or [
            side
            for lean in record["depends_on"]  # type: ignore[attr-defined]
            if lean in by_id
            for side in _sides(by_id[lean])
        ]
        return {o for side in sides for i in side for o in origins(world, i, gone, without)}

    def is_shaken(name: str) -> bool:
        record = by_id[name]
        if any(lean in down for lean in record["depends_on"]):  # type: ignore[attr-defined]
            return True
        if record["confidence"] != "high":
            return False
        return len(behind(name, set(), "")) >= 2 > len(behind(name, gone, without))

    shaken = {name for name in by_id if name not in down and is_shaken(name)}
    return State(frozenset(down - taken), frozenset(shaken))


def _named(effect: Effect) -> State:
    return State(
        frozenset(target.id for target in effect.unsupported),
        frozenset(target.id for target in effect.shaken),
    )


@settings(max_examples=examples(10))
@given(worlds())
def test_a_source_that_falls(world: World) -> None:
    linchpins = world.edition().linchpins
    for name in SOURCES:
        assert _named(linchpins.if_source_falls(name)) == _recomputed(
            world, fallen(world, name), "", set()
        )


@settings(max_examples=examples(10))
@given(worlds())
def test_an_origin_that_falls(world: World) -> None:
    linchpins = world.edition().linchpins
    for name in [*PEOPLE, *SOURCES]:
        assert _named(linchpins.if_origin_falls(name)) == _recomputed(world, set(), name, set())


@settings(max_examples=examples(10))
@given(worlds())
def test_a_record_that_falls(world: World) -> None:
    linchpins = world.edition().linchpins
    for name in ["a", *CLAIMS]:
        effect = linchpins.if_record_falls(Target("record", name, "b"))
        assert _named(effect) == _recomputed(world, set(), "", {name})


@settings(max_examples=30)
@given(worlds())
def test_the_ranking_is_by_what_falls_in_the_brief_and_holds_only_that(world: World) -> None:
    edition = world.edition()
    found = ranked(edition.linchpins, "b", edition.briefs["b"])
    weights = [(-len(effect.unsupported), -len(effect.shaken)) for effect in found]
    assert weights == sorted(weights)
    assert all(effect.unsupported or effect.shaken for effect in found)
    assert len({effect.cause for effect in found}) == len(found)


@settings(max_examples=examples(10))
@given(worlds())
def test_among_its_own_records_a_brief_hangs_on_what_it_does_among_all(world: World) -> None:
    edition = world.edition()
    for name, brief in edition.briefs.items():
        found = {effect.cause: effect for effect in ranked(edition.linchpins, name, brief)}
        for cause in _causes(edition.origins, name, brief):
            among_all = edition.linchpins.if_falls(cause).within(name)
            assert found.get(cause, Effect(cause, (), ())) == among_all
