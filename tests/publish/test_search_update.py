"""An index that is brought up to date is the one that would be made anew."""

import random
from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from briefbook.pages import SearchRecord
from briefbook.publish.search_index.index import SearchIndex
from briefbook.publish.search_index.update import Indexed, Update

Pages = dict[str, tuple[date | None, tuple[SearchRecord, ...]]]
WORDS = [
    "bank",
    "office",
    "chip",
    "чип",
    "law",
    "银行",
    "学院",
    "grade",
    "court",
    "street",
    "ledger",
    "paper",
    "ink",
    "signal",
]


def _records(chance: random.Random, address: str) -> tuple[SearchRecord, ...]:
    return tuple(
        SearchRecord(
            f"{address}#r{number}",
            " ".join(chance.choices(WORDS, k=3)),
            chance.choice(("claim", "judgment", "question", "brief")),
            {"en": " ".join(chance.choices(WORDS, k=chance.randint(1, 40)))},
            {"brief": address, "verdict": chance.choice(("supported", "refuted"))},
            {"kind": ("claim",), "topic": tuple(chance.sample(WORDS, 2))},
        )
        for number in range(chance.randint(1, 4))
    )


def _pages(chance: random.Random, many: int) -> Pages:
    return {
        f"briefings/b{number}/": _page(chance, f"briefings/b{number}/") for number in range(many)
    }


def _page(chance: random.Random, address: str) -> tuple[date | None, tuple[SearchRecord, ...]]:
    day = None if chance.random() < 0.2 else date(2025, 1, 1) + timedelta(chance.randint(0, 30))
    return day, _records(chance, address)


def _anew(pages: Pages) -> dict[str, bytes]:
    index = SearchIndex()
    for address, (day, records) in pages.items():
        index.add(address, day, records)
    return {file.path: file.content for file in index.files()}


def _update(before: Pages, after: Pages) -> Update:
    changed = {one for one in before.keys() | after.keys() if before.get(one) != after.get(one)}
    return Update(
        _indexed(before),
        _indexed(after),
        {
            one: (
                lambda one=one: before.get(one, (None, ()))[1],  # type: ignore[misc]
                lambda one=one: after.get(one, (None, ()))[1],  # type: ignore[misc]
            )
            for one in changed
        },
        lambda one: lambda: after[one][1],
    )


def _indexed(pages: Pages) -> Mapping[str, Indexed]:
    return {address: Indexed(day, len(records)) for address, (day, records) in pages.items()}


@pytest.mark.parametrize("seed", range(25))
def test_pages_changed_added_and_gone(seed: int) -> None:
    chance = random.Random(seed)
    before = _pages(chance, 60)
    after = dict(before)
    for address in chance.sample([*before], 4):
        after[address] = (before[address][0], _records(chance, address))
    moved = chance.choice([*after])
    after[moved] = _page(chance, moved)
    del after[chance.choice([*after])]
    after["sources/new/"] = _page(chance, "sources/new/")
    old, new = _anew(before), _anew(after)
    files = _update(before, after).files(lambda name: old[name])
    assert files is not None
    made = {file.path: file.content for file in files}
    assert {**old, **made} == new
    assert len(made) < len(new)


def test_a_word_more_touches_the_files_of_that_word() -> None:
    before = _pages(random.Random(1), 60)
    after = dict(before)
    day, (first, *others) = before["briefings/b7/"]
    said = {"en": f"{first.content['en']} zebra"}
    more = SearchRecord(first.address, first.title, first.kind, said, first.meta, first.facets)
    after["briefings/b7/"] = (day, (more, *others))
    old = _anew(before)
    made = {file.path for file in _update(before, after).files(lambda name: old[name]) or ()}
    words = {name for name in made if name.startswith("search/words/")}
    assert 1 <= len(words) <= 1 + len({*first.content["en"].split()})
    assert len(made) <= len(words) + 2


def test_where_much_changed_or_sizes_do_all_is_made_anew() -> None:
    before = _pages(random.Random(2), 60)
    other = _pages(random.Random(3), 60)
    many = _pages(random.Random(2), 130)
    assert _update(before, other).files(lambda _: b"") is None
    assert _update(before, {**many, **before}).files(lambda _: b"") is None
