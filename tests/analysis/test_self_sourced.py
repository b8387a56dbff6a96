"""Self-sourced: whether anybody but the claimant stands behind a claim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from short_records import brief, claim, item, source
from worlds import PEOPLE, SOURCES, World, origins, worlds

from briefbook.analysis.origins import Origins
from briefbook.analysis.self_sourced import is_self_sourced

LIBRARY = Origins(
    {
        "speech": source("speech", speaker=["ann"]),
        "interview": source("interview", speaker=["ann"]),
        "both": source("both", speaker=["ann", "bob"]),
        "retold": source("retold", derives_from=["speech"]),
        "seed": source("seed"),
        "copy": source("copy", derives_from=["seed"]),
        "register": source("register"),
    }
)
ANN = {"claimant": "ann"}
SEED = {"claimant": "ann", "appearance": "seed"}


@pytest.mark.parametrize(
    ("names", "fields", "expected"),
    [
        (["speech"], ANN, True),
        (["speech", "interview", "retold"], ANN, True),  # many links, one mouth
        (["speech", "register"], ANN, False),
        (["both"], ANN, False),  # the source stands for both speakers
        (["speech"], {"claimant": "bob"}, False),
        (["register"], ANN, False),
        (["seed"], ANN, False),
        (["seed"], SEED, True),
        (["copy"], SEED, True),
        (["seed", "speech"], SEED, True),
        (["seed", "register"], SEED, False),
        (["seed"], {"claimant": {"name": "A reader"}, "appearance": "seed"}, True),
        (["speech"], {"claimant": {"name": "Ann"}}, False),  # a name alone is no entity
        ([], ANN, False),
        (["speech"], {}, False),
    ],
)
def test_whose_word_it_is(names: list[str], fields: dict[str, object], expected: bool) -> None:
    one = claim(*(item(name) for name in names), **fields)
    assert is_self_sourced(one, brief(), LIBRARY) is expected


def test_an_origin_of_the_items_own_counts_instead_of_its_sources() -> None:
    one = claim(item("register", origin="ann"), **ANN)
    assert is_self_sourced(one, brief(), LIBRARY)
    assert not is_self_sourced(claim(item("speech", origin="bob"), **ANN), brief(), LIBRARY)


def test_claimant_and_text_are_those_under_review_unless_the_claim_has_its_own() -> None:
    reviewing = brief(reviews={"claimant": "ann", "appearance": "seed"})
    assert is_self_sourced(claim(item("speech"), item("copy")), reviewing, LIBRARY)
    assert not is_self_sourced(claim(item("speech")), brief(), LIBRARY)
    assert not is_self_sourced(claim(item("speech"), claimant="bob"), reviewing, LIBRARY)
    assert not is_self_sourced(claim(item("seed"), appearance="register"), reviewing, LIBRARY)


@pytest.mark.parametrize("stance", ["disputes", "context", "silent", "misreports"])
def test_only_support_is_looked_at(stance: str) -> None:
    assert is_self_sourced(claim(item("speech"), item("register", stance), **ANN), brief(), LIBRARY)
    assert not is_self_sourced(claim(item("speech", stance), **ANN), brief(), LIBRARY)


@given(worlds(), st.sampled_from([*PEOPLE, *SOURCES]), st.none() | st.sampled_from(SOURCES))
def test_equals_the_definition(world: World, claimant: str, appearance: str | None) -> None:
    edition = world.edition()
    own = {claimant, appearance}
    for record, one in zip(world.brief["claims"], edition.briefs["b"].claims, strict=True):  # type: ignore[call-overload]
        named = {"claimant": {"entity": claimant}, "appearance": appearance or ""}
        found = {
            origin
            for i in record["evidence"]
            if i["stance"] == "supports"
            for origin in origins(world, i, set())
        }
        whose = claim(*one.evidence, **named)
        assert is_self_sourced(whose, brief(), edition.origins) is (bool(found) and found <= own)
