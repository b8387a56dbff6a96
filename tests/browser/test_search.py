"""From the front page through the search to a claim, in three scripts."""

import re

import pytest
from playwright.sync_api import Page, expect

from browser.watch import Watch

FOUND = {
    "GigaChat": "entities/gigachat/#gigachat",
    "Сбербанка": "entities/sberbank/#sberbank",
    "сотрудничество": "sources/lenta-amb-2025-08/#lenta-amb-2025-08",
    "清华大学": "entities/tsinghua/#tsinghua",
    "Чжан Ханьхуэй": "entities/zhang-hanhui/#zhang-hanhui",
    "semiconductors": "topics/semiconductors/#semiconductors",
}


def search(page: Page, start: str, query: str) -> None:
    page.goto(start)
    box = page.get_by_role("searchbox").first
    box.fill(query)
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=."))
    expect(page.locator("#bb-search-status")).to_contain_text("for “")


@pytest.mark.parametrize("query", ["GigaChat", "Сбербанка", "清华大学"])
def test_a_query_leads_to_the_claim(page: Page, site: str, watch: Watch, query: str) -> None:
    search(page, site, query)
    claim = page.locator("main li", has_text=re.compile(r"Claim ·")).first.get_by_role("link")
    address = claim.get_attribute("href") or ""
    assert address.startswith(f"{site}briefings/")
    claim.click()
    expect(page).to_have_url(address)
    heading = page.locator(f"h3[id='{address.split('#')[1]}']")
    expect(heading).to_be_in_viewport()
    assert heading.evaluate("heading => heading.matches(':target')")
    top = heading.evaluate("heading => heading.getBoundingClientRect().top")
    header = page.locator(".md-header").evaluate("header => header.getBoundingClientRect().bottom")
    assert top >= header - 1
    assert watch.trouble == []


@pytest.mark.parametrize(("query", "wanted"), FOUND.items())
def test_every_script_is_found_from_any_page(
    page: Page, site: str, watch: Watch, query: str, wanted: str
) -> None:
    search(page, f"{site}sources/reuters-sber-2025-02-06/", query)
    results = page.locator("main #bb-results a")
    expect(results.first).to_be_visible()
    addresses = [link.get_attribute("href") or "" for link in results.all()]
    assert len(addresses) == len(set(addresses))
    assert f"{site}{wanted}" in addresses
    assert watch.trouble == []


def test_a_hand_written_page_is_found(page: Page, site: str, watch: Watch) -> None:
    search(page, site, "merge queue review on your host")
    result = page.locator("main li", has_text=re.compile(r"Page ·|Page$", re.M)).first
    expect(result.get_by_role("link").first).to_have_attribute("href", f"{site}guide/hosts/")
    assert watch.trouble == []


def test_a_claim_shows_its_verdict_and_claimant_first(page: Page, site: str) -> None:
    search(page, site, "GigaChat launched 2024")
    claim = page.locator("main li", has_text=re.compile(r"Claim ·")).first.get_by_role("link")
    expect(claim).to_have_text(re.compile(r"^Refuted: Ya Noticias said that"))


def test_actors_and_sources_lead_to_their_anchors(page: Page, site: str) -> None:
    search(page, site, "Сбербанк")
    expect(page.locator(f"a[href='{site}entities/sberbank/#sberbank']")).to_be_visible()
    search(page, site, "BusinessLive Sberbank to work with China on AI research")
    link = page.locator(f"a[href='{site}sources/businesslive-sber/#businesslive-sber']")
    expect(link).to_be_visible()
    link.click()
    expect(page.locator("h1#businesslive-sber")).to_be_visible()


@pytest.mark.parametrize(("query", "name"), [("sberbank", "Sberbank"), ("nvidia", "Nvidia")])
def test_who_is_named_everywhere_is_found_first(
    page: Page, site: str, query: str, name: str
) -> None:
    page.goto(f"{site}search/?q={query}")
    expect(page.locator("main ol > li a").first).to_have_text(name)
    expect(page.locator("main ol > li").first).to_contain_text("Actor")


def test_nothing_found_says_so(page: Page, site: str) -> None:
    search(page, site, "zzqqxx")
    expect(page.locator("#bb-search-status")).to_contain_text("Nothing was found")
    expect(page.locator("main #bb-results li")).to_have_count(0)


def test_the_address_holds_the_query(page: Page, site: str) -> None:
    page.goto(f"{site}search/?q=Tsinghua")
    expect(page.locator("#bb-q")).to_have_value("Tsinghua")
    expect(page.locator("main #bb-results a").first).to_be_visible()
    page.locator("#bb-q").fill("OFAC")
    expect(page).to_have_url(re.compile(r"q=OFAC"))


def test_slash_goes_to_the_search_box(page: Page, site: str) -> None:
    page.goto(f"{site}claims/")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox").first).to_be_focused()


def test_without_script_everything_can_be_browsed(browser: object, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(f"{site}search/")
    expect(page.get_by_text("The search needs JavaScript")).to_be_visible()
    page.locator("main").get_by_role("link", name="Claims", exact=True).click()
    expect(page.locator("main h1")).to_contain_text("Claims")
    context.close()


def test_more_results_are_shown_when_asked_for(page: Page, site: str) -> None:
    page.goto(f"{site}search/?q=Sberbank")
    rows = page.locator("#bb-results li")
    expect(rows).to_have_count(20)
    before = rows.locator("a").evaluate_all("links => links.map(link => link.href)")
    page.get_by_role("button", name="Show more results").click()
    expect(rows).to_have_count(40)
    expect(rows.nth(20).locator("a")).to_be_focused()
    after = rows.locator("a").evaluate_all("links => links.map(link => link.href)")
    assert set(before) < set(after)
    assert len(set(after)) == 40
    page.locator("#bb-q").fill("Telecompaper")
    expect(page.get_by_role("button", name="Show more results")).to_be_hidden()


@pytest.mark.parametrize(
    ("query", "found"),
    [("data centers", "data centres"), ("санкции", "Sanctions"), ("制裁", "Sanctions")],
)
def test_other_spellings_and_names_of_topics(page: Page, site: str, query: str, found: str) -> None:
    search(page, site, query)
    expect(page.locator("main #bb-results")).to_contain_text(found)


def test_results_are_as_large_as_other_text(page: Page, site: str) -> None:
    """A class on the root tells style sheets of a search: it must not meet another of its name."""
    sizes = set()
    for address in ("claims/", "search/", "search/?q=sanctions"):
        page.goto(f"{site}{address}")
        sizes.add(page.evaluate("getComputedStyle(document.querySelector('.md-typeset')).fontSize"))
    assert sizes == {"17px"}
