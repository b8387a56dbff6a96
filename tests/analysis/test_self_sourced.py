"""Self-sourced: whether anybody but the claimant stands behind a claim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from institutions_by_hand import holders, together
from short_records import brief, claim, entity, item, library, source
from worlds import PEOPLE, SOURCES, World, is_later, last_day, named, origins, worlds

from briefbook.analysis.self_sourced import self_sourced

LIBRARY = library(
    source("speech", speaker=["ann"]),
    source("interview", speaker=["ann"]),
    source("both", speaker=["ann", "bob"]),
    source("retold", derives_from=["speech"]),
    source("seed"),
    source("copy", derives_from=["seed"]),
    source("register"),
    source("copy-of-register", derives_from=["register"]),
    source("release", publisher="Ann Ltd"),
    source("blog", publisher="A Reader"),
    entity("ann", name="Ann", aliases=["Ann Ltd"]),
    entity("bob", name="Bob"),
    entity("chief", name="Chief", affiliated_with=[{"entity": "ann", "how": "employs"}]),
    entity("guest", name="Guest", affiliated_with=[{"entity": "ann", "how": "member-of"}]),
    source("chief-speaks", speaker=["chief"]),
    source("guest-speaks", speaker=["guest"]),
)
ANN = {"claimant": "ann"}
SEED = {"claimant": "ann", "appearance": "seed"}


@pytest.mark.parametrize(
    ("names", "fields", "expected"),
    [
        (["speech"], ANN, True),
        (["speech", "interview", "retold"], ANN, True),  # many links, one mouth
        (["speech", "register"], ANN, False),
        (["both"], ANN, True),  # a joint statement is of both, and so also of its own maker
        (["release"], ANN, True),  # its publisher bears the claimant's name
        (["chief-speaks"], ANN, True),  # whom the claimant employs
        (["speech"], {"claimant": "chief"}, True),
        (["guest-speaks"], ANN, False),  # a member is of no one hand with the body
        (["blog"], {"claimant": {"name": "a  reader"}}, True),  # named only, no entity
        (["speech"], {"claimant": "bob"}, False),
        (["register"], ANN, False),
        (["seed"], ANN, False),
        (["seed"], SEED, True),
        (["copy"], SEED, True),
        (["seed", "speech"], SEED, True),
        (["seed", "register"], SEED, False),
        (["seed"], {"claimant": {"name": "A reader"}, "appearance": "seed"}, True),
        (["speech"], {"claimant": {"name": "ann ltd"}}, True),  # a bare name of an entity
        (["speech"], {"claimant": {"name": "Anna"}}, False),
        ([], ANN, False),
        (["speech"], {}, False),
        (["seed"], {"appearance": "seed"}, True),  # nobody is named, and only the text says so
        (["register"], {"claimant": "ann", "appearance": "copy-of-register"}, False),
        (["release"], {"claimant": "bob", "appearance": "release"}, True),
        (["speech"], {"claimant": "bob", "appearance": "release"}, True),  # of the text's hand
    ],
)
def test_whose_word_it_is(names: list[str], fields: dict[str, object], expected: bool) -> None:
    one = claim(*(item(name) for name in names), **fields)
    assert self_sourced(one, brief(), LIBRARY) is expected


def test_an_origin_of_the_items_own_counts_instead_of_its_sources() -> None:
    one = claim(item("register", origin="ann"), **ANN)
    assert self_sourced(one, brief(), LIBRARY)
    assert not self_sourced(claim(item("speech", origin="bob"), **ANN), brief(), LIBRARY)


def test_claimant_and_text_are_those_under_review_unless_the_claim_has_its_own() -> None:
    reviewing = brief(reviews={"claimant": "ann", "appearance": "seed"})
    assert self_sourced(claim(item("speech"), item("copy")), reviewing, LIBRARY)
    assert not self_sourced(claim(item("speech")), brief(), LIBRARY)
    assert not self_sourced(claim(item("speech"), claimant="bob"), reviewing, LIBRARY)
    assert not self_sourced(claim(item("seed"), appearance="register"), reviewing, LIBRARY)


@pytest.mark.parametrize("stance", ["disputes", "context", "silent", "absent", "misreports"])
def test_only_support_is_looked_at(stance: str) -> None:
    assert self_sourced(claim(item("speech"), item("register", stance), **ANN), brief(), LIBRARY)
    assert not self_sourced(claim(item("speech", stance), **ANN), brief(), LIBRARY)


@given(worlds(), st.sampled_from([*PEOPLE, *SOURCES]), st.none() | st.sampled_from(SOURCES))
def test_equals_the_definition(world: World, claimant: str, appearance: str | None) -> None:
    edition = world.edition()
    made = {"as_of": world.sources[appearance].get("published")} if appearance else {}
    for record, one in zip(world.brief["claims"], edition.briefs["b"].claims, strict=True):  # type: ignore[call-overload]
        named_fields = {"claimant": {"entity": claimant}, "appearance": appearance or ""}
        found = {
            origin
            for i in record["evidence"]
            if i["stance"] == "supports"
            and (i["source"] == appearance or not is_later(world, made, i))
            for origin in origins(world, i, set())
        }
        text = holders(world, named(world, appearance)) if appearance else set()
        day = last_day(made)
        hand = set().union(*(together(world, who, day) for who in {claimant, *text}))
        own = {origin for origin in found if holders(world, origin) & hand}
        whose = claim(*one.evidence, **named_fields)
        assert self_sourced(whose, brief(), edition) is (bool(found) and found <= own)
