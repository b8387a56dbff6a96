"""What a reader downloads: the first view of a brief, the first search, later searches."""

import gzip
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Response, expect

LIMITS = {
    "sberbank-china-ai": 156_000,
    "deepseek-cost-claims": 120_000,
    "compute-under-sanctions": 120_000,
}
"""Bytes of a first view. The first holds over 230 items of evidence, each with the
address of the place that was read; what that costs stands in
docs/decisions/without-the-themes-script.md."""
COMPRESSED = ("html", "css", "javascript", "json", "svg", "xml", "text")
SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) sum += one.value;
  }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 600);
})"""


class Scale:
    """Weighs what a page loads, as a server that compresses with gzip would send it."""

    def __init__(self, page: Page) -> None:
        self.responses: list[Response] = []
        page.on("response", self._take)

    def _take(self, response: Response) -> None:
        self.responses.append(response)

    def weigh(self) -> int:
        """Bytes since the last weighing."""
        total = 0
        for one in self.responses:
            if one.url.startswith("data:"):
                continue
            body = one.body()
            kind = one.headers.get("content-type", "")
            total += len(gzip.compress(body, 9) if any(k in kind for k in COMPRESSED) else body)
        self.responses.clear()
        return total


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A reader who was never here: nothing is kept from another page."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("brief", LIMITS)
@pytest.mark.parametrize("width", [1280, 390])
def test_the_first_view_of_a_brief_is_light(
    browser: Browser, site: str, brief: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    scale = Scale(page)
    page.goto(f"{site}briefings/{brief}/", wait_until="networkidle")
    requests = [r.url for r in scale.responses if not r.url.startswith("data:")]
    assert len(requests) <= 10
    assert all(url.startswith(site) for url in requests)
    assert scale.weigh() <= LIMITS[brief]
    assert page.evaluate(SHIFT) <= 0.02
    context.close()


def test_searches_are_light(page: Page, site: str) -> None:
    page.goto(f"{site}search/", wait_until="networkidle")
    scale = Scale(page)
    page.locator("#bb-q").fill("sanctions")
    expect(page.locator("#bb-results li").nth(4)).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert 0 < scale.weigh() <= 300_000
    for query in ("supercomputer", "partner research", "DeepSeek cost"):
        page.locator("#bb-q").fill(query)
        expect(page.locator("#bb-search-status")).to_contain_text(f"“{query}”")
        page.wait_for_load_state("networkidle")
        assert scale.weigh() <= 60_000, query


def test_a_search_by_address_does_not_shift(page: Page, site: str) -> None:
    page.goto(f"{site}search/?q=sanctions")
    expect(page.locator("#bb-results li").first).to_be_visible()
    assert page.evaluate(SHIFT) <= 0.02


def test_a_choice_alone_lists_what_it_holds_lightly(page: Page, site: str) -> None:
    scale = Scale(page)
    page.goto(f"{site}search/?kind=claim&verdict=refuted", wait_until="networkidle")
    index = [r for r in scale.responses if "/search/words/" in r.url]
    assert 0 < len(index) <= 2
    expect(page.locator("#bb-results a").first).to_have_text(re.compile("^Refuted: "))
