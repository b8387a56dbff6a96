"""Linchpins: against a recomputation of everything, on random corpora."""

from dataclasses import dataclass

from hypothesis import given, settings
from institutions_by_hand import institutions
from worlds import (
    CLAIMS,
    PEOPLE,
    PUBLISHERS,
    SOURCES,
    World,
    deciding,
    fallen,
    last_day,
    leans,
    origins,
    records,
    worlds,
)

from briefbook.analysis.brief_linchpins import _causes, ranked
from briefbook.analysis.fall import Effect
from briefbook.corpus import Target
from examples import examples

CARRIED = {
    "supported": ["supports"],
    "refuted": ["disputes"],
    "partly-supported": ["supports", "disputes"],
    "contested": ["supports", "disputes"],
}

UNDECIDED = ("open", "unverified", "not-checkable")


@dataclass(frozen=True)
class State:
    """What becomes of whom, once something has fallen."""

    unsupported: frozenset[str]
    undisputed: frozenset[str]
    shaken: frozenset[str]
    strengthened: frozenset[str]


def _sides(world: World, record: dict[str, object]) -> list[list[dict[str, object]]]:
    stances = CARRIED.get(str(record.get("verdict")), [])
    items = deciding(world, record)
    sides = [[item for item in items if item["stance"] == stance] for stance in stances]
    return [side for side in sides if side]


def _wants(sign: bool | None, record: dict[str, object] | None) -> str:
    """What must become of a record for it to speak against who leans on it: go “down”, “up”, move
    at all, or be “decided”."""
    if sign is not None:
        return "down" if sign else "up"
    verdict = record.get("verdict") if record else None
    if verdict in UNDECIDED:
        return "decided"
    return {"supported": "down", None: "down", "refuted": "up"}.get(verdict, "any")  # type: ignore[call-overload]


def _recomputed(world: World, gone: set[str], without: str, taken: set[str]) -> State:
    """The definition, word by word, over the whole corpus."""
    by_id = {str(record["id"]): record for record in records(world)}

    def own_way(name: str) -> str:
        return "up" if by_id.get(name, {}).get("verdict") == "refuted" else "down"

    moved: dict[str, set[str]] = {name: {own_way(name)} for name in taken}
    for name, record in by_id.items():
        lost = {
            str(side[0]["stance"])
            for side in _sides(world, record)
            if not any(origins(world, item, gone, without) for item in side)
        }
        if lost:
            moved[name] = {"down" if stance == "supports" else "up" for stance in lost}

    def speaks(name: str, *, against: bool) -> list[str]:
        """What it leans on of which something speaks against it, or for it."""
        found = []
        for lean, sign in leans(by_id[name]):
            if lean in moved:
                wanted = _wants(sign, by_id.get(lean))
                if wanted == "decided":
                    if against and lean in taken:
                        found.append(lean)
                elif (wanted == "any" or wanted in moved[lean]) is against:
                    found.append(lean)
        return found

    while more := {
        name for name, record in by_id.items()
        if name not in moved and not _sides(world, record) and record["depends_on"]
        and record.get("verdict") not in UNDECIDED
        and len(speaks(name, against=True)) == len(leans(record))
    }:  # fmt: skip
        moved |= {name: {own_way(name)} for name in more}

    def behind(name: str, gone: set[str], without: str) -> set[str]:
        record = by_id[name]
        sides = _sides(world, record) or [
            side
            for lean, sign in leans(record)
            if lean in by_id
            for side in _sides(world, by_id[lean])
            if _wants(sign, by_id[lean]) != ("up" if side[0]["stance"] == "supports" else "down")
        ]
        return {o for side in sides for i in side for o in origins(world, i, gone, without)}

    def is_shaken(name: str) -> bool:
        if speaks(name, against=True):
            return True
        if by_id[name]["confidence"] != "high":
            return False
        day = last_day(by_id[name])
        had, has = behind(name, set(), ""), behind(name, gone, without)
        return (
            len(institutions(world, sorted(had), day))
            >= 2
            > len(institutions(world, sorted(has), day))
        )

    stands = {name for name in by_id if name not in moved}
    down = {name for name in moved if name not in taken}
    unsupported = {name for name in down if "down" in moved[name]}
    shaken = {name for name in stands if is_shaken(name)}
    stronger = {name for name in stands - shaken if speaks(name, against=False)}
    return State(*map(frozenset, (unsupported, down - unsupported, shaken, stronger)))


def _named(effect: Effect) -> State:
    return State(*(frozenset(target.id for target in targets) for targets in effect.lists))


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
    for name in [*PEOPLE, *SOURCES, *PUBLISHERS.values(), "ann+bob"]:
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
    weights = [(-effect.falling, -len(effect.shaken)) for effect in found]
    assert weights == sorted(weights)
    assert all(effect.harms for effect in found)
    assert len({effect.cause for effect in found}) == len(found)


@settings(max_examples=examples(10))
@given(worlds())
def test_among_its_own_records_a_brief_hangs_on_what_it_does_among_all(world: World) -> None:
    edition = world.edition()
    for name, brief in edition.briefs.items():
        found = {effect.cause: effect for effect in ranked(edition.linchpins, name, brief)}
        for cause in _causes(edition.origins, name, brief):
            among_all = edition.linchpins.if_falls(cause).within(name)
            of_sources = {one.lists for one in found.values() if one.cause.kind == "source"}
            if among_all.harms and (cause in found or among_all.lists not in of_sources):
                assert found[cause] == among_all
            else:
                assert cause not in found
