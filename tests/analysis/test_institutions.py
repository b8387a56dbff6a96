"""Institutions: against a recomputation on random worlds, and by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from institutions_by_hand import institutions
from short_records import brief, claim, day, entity, item, library, source
from worlds import World, is_later, last_day, origins, worlds

from briefbook.analysis.chronology import judged_on
from briefbook.analysis.sides import sides_of_day, sides_since
from examples import examples


@settings(max_examples=examples(10))
@given(worlds(), st.none() | st.sampled_from(["2024-12-31", "2025-01-31", "2025-02-28"]))
def test_equal_to_the_definition(world: World, on: str | None) -> None:
    edition = world.edition()
    number = day(on).last if on else None
    for record in world.brief["claims"]:  # type: ignore[attr-defined]
        found = list(dict.fromkeys(
            origin for i in record["evidence"] for origin in sorted(origins(world, i, set()))
        ))  # fmt: skip
        groups = [set(names) for names in edition.institutions.of(found, number)]
        assert sorted(groups, key=sorted) == sorted(institutions(world, found, on), key=sorted)


@settings(max_examples=examples(10))
@given(worlds())
def test_counts_of_the_day_and_of_what_came_since(world: World) -> None:
    """Known by the last possible day of its date; undated ones are known; a copy or a repeat that
    came out later is a link that came later."""
    edition = world.edition()
    for record, one in zip(world.brief["claims"], edition.briefs["b"].claims, strict=True):  # type: ignore[call-overload]
        then = last_day(record)
        for later, sides in (
            (False, sides_of_day(one, edition.briefs["b"], edition)),
            (True, sides_since(one, edition.briefs["b"], edition)),
        ):
            for stance, side in (("supports", sides.supports), ("disputes", sides.disputes)):
                counted = [
                    (item, link)
                    for item in record["evidence"]
                    if item["stance"] == stance
                    for link in (item["source"], item.get("via"), *item.get("also_in", []))
                    if link and later is (
                        is_later(world, record, item)
                        or (link != item["source"]
                            and is_later(world, record, {"source": link}))
                    )
                ]  # fmt: skip
                found = {o for item, _ in counted for o in origins(world, item, set())}
                links = {link for _, link in counted}
                assert side.links == len(links)
                assert side.origins == len(found)
                assert side.institutions == len(institutions(world, sorted(found), then))


LIBRARY = library(
    entity("state"),
    entity("bank", affiliated_with=[{"entity": "state", "how": "owns"}]),
    entity("chief", affiliated_with=[{"entity": "bank", "how": "employs", "when": "2023/2025-06"}]),
    entity("lab", name="The Lab", affiliated_with=[{"entity": "bank", "how": "member-of"}]),
    entity("other"),
    source("from-bank", speaker=["bank"]),
    source("from-state", speaker=["state"]),
    source("from-chief", speaker=["chief"]),
    source("from-lab", publisher="the lab"),
    source("from-other", speaker=["other"]),
    source("joint", speaker=["bank", "other"]),
    source("joint-too", speaker=["other", "third"]),
    source("joint-three", speaker=["third", "fourth"]),
    *(entity(name) for name in ("third", "fourth")),
    source("paper", publisher="Daily"),
    source("paper-too", publisher="DAILY"),
    source("paper-apart", publisher="Daily", independent={"because": "W."}),
)


@pytest.mark.parametrize(
    ("names", "as_of", "counts"),
    [
        (["from-bank", "from-state"], "2025", (2, 2, 1)),
        (["from-chief", "from-state"], "2025-01", (2, 2, 1)),  # over two steps
        (["from-chief", "from-state"], "2026-01", (2, 2, 2)),  # no longer employed there
        (["from-lab", "from-bank"], "2025", (2, 2, 2)),  # a member is of no one hand with it
        (["from-bank", "from-other"], "2025", (2, 2, 2)),
        (["joint"], "2025", (1, 1, 1)),
        (["joint", "from-bank"], "2025", (2, 2, 1)),
        (["from-bank", "joint", "from-other"], "2025", (3, 3, 2)),
        (["joint", "joint-too", "joint-three"], "2025", (3, 3, 1)),
        (["joint", "joint-three", "joint-too"], "2025", (3, 3, 1)),
        (["paper", "paper-too"], "2025", (2, 1, 1)),
        (["paper", "paper-apart"], "2025", (2, 2, 2)),
    ],
)
def test_by_hand(names: list[str], as_of: str, counts: tuple[int, int, int]) -> None:
    side = sides_of_day(claim(*map(item, names), as_of=as_of), brief(), LIBRARY).supports
    assert (side.links, side.origins, side.institutions) == counts


def test_those_of_a_claim_without_a_day_are_judged_when_its_brief_was_last_changed() -> None:
    dated = brief(updated="2026-03", published="2025-01")
    assert judged_on(claim(), {}, dated) == day("2026-03").last
    assert judged_on(claim(as_of="2025"), {}, dated) == day("2025").last
    assert judged_on(claim(), {}, brief()) is None


def test_an_origin_is_named_for_all_of_them() -> None:
    assert LIBRARY.origin_name("bank+other") == "bank + other"
    assert LIBRARY.origin_name("publisher: daily") == "Daily"
    assert LIBRARY.origin_name("paper-apart") == "Daily"
