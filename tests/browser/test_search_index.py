"""The index as a browser reads it: what is found by which words, and that both sides agree."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page

from briefbook.pages import SearchRecord
from briefbook.publish.search_index.index import SearchIndex
from briefbook.publish.search_index.terms import STOP_WORDS, digest, folded, words
from browser.scripts import HOST, script

TEXTS = {
    "law": "A law bans the export of chips.",
    "policy": "Policies of the bank in 2024.",
    "chip": "Поставки чипов и ставка банка.",
    "lodz": "Muller of Łódź: die Straße, Müller.",
    "sum": "It cost $1,800 and 2,500,000 more.",
    "yo": "Ещё одна ёлка, всё о Королёве.",
    "ligature": "The oﬃcial ﬁgure.",
    "tsinghua": "清华大学 and 北京大学",
    "university": "大学的清单",
    "long": "internationalisation of supercomputers",
}
ENTRY = "assets/briefbook/page.js"
NAMES = ["search", "records", "folded", "asked", "digest", "isNear", "stem"]
LENT = f'import * as all from "./search-index.js"; Object.assign(globalThis, all); // {NAMES}'


def index() -> dict[str, bytes]:
    made = SearchIndex()
    for name, text in TEXTS.items():
        verdict = "refuted" if name in ("law", "chip") else "supported"
        record = SearchRecord(
            f"b/{name}/#c", f"Title {name}", "claim", {"en": text},
            {"brief": "B", "verdict": verdict},
            {"kind": ("claim",), "verdict": (verdict,), "topic": ("Trade",)},
        )  # fmt: skip
        made.add(f"b/{name}/", date(2026, 1, 1 + len(name)), [record])
    actor = SearchRecord(
        "e/muller/#m", "Müller", "actor", {"en": "Müller"}, {}, {"kind": ("actor",)}
    )
    made.add("e/m/", None, [actor])
    return {artifact.path: artifact.content for artifact in made.files()}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return index()


@pytest.fixture
def page(tab: Page, files: dict[str, bytes]) -> Iterator[Page]:
    assets = Path(__file__).parents[2] / "scripts/briefbook/publish/assets"
    module = (assets / "search-index.js").read_text(encoding="utf-8")
    body = '<script type="module" src="/lent.js"></script>'
    lent = 'import * as all from "/assets/briefbook/search-index.js"; globalThis.all = all;'
    with script(
        tab, "search-index.js", body, NAMES,
        **{"assets/briefbook/search-index.js": module, "lent.js": lent}, **files,
    ) as made:  # fmt: skip
        made.wait_for_function("globalThis.all")
        yield made


def found(page: Page, query: str, **choices: str) -> list[str]:
    asked = "async ([query, choices]) => all.records((await all.search(query, choices)).numbers)"
    return [one["title"].removeprefix("Title ") for one in page.evaluate(asked, [query, choices])]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("laws", "law"), ("ban", "law"), ("bans", "law"), ("banned", "law"),
        ("chips export", "law"),
        ("policy", "policy"), ("чипы", "chip"), ("ставки", "chip"), ("ЧИП", "chip"),
        ("muller", "Müller"), ("Müller", "Müller"), ("Lodz", "lodz"), ("łódź", "lodz"),
        ("strasse", "lodz"), ("1800", "sum"), ("1,800", "sum"), ("1 800", "sum"),
        ("2500000", "sum"), ("еще", "yo"), ("ещё", "yo"), ("Королев", "yo"),
        ("official", "ligature"), ("ﬁgure", "ligature"), ("清华大学", "tsinghua"),
        ("单", "university"),
        ("supercomp", "long"), ("supercomptuer", "long"), ("internatoinalisation", "long"),
        ("What does the law ban?", "law"),
    ],
)  # fmt: skip
def test_what_is_found_first(page: Page, query: str, first: str) -> None:
    assert found(page, query)[:1] == [first]


@pytest.mark.parametrize("query", ["zzqqxx", "9999", "qq", "…", "1801"])
def test_what_is_not_found(page: Page, query: str) -> None:
    assert found(page, query) == []


def test_chinese_is_found_by_its_pairs(page: Page) -> None:
    assert sorted(found(page, "大学")) == ["tsinghua", "university"]
    assert found(page, "清华") == ["tsinghua"]
    assert page.evaluate("all.search('清华学', {})")["whole"] is False


def test_choices_narrow(page: Page) -> None:
    assert found(page, "title", verdict="refuted") == ["chip", "law"]
    assert found(page, "", verdict="refuted") == ["chip", "law"]
    assert found(page, "muller", kind="actor") == ["Müller"]
    assert found(page, "muller", kind="claim") == ["lodz"]
    assert found(page, "muller", topic="Trade") == ["lodz"]
    assert found(page, "muller", topic="Other") == []


def test_where_none_holds_all_words_the_nearest_are_found(page: Page) -> None:
    answer = page.evaluate("all.search('law zzqqxx', {})")
    assert answer["whole"] is False
    assert len(answer["numbers"]) == 1


def test_a_record_comes_back_whole(page: Page) -> None:
    (one,) = page.evaluate("all.search('laws', {}).then(({ numbers }) => all.records(numbers))")
    assert one == {
        "address": "b/law/#c", "title": "Title law", "kind": "claim", "brief": "B",
        "verdict": "refuted",
        "facets": [["kind", "claim"], ["verdict", "refuted"], ["topic", "Trade"]],
    }  # fmt: skip


def test_both_sides_fold_and_cut_words_alike(page: Page) -> None:
    """Every letter of the first plane, in pieces, and what stands in the texts."""
    letters = [chr(code) for code in range(0x20, 0xFFFE) if not 0xD800 <= code <= 0xDFFF]
    usual = [one for one in letters if one.isalnum() and not "\u1100" <= one <= "\u11ff"]
    samples = ["".join(usual[at : at + 7]) for at in range(0, len(usual), 7)]
    samples += [*TEXTS.values(), "Bank's banks’ l’État 1,800 12,34 1’000 3.5%", "𠮷野 𝐁old"]
    theirs = page.evaluate("(all_) => all_.map((one) => all.folded(one))", samples)
    differing = [
        (one, folded(one), other)
        for one, other in zip(samples, theirs, strict=True)
        if folded(one) != other
    ]
    assert differing == []
    for text in TEXTS.values():
        asked = page.evaluate("([text, stop]) => all.asked(text, stop)", [text, sorted(STOP_WORDS)])
        assert set(asked) <= {*words(text)}
    numbers = page.evaluate("(some) => some.map((one) => all.digest(one))", samples[:50])
    assert numbers == [digest(one) for one in samples[:50]]


def test_the_index_is_the_same_bytes_and_says_how_it_is_cut(files: dict[str, bytes]) -> None:
    assert files == index()
    about = json.loads(files["search/index.json"])
    assert (about["shards"], about["blocks"], about["records"]) == (64, 1, len(TEXTS) + 1)
    assert len(files) == 64 + 1 + 1


def test_an_index_that_is_not_there_is_told(page: Page) -> None:
    page.unroute_all()
    page.route(f"{HOST}search/**", lambda route: route.fulfill(status=404))
    told = page.evaluate("all.search('law', {}).catch((error) => error.message)")
    assert told == "/search/index.json: 404"
