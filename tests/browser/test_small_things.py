"""Copy and cite, keys in the search, choices in the address, neighbours, edit link."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.opening import fresh
from browser.watch import Watch

BRIEF = "briefings/sberbank-china-ai/"
CLAIM = "gigachat-launched-2024"


def test_copying_a_link_and_a_citation(browser: Browser, site: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.clock.install()
    page.goto(f"{site}{BRIEF}")
    card = page.locator(f"#{CLAIM} + .bb-card")
    card.locator("summary").first.click()
    card.get_by_role("button", name="Copy link").click()
    # The script that copies comes when it is asked for: the button says when it has done so.
    expect(card.get_by_role("button", name="Copied")).to_be_visible()
    read = "navigator.clipboard.readText()"
    assert page.evaluate(read) == f"{site}{BRIEF}{CLAIM}/", "its preview tells the verdict"
    cite = card.get_by_role("button", name="Cite this")
    cite.click()
    panel = card.locator(".bb-cite-panel")
    expect(panel).to_contain_text("Refuted: Ya Noticias said that")
    for name, beginning in {
        "Text": "Briefbook editors: “Refuted",
        "BibTeX": f"@online{{sberbank-china-ai:{CLAIM},",
        "CSL-JSON": "[\n {",
        "RIS": "TY  - ELEC",
    }.items():
        panel.get_by_role("button", name=name, exact=True).click()
        expect(panel.get_by_role("button", name="Copied")).to_be_visible()
        assert page.evaluate(read).startswith(beginning), name
        page.clock.fast_forward(1700)
    cite.click()
    expect(panel).to_have_count(0)
    context.close()


def test_without_script_the_links_lead_somewhere(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}{BRIEF}")
    acts = page.locator(f"#{CLAIM} + .bb-card .bb-acts")
    expect(acts.get_by_role("link", name="Link to this")).to_have_attribute("href", f"#{CLAIM}")
    acts.get_by_role("link", name="Cite this").click()
    expect(page.locator("#cite")).to_be_in_viewport()
    expect(page.get_by_role("link", name="BibTeX")).to_be_visible()
    context.close()


def test_arrows_go_through_the_results(page: Page, site: str, watch: Watch) -> None:
    page.goto(f"{site}search/?q=sanctions")
    results = page.locator("#bb-results a")
    expect(results.first).to_be_visible()
    page.locator("#bb-q").focus()
    page.keyboard.press("ArrowDown")
    expect(results.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#bb-q")).to_be_focused()
    page.keyboard.press("ArrowDown")
    address = results.first.get_attribute("href") or ""
    page.keyboard.press("Enter")
    expect(page).to_have_url(address)
    assert watch.trouble == []


def test_choices_narrow_and_stand_in_the_address(page: Page, site: str, watch: Watch) -> None:
    page.goto(f"{site}search/?q=Sberbank")
    expect(page.locator("#bb-results a").first).to_be_visible()
    page.locator("select[name=kind]").select_option("claim")
    page.locator("select[name=verdict]").select_option("refuted")
    expect(page).to_have_url(re.compile(r"\?q=Sberbank&kind=claim&verdict=refuted$"))
    expect(page.locator("#bb-results .bb-bar-refuted").first).to_be_visible()
    expect(page.locator("#bb-results li:not(.bb-bar-refuted)")).to_have_count(0)
    page.locator("summary", has_text="More choices").click()
    topic = page.locator("select[name=topic]")
    expect(topic).to_be_enabled()
    topic.select_option("Artificial intelligence")
    expect(page).to_have_url(re.compile(r"topic=Artificial"))
    for name in ("confidence", "likelihood", "entity", "grade", "status", "year", "language"):
        expect(page.locator(f"select[name={name}]")).to_have_count(1)
    page.reload()
    expect(page.locator("select[name=topic]")).to_have_value("Artificial intelligence")
    expect(page.locator("#bb-results .bb-bar-refuted").first).to_be_visible()
    assert watch.trouble == []


@pytest.mark.parametrize(
    ("facet", "value"),
    [("likelihood", "20-45"), ("grade", "A"), ("year", "2025"), ("language", "ru")],
)
def test_a_choice_by_address(page: Page, site: str, facet: str, value: str) -> None:
    query = "Сбербанк" if facet == "language" else "Sberbank"
    page.goto(f"{site}search/?q={query}&{facet}={value}")
    expect(page.locator("#bb-results li").first).to_be_visible()
    expect(page.locator(f"select[name={facet}]")).to_have_value(value)


def test_nothing_under_a_choice_says_which_way_out(page: Page, site: str) -> None:
    page.goto(f"{site}search/?q=Sberbank&kind=claim&verdict=not-checkable&year=1999")
    expect(page.locator("#bb-search-status")).to_contain_text("Drop one of them")


def test_a_brief_leads_to_its_neighbours_and_its_file(page: Page, site: str) -> None:
    page.goto(f"{site}briefings/deepseek-cost-claims/")
    neighbours = page.get_by_role("navigation", name="Other briefs")
    expect(
        neighbours.get_by_role("link", name=re.compile("Sberbank and China")).first
    ).to_be_visible()
    edit = page.get_by_role("link", name="Edit this brief")
    expect(edit).to_have_attribute("href", re.compile(r"/briefings/deepseek-cost-claims\.yml$"))


def test_slash_on_a_phone_leads_to_the_search(tab: Page, site: str) -> None:
    page = fresh(tab, 390, 844)
    page.goto(f"{site}claims/")
    page.keyboard.press("/")
    expect(page).to_have_url(re.compile(r"/search/$"))


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("script", [True, False])
def test_a_citation_leads_to_its_line_in_the_list_of_sources(
    browser: Browser, site: str, width: int, script: bool
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, java_script_enabled=script
    )
    page = context.new_page()
    page.goto(f"{site}briefings/deepseek-cost-claims/")
    link = page.locator(".bb-card a.bb-source[href^='#_']").first
    if script:
        card = link.locator("xpath=ancestor::div[contains(@class, 'bb-card')]")
        card.locator("summary").first.click()
    name = (link.get_attribute("href") or "").removeprefix("#")
    link.click()
    entry = page.locator(f".bb-tree li:has(> a[id='{name}'])")
    expect(entry.locator("> a").first).to_be_in_viewport()
    assert page.url.endswith(f"#{name}")
    context.close()


SEEN_BY_NOBODY = """() => [...new Set([...document.querySelectorAll("main a[href^='#']")]
  .map((link) => decodeURIComponent(link.getAttribute('href').slice(1))))]
  .filter((name) => {
    const target = document.getElementById(name);
    return !target || (!target.closest("details:not([open])") && !target.getClientRects().length);
  })"""


@pytest.mark.parametrize("brief", ["sberbank-china-ai", "deepseek-cost-claims"])
def test_whatever_is_linked_on_a_page_can_be_seen_there(page: Page, site: str, brief: str) -> None:
    page.goto(f"{site}briefings/{brief}/")
    assert page.evaluate(SEEN_BY_NOBODY) == []


def test_back_takes_a_choice_back(page: Page, site: str) -> None:
    page.goto(f"{site}search/?q=bank")
    expect(page.locator("main ol > li").first).to_be_visible()
    page.locator("select[name=kind]").select_option("claim")
    expect(page).to_have_url(re.compile("kind=claim"))
    page.go_back()
    expect(page).to_have_url(re.compile(r"q=bank$"))
    expect(page.locator("select[name=kind]")).to_have_value("")
