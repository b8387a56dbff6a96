"""The functions of search.js: what is asked for, rows of results, choices, what is said."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from briefbook.pages.marks import verdict_shapes
from browser.scripts import HERE, HOST, data, script

FACETS = {
    "kind": "Kind", "verdict": "Verdict", "confidence": "Confidence", "topic": "Topic",
    "year": "Year",
}  # fmt: skip
WORDS = {
    "marks": verdict_shapes(),
    "site": "en",
    "facets": FACETS,
    "values": {
        "kind": {"claim": "Claim", "source": "Source"},
        "verdict": {"supported": "Supported", "refuted": "Refuted"},
        "confidence": {"high": "high", "low": "low"},
    },
    "say": {
        "any": "Any", "more": "More", "next": "Next", "searching": "…",
        "none": "Nothing for {query}.", "fewer": "Fewer choices for {query}.",
        "one": "One for {query}.", "some": "{number} for {query}.",
        "near": "Near {query}.", "broken": "Broken.",
    },
}  # fmt: skip
BODY = f"""
<script type="application/json" id="bb-search-words">{data(WORDS)}</script>
<main><div data-bb-search="">
  <p class="bb-no-script">Switch on</p>
  <form><input id="bb-q" name="q"></form>
  <div id="bb-facets" hidden></div><p role="status"></p><ol id="bb-results"></ol>
</div></main>
"""
ENGINE = """
globalThis.asked = [];
export async function search(query, choices) {
  globalThis.asked.push([query, choices]);
  return { numbers: FOUND.map((one, at) => at), whole: WHOLE };
}
const filled = (one) => ({ brief: "B", facets: [], ...one });
export const counts = async (query, choices, facet, values) => new Map(values.flatMap((value) => {
  const has = (one) => (one.facets ?? []).some(([f, v]) => f === facet && v === value);
  const many = FOUND.filter(has).length;
  return many ? [[value, many]] : [];
}));
export const records = async (numbers) => numbers.map((at) => filled(FOUND[at]));
"""
FUNCTIONS = ["read", "write", "named", "row", "offer", "show", "choose", "fill"]
INDEX = "assets/briefbook/search-index.js"
TIDE = {"address": "a/#x", "title": "A tide", "kind": "claim"}


@pytest.fixture
def page(tab: Page) -> Iterator[Page]:
    with found(tab, []) as made:
        yield made


def found(tab: Page, results: list[dict[str, Any]], *, whole: bool = True) -> Any:
    """The script, with an index that finds these for every query."""
    index = f"const FOUND = {data(results)}, WHOLE = {data(whole)};{ENGINE}"
    return script(tab, "search.js", BODY, FUNCTIONS, **{INDEX: index})


def test_what_is_asked_for_stands_in_the_address_and_is_read_from_it(page: Page) -> None:
    page.evaluate(
        "() => write({ query: 'a b&c', choices: { kind: 'claim', topic: 'tides' } }, true)"
    )
    assert page.url == f"{HERE}?q=a+b%26c&kind=claim&topic=tides"
    assert page.evaluate("read()") == {
        "query": "a b&c", "choices": {"kind": "claim", "topic": "tides"}
    }  # fmt: skip
    page.evaluate("write({ query: 'tide', choices: {} }, false)")
    assert page.url == f"{HERE}?q=tide"
    with page.expect_event("load"):  # one step was made, one taken over; Back loads anew
        page.evaluate("setTimeout(() => history.back())")
    assert page.url == HERE
    assert page.evaluate("read()") == {"query": "", "choices": {}}


def test_an_address_with_a_choice_that_is_none_of_ours(tab: Page) -> None:
    with found(tab, RESULTS) as page:
        page.goto(f"{HERE}?q=%20tide%20&evil=1&kind=")
        assert page.evaluate("read()") == {"query": "tide", "choices": {}}


def test_without_a_word_or_a_choice_nothing_is_asked(page: Page) -> None:
    page.goto(HERE)
    expect(page.locator("#bb-facets")).to_be_visible()
    assert page.evaluate("globalThis.asked") == []


def test_a_kind_alone_lists_what_it_holds(tab: Page) -> None:
    with found(tab, [TIDE, {**TIDE, "title": "Another"}]) as page:
        page.goto(f"{HERE}?kind=claim")
        expect(page.locator("#bb-results a")).to_have_text(["A tide", "Another"])
        expect(page.get_by_role("status")).to_have_text("Claim: 2")


def test_without_a_word_a_choice_lists_what_it_holds(tab: Page) -> None:
    with found(tab, [TIDE]) as page:
        page.goto(f"{HERE}?kind=claim&verdict=refuted")
        expect(page.locator("#bb-results a")).to_have_text("A tide")
        expect(page.get_by_role("status")).to_have_text("Claim, Refuted: 1")
        assert page.evaluate("globalThis.asked") == [["", {"kind": "claim", "verdict": "refuted"}]]


def test_a_value_is_called_by_its_name(page: Page) -> None:
    said = page.evaluate(
        "[named('kind', 'claim'), named('topic', 'tides'), named('kind', 'other')]"
    )
    assert said == ["Claim", "tides", "other"]


RESULTS: list[dict[str, Any]] = [
    {**TIDE, "verdict": "refuted", "confidence": "high", "shown": "It rose.",
     "facets": [["language", "ru"], ["topic", "tides"], ["verdict", "refuted"], ["year", "2023"]]},
    {**TIDE, "address": "s/", "title": "A tide source", "kind": "source", "brief": "",
     "facets": [["language", "en"], ["topic", "moon"], ["topic", "tides"], ["year", "2024"]]},
]  # fmt: skip


def test_results_stand_in_their_order_with_their_addresses(tab: Page) -> None:
    with found(tab, RESULTS) as page:
        page.goto(f"{HERE}?q=tides&topic=moon")
        links = page.locator("#bb-results a")
        expect(links).to_have_text(["A tide", "A tide source"])
        expect(page.get_by_role("status")).to_have_text("2 for tides.")
        assert [link.get_attribute("href") for link in links.all()] == [f"{HOST}a/#x", f"{HOST}s/"]
        assert page.evaluate("globalThis.asked") == [["tides", {"topic": "moon"}]]


def test_the_row_of_a_claim_in_another_language(tab: Page) -> None:
    with found(tab, RESULTS) as page:
        page.goto(f"{HERE}?q=tides")
        row = page.locator("#bb-results > li").first
        expect(row).to_have_class("bb-row bb-bar-refuted")
        expect(row.locator("a > span")).to_have_attribute("lang", "ru")
        expect(row.locator(".bb-meta")).to_have_text("Claim · Confidence: high · B")
        expect(row.locator("svg.bb-mark")).to_have_count(1)
        other = page.locator("#bb-results > li").nth(1)
        expect(other).to_have_class("bb-row")
        expect(other.locator(".bb-meta")).to_have_text("Source")
        assert other.locator("a > span").get_attribute("lang") is None
        expect(other.locator("svg")).to_have_count(0)


def test_other_names_are_each_in_their_language(tab: Page) -> None:
    actor = {
        **TIDE,
        "title": "Tide",
        "kind": "actor",
        "shown": "潮\nFlut, die\nX",
        "tongues": "zh de -",
    }
    with found(tab, [actor]) as page:
        page.goto(f"{HERE}?q=tide")
        line = page.locator("#bb-results > li p").nth(1)
        expect(line).to_have_text("潮, Flut, die, X")
        assert [one.get_attribute("lang") for one in line.locator("bdi").all()] == [
            "zh",
            "de",
            None,
        ]


def test_what_was_found_is_text(tab: Page) -> None:
    evil = "<img src=x onerror=alert(1)> tide"
    with found(tab, [{**TIDE, "title": evil, "shown": evil}]) as page:
        page.goto(f"{HERE}?q=tide")
        expect(page.locator("#bb-results a")).to_have_text(evil)
        assert page.locator("#bb-results img").count() == 0


@pytest.mark.parametrize(
    ("address", "results", "whole", "said"),
    [
        ("?q=nowhere", [], True, "Nothing for nowhere."),
        ("?q=nowhere&kind=claim", [], True, "Fewer choices for nowhere."),
        ("?q=tidal", [TIDE], True, "One for tidal."),
        ("?q=tidal+wave", [TIDE], False, "Near tidal wave."),
    ],
)
def test_what_is_said_of_none_and_one(
    tab: Page, address: str, results: list[dict[str, Any]], whole: bool, said: str
) -> None:
    with found(tab, results, whole=whole) as page:
        page.goto(f"{HERE}{address}")
        expect(page.get_by_role("status")).to_have_text(said)


def test_more_are_shown_when_asked_for(tab: Page) -> None:
    with found(tab, [{**TIDE, "address": f"{n}/"} for n in range(25)]) as page:
        page.goto(f"{HERE}?q=tide")
        links = page.locator("#bb-results a")
        expect(links).to_have_count(20)
        expect(page.get_by_role("status")).to_have_text("25 for tide.")
        page.get_by_role("button", name="Next").click()
        expect(links).to_have_count(25)
        expect(links.nth(20)).to_be_focused()
        expect(page.get_by_role("button", name="Next")).to_be_hidden()


def test_choices_are_those_that_results_have_the_most_frequent_first(tab: Page) -> None:
    with found(tab, RESULTS) as page:
        page.goto(f"{HERE}?q=tide&topic=gone")

        def offered(facet: str) -> list[str]:
            return page.locator(f"select[name={facet}] option").all_inner_texts()

        expect(page.locator("select[name=year] option")).to_have_count(3)
        assert offered("topic") == ["Any", "tides (2)", "moon (1)", "gone"]
        assert offered("year") == ["Any", "2024 (1)", "2023 (1)"]
        assert offered("verdict") == ["Any", "Refuted (1)"], "none that would leave nothing"
        expect(page.locator("select[name=topic]")).to_have_value("gone")


def test_choices_say_how_many_only_where_all_results_were_looked_at(tab: Page) -> None:
    many = [{**TIDE, "address": f"{n}/", "facets": [["topic", "tides"]]} for n in range(61)]
    with found(tab, many) as page:
        page.goto(f"{HERE}?q=tide&topic=tides")
        option = page.locator("select[name=topic] option").nth(1)
        expect(option).to_have_text("tides")
    with found(tab, many[:60]) as page:
        page.goto(f"{HERE}?q=tide&topic=tides")
        option = page.locator("select[name=topic] option").nth(1)
        expect(option).to_have_text("tides (60)")


def test_an_index_that_cannot_be_loaded_is_told(tab: Page) -> None:
    broken = 'export const search = async () => { throw new Error("/search/index.json: 404"); };\n'
    index = f"{broken}export const records = async () => [];\nexport const counts = records;"
    with script(
        tab, "search.js", BODY, FUNCTIONS, "/search/index.json: 404", **{INDEX: index}
    ) as page:
        page.goto(f"{HERE}?q=tide")
        expect(page.get_by_role("status")).to_have_text("Broken.")
