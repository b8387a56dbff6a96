"""The functions of search.js: which bundles are asked, what counts, what comes first, addresses."""

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
    "browse": {"claim/topic/tides": "/browse/tides/"},
    "say": {
        "any": "Any", "more": "More", "next": "Next", "type": "Type.", "searching": "…",
        "none": "Nothing for {query}.", "fewer": "Fewer choices for {query}.",
        "one": "One for {query}.", "some": "{number} for {query}.",
        "best": "The best {number} for {query}.", "broken": "Broken.",
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
const made = (one) => ({
  id: one.id, score: one.score, data: async () => ({
    raw_url: one.url, content: one.content, filters: { language: [one.language ?? "en"] },
    meta: { title: one.title, kind: one.kind, verdict: one.verdict, brief: "B" },
  }),
});
globalThis.asked = [];
export const createInstance = async (options) => ({
  filters: async () => {},
  search: async (query, { filters }) => {
    globalThis.asked.push([options.basePath, query, filters]);
    const kept = FOUND.filter((one) => !filters.kind || one.kind === filters.kind);
    return { results: kept.map(made), filters: COUNTS };
  },
});
"""
FUNCTIONS = [
    "languagesOf", "spaced", "beginnings", "plausible", "records", "read", "write", "named",
    "ask", "row", "offer", "show", "choose", "fill",
]  # fmt: skip
TIDE = {
    "id": "1",
    "score": 1,
    "url": "/a/#x",
    "title": "A tide",
    "content": "tide",
    "kind": "claim",
}


@pytest.fixture
def page(tab: Page) -> Iterator[Page]:
    with script(tab, "search.js", BODY, FUNCTIONS) as made:
        yield made


def found(tab: Page, results: list[dict[str, Any]], counts: dict[str, Any]) -> Any:
    """The script, with an engine that finds these in every language."""
    engine = f"const FOUND = {data(results)}, COUNTS = {data(counts)};{ENGINE}"
    files = {f"search__{name}__pagefind.js": engine for name in ("en", "ru", "zh")}
    return script(tab, "search.js", BODY, FUNCTIONS, **files)


@pytest.mark.parametrize(
    ("query", "languages"),
    [
        ("tide", ["en"]),
        ("2024", ["en"]),
        ("", ["en"]),
        ("прилив", ["ru"]),
        ("潮汐", ["zh"]),
        ("прилив tide", ["ru", "en"]),
        ("潮汐 прилив", ["zh", "ru"]),
        ("潮汐 tide прилив", ["zh", "ru", "en"]),
    ],
)
def test_a_query_asks_the_bundles_of_its_scripts(
    page: Page, query: str, languages: list[str]
) -> None:
    assert page.evaluate("(query) => languagesOf(query)", query) == languages


@pytest.mark.parametrize(
    ("query", "typed"), [("潮汐", "潮 汐"), ("潮 a汐b", "潮  a汐 b"), ("tide", "tide"), ("", "")]
)
def test_chinese_is_asked_for_by_characters(page: Page, query: str, typed: str) -> None:
    assert page.evaluate("(query) => spaced(query)", query) == typed


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("Tides rise", ["tide", "rise"]),
        ("a-b, c", ["a", "b", "c"]),
        ("清华大学的 Ab", ["清华大学的", "ab"]),
        ("Сбербанка", ["сбер"]),
        ("GPT4清华", ["gpt4", "清华"]),
        ("清华GPT4o", ["清华", "gpt4"]),
        ("…", []),
    ],
)
def test_words_count_by_their_beginnings_and_chinese_whole(
    page: Page, query: str, terms: list[str]
) -> None:
    assert page.evaluate("(query) => beginnings(query)", query) == terms


@pytest.mark.parametrize(
    ("content", "terms", "counts"),
    [
        ("the tide rises", ["tide", "rise"], True),
        ("the tide rises", ["tide", "fall"], False),
        ("The TIDE", ["tide"], True),
        ("清 华 大 学", ["清华大学"], True),
        ("清 华 与 大 学", ["清华大学"], False),
        ("nothing", [], True),
        ("", ["title"], True),
        ("", ["shown"], True),
    ],
)
def test_a_result_counts_if_it_holds_every_word(
    page: Page, content: str, terms: list[str], counts: bool
) -> None:
    made = {"meta": {"title": "Title", "shown": "Shown"}, "content": content}
    assert page.evaluate("([made, terms]) => plausible(made, terms)", [made, terms]) is counts


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
    with found(tab, RESULTS, {}) as page:
        page.goto(f"{HERE}?q=%20tide%20&evil=1&kind=")
        assert page.evaluate("read()") == {"query": "tide", "choices": {}}


def test_without_a_word_prepared_pages_are_offered(page: Page) -> None:
    page.goto(f"{HERE}?topic=tides")
    expect(page.get_by_role("status")).to_have_text("Type.")
    link = page.locator("#bb-results a")
    expect(link).to_have_text("Claim, topic: tides")
    assert link.get_attribute("href") == "/browse/tides/"
    page.goto(f"{HERE}?topic=other")
    expect(page.get_by_role("status")).to_have_text("Type.")
    expect(page.locator("#bb-results a")).to_have_count(0)


def test_a_value_is_called_by_its_name(page: Page) -> None:
    said = page.evaluate(
        "[named('kind', 'claim'), named('topic', 'tides'), named('kind', 'other')]"
    )
    assert said == ["Claim", "tides", "other"]


RESULTS: list[dict[str, Any]] = [
    TIDE,
    {**TIDE, "id": "2", "score": 1.5, "url": "/s/", "title": "A tide source", "kind": "source"},
    {**TIDE, "id": "3", "score": 0.1, "url": "/e/", "title": "Tide Ltd", "kind": "actor"},
    {**TIDE, "id": "4", "score": 9, "url": "/n/", "title": "Else", "content": "tidal"},
    {**TIDE, "id": "5", "score": 3, "title": "A tide", "verdict": "refuted", "language": "ru"},
]


def test_records_come_before_sources_each_once_and_only_if_they_hold_the_words(
    tab: Page,
) -> None:
    with found(tab, RESULTS, {}) as page:
        page.goto(f"{HERE}?q=tides")
        links = page.locator("#bb-results a")
        expect(links).to_have_text(["A tide", "A tide source", "Tide Ltd"])
        expect(page.get_by_role("status")).to_have_text("3 for tides.")
        assert [link.get_attribute("href") for link in links.all()] == [
            f"{HOST}a/#x", f"{HOST}s/", f"{HOST}e/"
        ]  # fmt: skip
        asked = page.evaluate("globalThis.asked")
        assert asked == [["/search/en/", "tides", {}], ["/search/en/", "tides", {"kind": "actor"}]]


def test_the_row_of_a_claim_in_another_language(tab: Page) -> None:
    with found(tab, RESULTS, {}) as page:
        page.goto(f"{HERE}?q=tides")
        row = page.locator("#bb-results > li").first
        expect(row).to_have_class("bb-row bb-bar-refuted")
        expect(row.locator("a > span")).to_have_attribute("lang", "ru")
        expect(row.locator(".bb-meta")).to_have_text("Claim · B")
        expect(row.locator("svg.bb-mark")).to_have_count(1)
        other = page.locator("#bb-results > li").nth(1)
        expect(other).to_have_class("bb-row")
        assert other.locator("a > span").get_attribute("lang") is None
        expect(other.locator("svg")).to_have_count(0)


def test_what_was_found_is_text(tab: Page) -> None:
    evil = "<img src=x onerror=alert(1)> tide"
    with found(tab, [{**TIDE, "title": evil}], {}) as page:
        page.goto(f"{HERE}?q=tide")
        expect(page.locator("#bb-results a")).to_have_text(evil)
        assert page.locator("#bb-results img").count() == 0


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("?q=nowhere", "Nothing for nowhere."),
        ("?q=nowhere&kind=claim", "Fewer choices for nowhere."),
        ("?q=tidal", "One for tidal."),
    ],
)
def test_what_is_said_of_none_and_one(tab: Page, address: str, said: str) -> None:
    with found(tab, RESULTS[3:4], {}) as page:
        page.goto(f"{HERE}{address}")
        expect(page.get_by_role("status")).to_have_text(said)


def test_more_are_shown_when_asked_for(tab: Page) -> None:
    many = [{**TIDE, "id": str(n), "url": f"/{n}/", "score": 99 - n} for n in range(25)]
    with found(tab, many, {}) as page:
        page.goto(f"{HERE}?q=tide")
        links = page.locator("#bb-results a")
        expect(links).to_have_count(20)
        expect(page.get_by_role("status")).to_have_text("The best 20 for tide.")
        page.get_by_role("button", name="Next").click()
        expect(links).to_have_count(25)
        expect(links.nth(20)).to_be_focused()
        expect(page.get_by_role("button", name="Next")).to_be_hidden()
        expect(page.get_by_role("status")).to_have_text("25 for tide.")


def test_choices_are_those_that_results_have_the_most_frequent_first(tab: Page) -> None:
    counts = {
        "topic": {"moon": 2, "tides": 5, "none": 0},
        "year": {"2023": 9, "2024": 1},
        "confidence": {"low": 3, "high": 1},
    }
    with found(tab, RESULTS, counts) as page:
        page.goto(f"{HERE}?q=tide&topic=gone")

        def offered(facet: str) -> list[str]:
            return page.locator(f"select[name={facet}] option").all_inner_texts()

        expect(page.locator("select[name=year] option")).to_have_count(3)
        assert offered("topic") == ["Any", "tides", "moon", "gone"]
        assert offered("year") == ["Any", "2024", "2023"]
        assert offered("confidence") == ["Any", "high", "low"]
        assert offered("verdict") == ["Any", "Supported", "Refuted"]
        expect(page.locator("select[name=topic]")).to_have_value("gone")


def test_a_bundle_that_cannot_be_loaded_is_told(tab: Page) -> None:
    missing = "Failed to fetch dynamically imported module: .*/search/en/pagefind.js"
    with script(tab, "search.js", BODY, FUNCTIONS, missing) as page:
        page.goto(f"{HERE}?q=tide")
        expect(page.get_by_role("status")).to_have_text("Broken.")
