"""What a reader sees: every page type in light and dark, on a wide screen and on a phone."""

import pytest
from playwright.sync_api import Browser, expect

from browser.watch import Watch
from site_pages import PAGES


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("address", PAGES)
def test_no_sideways_scroll_no_error_no_foreign_host(
    browser: Browser, site: str, watch: Watch, address: str, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 844},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    watch.over(page, site)
    page.goto(f"{site}{address}", wait_until="networkidle")
    expect(page.locator("main h1")).to_have_count(1)
    overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    context.close()
    assert overflow <= 0
    assert paper == {"light": "rgb(251, 250, 247)", "dark": "rgb(21, 23, 27)"}[scheme]
    assert watch.trouble == []


def test_a_phones_first_screen_of_a_brief(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{site}briefings/sberbank-china-ai/")
    expect(page.locator("h1")).to_be_in_viewport()
    expect(page.locator(".bb-bottom-line p").last).to_be_in_viewport(ratio=1)
    expect(page.locator("h3").first).to_be_in_viewport(ratio=1)
    context.close()


def test_a_brief_can_be_read_without_script(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}briefings/sberbank-china-ai/#combined-market-500bn")
    expect(page.locator("#combined-market-500bn")).to_be_in_viewport()
    page.locator("#combined-market-500bn + .bb-card summary").first.click()
    expect(page.locator("#combined-market-500bn + .bb-card details li").first).to_be_visible()
    context.close()


def test_the_core_claim_counts_its_origins(page: object, site: str) -> None:
    page.goto(f"{site}briefings/sberbank-china-ai/#plans-joint-research")  # type: ignore[attr-defined]
    card = page.locator("#plans-joint-research + .bb-card")  # type: ignore[attr-defined]
    expect(card.locator(".bb-marks").first).to_contain_text("2 independent origins")
