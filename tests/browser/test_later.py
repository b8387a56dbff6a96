"""The later cards of a long brief: laid out on phones when they come near, never out of place."""

import pytest
from playwright.sync_api import Browser, Page, expect

LONG = "briefings/sberbank-china-ai/"
SHORT = "briefings/compute-under-sanctions/"
WAITING = """() => [...document.querySelectorAll(".bb-later")].filter(
  (one) => getComputedStyle(one).contentVisibility === "auto").length"""
LAY_OUT = (
    "for (const one of document.querySelectorAll('.bb-later')) one.classList.remove('bb-later')"
)
HEIGHTS = """() => [...document.querySelectorAll("[style*='--bb-height']")].map(
  (one) => one.getBoundingClientRect().height)"""
UNFOLD = "for (const one of document.querySelectorAll('.bb-later details')) one.open = true"
OVERFLOWING = """() => [...document.querySelectorAll(".bb-later, .bb-card")].filter((one) => {
  const last = [...one.children].at(-1).getBoundingClientRect().bottom;
  return last > one.getBoundingClientRect().bottom + 24;
}).map((one) => one.textContent.slice(0, 80))"""
TOP = "(id) => document.getElementById(id).getBoundingClientRect().top"


def phone(browser: Browser, width: int = 390) -> Page:
    return browser.new_context(viewport={"width": width, "height": 844}).new_page()


@pytest.mark.parametrize("width", [360, 390, 430])
def test_what_is_reckoned_is_close_to_what_it_takes(
    browser: Browser, site: str, width: int
) -> None:
    page = phone(browser, width)
    page.goto(site + LONG)
    reckoned = page.evaluate(HEIGHTS)
    page.evaluate(LAY_OUT)
    taken = page.evaluate(HEIGHTS)
    page.context.close()
    assert len(taken) > 200
    pairs = list(zip(reckoned, taken, strict=True))
    large = [(first, then) for first, then in pairs if then > 400]
    assert [pair for pair in large if not 0.9 <= pair[0] / pair[1] <= 1.3] == []
    small = [pair for pair in pairs if pair not in large]
    assert [pair for pair in small if not -24 <= pair[0] - pair[1] <= 180] == []
    assert 1 <= sum(reckoned) / sum(taken) <= 1.2


def test_only_phones_wait_and_only_for_long_briefs(browser: Browser, site: str) -> None:
    page = phone(browser)
    page.goto(site + LONG)
    assert page.evaluate(WAITING) > 200
    page.emulate_media(media="print")
    assert page.evaluate(WAITING) == 0
    page.emulate_media(media="screen")
    for width in (195, 320, 640, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(WAITING) == 0, width
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(site + SHORT)
    assert page.evaluate(WAITING) == 0
    page.context.close()


@pytest.mark.parametrize("place", ["claim", "barrier", "source"])
def test_a_link_leads_to_what_was_not_laid_out(browser: Browser, site: str, place: str) -> None:
    page = phone(browser)
    page.goto(site + LONG)
    pick = {
        "claim": "[...document.querySelectorAll('.bb-claim-title')].at(-1).id",
        "barrier": "[...document.querySelectorAll('.bb-barriers tbody tr[id]')].at(-1).id",
        "source": "[...document.querySelectorAll('.bb-tree a[id]')].at(-1).id",
    }
    anchor = page.evaluate(pick[place])
    page.goto(f"{site}{LONG}#{anchor}")
    page.wait_for_timeout(400)
    assert 0 <= page.evaluate(TOP, anchor) <= 422, "in the upper half of the window"
    page.mouse.wheel(0, -600)
    page.wait_for_timeout(400)
    assert 500 <= page.evaluate(TOP, anchor) <= 1022, "what lies above does not push it away"
    page.context.close()


def test_what_is_unfolded_is_laid_out(browser: Browser, site: str) -> None:
    """A card that a script unfolds from afar lies over nothing."""
    page = phone(browser)
    page.goto(site + LONG, wait_until="networkidle")
    folded = page.locator(".bb-later:has(details:not([open]))")
    assert folded.count() > 20
    page.evaluate(UNFOLD)
    expect(folded).to_have_count(0)
    still = page.evaluate(OVERFLOWING)
    page.context.close()
    assert still == []


def test_a_tool_of_the_browser_finds_its_words(browser: Browser, site: str) -> None:
    page = phone(browser)
    page.goto(site + LONG)
    last = page.locator(".bb-card .bb-established").last
    words = (last.text_content() or "")[-40:]
    assert page.evaluate("(words) => window.find(words)", words)
    page.context.close()
