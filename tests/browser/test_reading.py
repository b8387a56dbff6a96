"""What a reader sees of a brief first, and without script."""

from playwright.sync_api import Browser, Page, expect

from browser.opening import fresh


def test_a_phones_first_screen_of_a_brief(tab: Page, site: str) -> None:
    page = fresh(tab, 390, 844)
    page.goto(f"{site}briefings/sberbank-china-ai/")
    expect(page.locator("h1")).to_be_in_viewport()
    expect(page.locator(".bb-bottom-line p").last).to_be_in_viewport(ratio=1)
    expect(page.locator("h3").first).to_be_in_viewport(ratio=1)


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
    expect(card.locator(".bb-marks").first).to_contain_text("2 origins, 1 institution")
