"""Layout of every page type: key boxes inside the window, none over another, no text cut off."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.opening import fresh, open_page
from browser.watch import Watch
from site_pages import PAGES

FAULTS = (Path(__file__).parent / "faults.js").read_text(encoding="utf-8")
UNFOLD = "for (const one of document.querySelectorAll('details')) one.open = true"


def faults(page: Page) -> dict[str, list[str]]:
    """What is wrong with the page as it stands, by what kind of fault it is."""
    found: dict[str, list[str]] = page.evaluate(FAULTS)
    return {kind: places for kind, places in found.items() if places}


WIDTHS = {"wide": 1280, "zoom-200": 640, "phone": 390, "narrow": 320}
"""A window of 1280 pixels at 200 % is one of 640."""
PAPER = {"light": "rgb(251, 250, 247)", "dark": "rgb(21, 23, 27)"}


@pytest.mark.parametrize("address", PAGES)
def test_nothing_outside_over_or_cut(tab: Page, site: str, watch: Watch, address: str) -> None:
    """Every width in turn; light and dark; no error, and nothing asked of another host."""
    page = fresh(tab, 1280, 800)
    with watch.over(page, site):
        open_page(page, f"{site}{address}")
        expect(page.locator("main h1")).to_have_count(1)
        page.evaluate(UNFOLD)
        found = {}
        for name, width in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": 800})
            if wrong := faults(page):
                found[name] = wrong
        shown = {}
        for scheme in PAPER:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            shown[scheme] = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert found == {}
    assert shown == PAPER
    assert watch.trouble == []


def test_the_evidence_map_is_readable_at_forty_claims(tab: Page, site: str) -> None:
    page = fresh(tab, 390, 844)
    page.goto(f"{site}briefings/sberbank-china-ai/")
    page.locator(".bb-map-more > summary").click()
    drawn = page.locator(".bb-picture-map")
    assert drawn.locator(".bb-node").count() >= 40
    assert drawn.locator(".bb-strand a").count() >= 12
    narrow = drawn.locator(".bb-node text.bb-narrow").first
    assert narrow.is_visible()
    size = narrow.evaluate("text => parseFloat(getComputedStyle(text).fontSize)")
    assert size >= 11
    name = drawn.locator(".bb-node").first.get_attribute("data-node")
    drawn.locator(".bb-node a").first.click()
    assert page.url.endswith(f"#{name}")


def test_paper_has_numbers_addresses_and_no_chrome(tab: Page, site: str) -> None:
    page = fresh(tab, 794, 1123)
    page.goto(f"{site}briefings/deepseek-cost-claims/")
    page.emulate_media(media="print")
    for hidden in (".md-header", ".md-tabs", ".bb-acts", ".md-footer"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert page.locator("a.bb-source + sup").first.is_visible()
    shown = page.locator(".bb-tree a.bb-open").first.evaluate(
        "link => getComputedStyle(link, '::after').content"
    )
    assert "https://" in shown
    number = page.locator("a.bb-source + sup").first.inner_text()
    entry = page.locator(f"li:has(> a[id='_{number}'])")
    assert entry.locator("> sup").is_visible()
    assert entry.locator("> sup").inner_text() == number
    folded = page.locator("details:not([open]) .bb-item").first
    assert folded.count() == 0 or folded.is_visible()
    pdf = page.pdf(format="A4", prefer_css_page_size=False)
    assert pdf.startswith(b"%PDF")


@pytest.mark.parametrize("address", ["claims/", "briefings/sberbank-china-ai/article/", ""])
def test_every_sheet_of_paper_says_where_it_comes_from(tab: Page, site: str, address: str) -> None:
    page = fresh(tab)
    page.goto(f"{site}{address}")
    foot = page.evaluate(
        "[...document.styleSheets].flatMap(s => [...s.cssRules]).map(r => r.cssText)"
        ".filter(t => t.startsWith('@page') && t.includes('bottom-left')).join()"
    )
    assert f"https://briefbook.github.io/briefbook/{address}" in foot
    assert "font" in foot


def test_figures_and_barriers_stand_under_each_other_on_a_phone(tab: Page, site: str) -> None:
    page = fresh(tab, 390, 844)
    for address, table in (
        ("briefings/deepseek-cost-claims/", ".bb-figures"),
        ("barriers/", ".bb-grid-table"),
    ):
        page.goto(f"{site}{address}")
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        frame = page.locator(f".bb-scroll:has({table})").first
        assert frame.evaluate("one => one.scrollWidth <= one.clientWidth"), address
        assert page.locator(f"{table} .bb-phone").first.is_visible()
        assert not page.locator(f"{table} td:empty").first.is_visible() or table == ".bb-figures"
