"""Independent origins: against a brute-force reading of the definition, on random libraries."""

from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.analysis.origins import Origins, links_of
from briefbook.model import Claim, ClaimKind, Evidence, Source, Stance, Verdict
from briefbook.model.source import Derivation, Independent

NAMES = [f"s{number}" for number in range(5)]
PEOPLE = ["ann", "bob", "cy"]


def _source(
    name: str,
    parents: list[str] = [],  # noqa: B006
    speakers: list[str] = [],  # noqa: B006
    publisher: str | None = None,
    *,
    apart: bool = False,
) -> Source:
    return Source(
        id=name,
        title=name,
        derives_from=tuple(Derivation(id=parent) for parent in parents),
        speaker=tuple(speakers),
        publisher=publisher,
        independent=Independent(because="W.") if apart else None,
    )


def _claim(*items: Evidence) -> Claim:
    return Claim(
        id="c", statement="S.", kind=ClaimKind.fact, verdict=Verdict.supported, evidence=items
    )


def _item(source: str, stance: Stance = Stance.supports, **more: object) -> Evidence:
    return Evidence.model_validate({"source": source, "stance": stance, **more})


SOURCES = st.fixed_dictionaries(
    {
        name: st.builds(
            _source,
            st.just(name),
            st.lists(st.sampled_from([*NAMES, "unread"]), max_size=2),
            st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True),
            st.none() | st.sampled_from(["Daily", "daily ", "Herald"]),
            apart=st.booleans(),
        )
        for name in NAMES
    }
)
ACYCLIC = st.fixed_dictionaries(
    {
        name: st.builds(
            _source,
            st.just(name),
            st.lists(st.sampled_from(NAMES[:index]), max_size=2) if index else st.just([]),
            st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True),
            st.none() | st.sampled_from(["Daily", "daily ", "Herald"]),
            apart=st.booleans(),
        )
        for index, name in enumerate(NAMES)
    }
)
ITEMS = st.lists(
    st.builds(
        lambda source, stance, via, also, origin: _item(
            source, stance, **({"via": via} if via else {}), also_in=tuple(also),
            **({"origin": origin} if origin else {}),
        ),
        st.sampled_from([*NAMES, "unread"]),
        st.sampled_from(Stance),
        st.none() | st.sampled_from(NAMES),
        st.lists(st.sampled_from(NAMES), max_size=2),
        st.none() | st.sampled_from([*PEOPLE, *NAMES]),
    ),
    max_size=6,
)  # fmt: skip


def _reachable(sources: Mapping[str, Source], start: str) -> set[str]:
    found, waiting = set(), [start]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [item.id for item in sources[name].derives_from] if name in sources else []
    return found


def _roots(sources: Mapping[str, Source], start: str) -> set[str]:
    """Whatever can be reached and derives from nothing itself."""
    return {
        name
        for name in _reachable(sources, start)
        if name not in sources or not sources[name].derives_from
    }


def _origins(sources: Mapping[str, Source], items: list[Evidence], stance: Stance) -> set[str]:
    found: set[str] = set()
    for item in items:
        if item.stance is not stance:
            continue
        if item.origin:
            found.add(_behind(sources, item.origin))
            continue
        found |= {_behind(sources, root) for root in _roots(sources, item.source)}
    return found


def _behind(sources: Mapping[str, Source], root: str) -> str:
    """Its speakers together, else its publisher unless it stands apart, else itself."""
    record = sources.get(root)
    if record and record.speaker:
        return "+".join(sorted(record.speaker))
    if record and record.publisher and not record.independent:
        return f"publisher: {record.publisher.strip().lower()}"
    return root


def _links(items: list[Evidence], stance: Stance) -> set[str]:
    return {
        name
        for item in items
        if item.stance is stance
        for name in (item.source, item.via, *item.also_in)
        if name
    }


@given(ACYCLIC, ITEMS)
def test_equals_brute_force(sources: dict[str, Source], items: list[Evidence]) -> None:
    origins = Origins(sources)
    for stance in Stance:
        side = origins.side(items, stance)
        assert set(side.origins) == _origins(sources, items, stance)
        assert set(side.links) == _links(items, stance)
        assert len(set(side.origins)) == len(side.origins)
        assert len(set(side.links)) == len(side.links)


@given(ACYCLIC)
def test_roots_equal_brute_force(sources: dict[str, Source]) -> None:
    origins = Origins(sources)
    for name in [*NAMES, "unread"]:
        assert set(origins.roots(name)) == _roots(sources, name)


def _circle(sources: Mapping[str, Source], name: str) -> frozenset[str]:
    """The sources that repeat each other with this one; mostly itself alone."""
    return frozenset(
        other for other in _reachable(sources, name) if name in _reachable(sources, other)
    )


@given(SOURCES)
def test_a_circle_without_a_way_out_counts_as_one_root(sources: dict[str, Source]) -> None:
    """A circle is an error that another rule reports; here it must not multiply witnesses."""
    origins = Origins(sources)
    for name in sources:
        ends = {
            circle
            for other in _reachable(sources, name)
            if (circle := _circle(sources, other)) == _reachable(sources, other)
        }
        assert {_circle(sources, root) for root in origins.roots(name)} == ends
        assert len(origins.roots(name)) == len(ends)
        assert origins.of_source(name)


@given(ACYCLIC, ITEMS, st.sampled_from(NAMES), st.data())
def test_a_repeat_never_adds_an_origin(
    sources: dict[str, Source], items: list[Evidence], repeated: str, data: st.DataObject
) -> None:
    """Neither as an item of its own, nor as a copy read, nor under `also_in`."""
    before = [*items, _item(repeated)]
    copy = _source("copy", [repeated], data.draw(st.lists(st.sampled_from(PEOPLE), max_size=1)))
    origins = Origins({**sources, "copy": copy})
    wanted = set(Origins(sources).side(before, Stance.supports).origins)
    for more in (_item("copy"), _item(repeated, via="copy"), _item(repeated, also_in=("copy",))):
        side = origins.side([*before, more], Stance.supports)
        assert set(side.origins) == wanted
        assert "copy" in side.links


@given(ACYCLIC, ITEMS, st.randoms(use_true_random=False))
def test_order_never_matters(
    sources: dict[str, Source], items: list[Evidence], random: object
) -> None:
    shuffled, names = list(items), list(sources)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    random.shuffle(names)  # type: ignore[attr-defined]
    one, two = Origins(sources), Origins({name: sources[name] for name in names})
    for stance in Stance:
        first, second = one.side(items, stance), two.side(shuffled, stance)
        assert set(first.origins) == set(second.origins)
        assert set(first.links) == set(second.links)


@given(SOURCES, ITEMS, st.randoms(use_true_random=False))
def test_order_of_the_library_never_matters(
    sources: dict[str, Source], items: list[Evidence], random: object
) -> None:
    """Not even with circles in it: the same briefs give the same site from any file order."""
    names = list(sources)
    random.shuffle(names)  # type: ignore[attr-defined]
    one, two = Origins(sources), Origins({name: sources[name] for name in names})
    for stance in Stance:
        assert set(one.side(items, stance).origins) == set(two.side(items, stance).origins)


@given(SOURCES)
def test_repeats_are_the_inverse_of_derives_from(sources: dict[str, Source]) -> None:
    found = {(parent, name) for parent, names in Origins(sources).repeats.items() for name in names}
    assert found == {(d.id, name) for name, one in sources.items() for d in one.derives_from}


def test_pages_that_copied_each_other_are_one_origin() -> None:
    sources = {name: _source(name, [parent]) for name, parent in ("ab", "bc", "ca", "da")}
    side = Origins(sources).side([_item(name) for name in "dcba"], Stance.supports)
    assert len(side.origins) == 1


def test_two_outlets_with_one_speaker_are_one_origin() -> None:
    sources = {
        "one": _source("one", [], ["ann"]),
        "two": _source("two", [], ["ann"]),
        "copy": _source("copy", ["one"]),
        "order": _source("order"),
    }
    claim = _claim(_item("one"), _item("two", via="copy"), _item("copy"), _item("order"))
    side = Origins(sources).supports(claim)
    assert side.origins == ("ann", "order")
    assert side.links == ("one", "two", "copy", "order")


def test_an_items_own_origin_goes_before_that_of_its_source() -> None:
    sources = {"one": _source("one", [], ["ann"])}
    assert Origins(sources).of_item(_item("one", origin="agency")) == ("agency",)


def test_a_source_with_two_roots_stands_for_both() -> None:
    sources = {
        "a": _source("a"),
        "b": _source("b", [], ["bob"]),
        "both": _source("both", ["a", "b"]),
    }
    assert Origins(sources).of_source("both") == ("a", "bob")


@pytest.mark.parametrize("stance", [Stance.context, Stance.silent, Stance.misreports])
def test_other_stances_count_on_no_side(stance: Stance) -> None:
    claim = _claim(_item("a", stance))
    origins = Origins({"a": _source("a")})
    assert origins.supports(claim).links == origins.disputes(claim).links == ()


def test_links_of_an_item() -> None:
    assert links_of(_item("a", via="b", also_in=("c", "a", "c"))) == ("a", "b", "c")


def test_a_long_chain_needs_no_recursion() -> None:
    names = [f"n{number}" for number in range(5000)]
    sources = {name: _source(name, [parent]) for name, parent in pairwise(names)}
    assert Origins(sources).roots("n0") == ("n4999",)
