"""A brief in three depths: closed cards in half a minute, opened in place, whole on paper."""

import re
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from browser.opening import fresh

BRIEF = "briefings/sberbank-china-ai/"
REFUTED = "gigachat-launched-2024"
STOPS = """() => [...document.querySelectorAll(
  'a[href], button, input, select, summary, [tabindex="0"]'
)].filter((one) => one.checkVisibility() && !one.disabled && one.tabIndex >= 0).length"""
OPEN = "() => [...document.querySelectorAll('.bb-depth')].filter((one) => one.open).length"
ALL = "() => document.querySelectorAll('.bb-depth').length"


@pytest.mark.parametrize(("width", "height", "screens"), [(1280, 900, 12), (390, 844, 25)])
def test_the_longest_brief_is_read_in_a_few_screens(
    tab: Page, site: str, width: int, height: int, screens: int
) -> None:
    page = fresh(tab, width, height)
    page.goto(f"{site}{BRIEF}")
    assert page.evaluate("document.documentElement.scrollHeight") <= screens * height
    assert page.evaluate(STOPS) <= 400
    assert page.evaluate(OPEN) == 0


def test_a_closed_card_says_what_holds_and_how_sure_it_is(tab: Page, site: str) -> None:
    page = fresh(tab, 390, 844)
    page.goto(f"{site}{BRIEF}")
    card = page.locator(f"#{REFUTED} + .bb-card")
    expect(card.locator("> .bb-established")).to_be_visible()
    expect(card.locator("summary").first).to_contain_text("Refuted: wrong date")
    expect(card.locator("summary").first).to_contain_text("2 independent origins")
    expect(card.locator(".bb-item").first).not_to_be_visible()
    cut = page.evaluate(
        """() => [...document.querySelectorAll('.bb-card > .bb-established')].filter(
        (one) => one.scrollHeight > one.clientHeight + 1).map((one) => one.textContent)"""
    )
    assert cut == [], "what holds is never cut: its end may turn it round"


def test_refuted_and_contested_claims_come_first(tab: Page, site: str) -> None:
    page = fresh(tab)
    page.goto(f"{site}{BRIEF}")
    found = page.locator(".bb-claim-title + .bb-card").evaluate_all(
        "all => all.map((one) => /bb-bar-(\\S+)/.exec(one.className)[1])"
    )
    order = list(dict.fromkeys(found))
    assert order[:2] == ["refuted", "contested"]
    assert len(order) == len([a for a, b in zip(found, [None, *found], strict=False) if a != b])


def test_numbers_are_places_in_the_file_and_lead_to_the_claim(tab: Page, site: str) -> None:
    page = fresh(tab)
    page.goto(f"{site}{BRIEF}")
    numbers = page.locator(".bb-claim-title .bb-nr").all_text_contents()
    assert sorted(int(one.removeprefix("C")) for one in numbers) == list(range(1, 43))
    link = page.locator(".bb-judgment a.bb-ref[aria-label]").first
    number = (link.text_content() or "").strip()
    target = (link.get_attribute("href") or "").removeprefix("#")
    expect(page.locator(f"[id='{target}'] .bb-nr")).to_have_text(number)
    card = link.locator("xpath=ancestor::div[contains(@class, 'bb-card')]")
    card.locator("summary").first.click()
    link.focus()
    words = page.locator(f"[id='{target}']").text_content() or ""
    tip = page.locator("#bb-tip")
    expect(tip).to_be_visible()
    assert (tip.text_content() or "").strip() in " ".join(words.split())
    link.click()
    expect(page.locator(f"[id='{target}'] + .bb-card .bb-acts")).to_be_visible()


@pytest.mark.parametrize(
    "anchor", [REFUTED, "sources", "_40", "plan-not-alliance", "researchers-leave"]
)
def test_a_permalink_opens_what_it_leads_to(tab: Page, site: str, anchor: str) -> None:
    page = fresh(tab)
    page.goto(f"{site}{BRIEF}#{anchor}")
    target = page.locator(f"[id='{anchor}']")
    expect(target).to_be_in_viewport()
    assert page.evaluate(OPEN) == 1


def test_read_from_a_folder_a_permalink_opens_its_card(browser: Browser, built: Path) -> None:
    page = browser.new_page()
    page.goto(f"{(built / 'site' / BRIEF / 'index.html').as_uri()}#{REFUTED}")
    expect(page.locator(f"#{REFUTED} + .bb-card .bb-item").first).to_be_visible()
    expect(page.locator("#already-partners + .bb-card .bb-item").first).not_to_be_visible()
    page.close()


def test_all_cards_open_and_close_at_once(tab: Page, site: str) -> None:
    page = fresh(tab)
    page.goto(f"{site}{BRIEF}")
    button = page.get_by_role("button", name="Open everything")
    button.click()
    assert page.evaluate(OPEN) == page.evaluate(ALL) > 60
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    assert page.evaluate(OPEN) == 0


def test_without_script_everything_stands_open(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}{BRIEF}")
    for one in (f"#{REFUTED} + .bb-card .bb-item", "#sources ~ div .bb-tree", "#timeline ~ div ol"):
        expect(page.locator(one).first).to_be_visible()
    expect(page.locator(".bb-ways")).not_to_be_visible()
    context.close()


def test_a_tool_of_the_browser_finds_words_in_a_closed_card(tab: Page, site: str) -> None:
    page = fresh(tab)
    page.goto(f"{site}{BRIEF}")
    words = page.locator(".bb-card .bb-note").last.text_content() or ""
    assert page.evaluate("(words) => document.body.textContent.includes(words)", words)
    assert page.evaluate("(words) => window.find(words)", words.strip()[:40])


def test_paper_holds_a_summary_or_the_whole(tab: Page, site: str) -> None:
    page = fresh(tab)
    page.goto(f"{site}{BRIEF}")
    whole = pypdfium2.PdfDocument(page.pdf(format="A4"))
    assert len(whole) <= 60
    text = "\n".join(sheet.get_textpage().get_text_range() for sheet in whole)
    for words in ("L'essentiel", "Where we looked", "All 166 sources"):
        assert words in text
    page.evaluate("print = () => {}")
    page.get_by_role("button", name="Print a summary").click()
    short = pypdfium2.PdfDocument(page.pdf(format="A4"))
    assert len(short) <= 2
    text = "\n".join(sheet.get_textpage().get_text_range() for sheet in short)
    for words in ("Bottom line", "Almost no chance (1–5 %", "Refuted: Ya Noticias said that"):
        assert words in text
    tally = re.sub(r"\s+", " ", text)
    assert "Supported 14" in tally, "how many there are of those that are left out"
    assert "Where we looked" not in text
