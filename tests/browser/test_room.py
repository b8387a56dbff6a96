"""Words have the room that they need: labels of pictures, headings, tables of meanings, paper."""

import pytest
from playwright.sync_api import Page

from browser.opening import fresh, open_page

BRIEF = "briefings/sberbank-china-ai/"
BROKEN = """() => [...document.querySelectorAll(".bb-meanings th")].flatMap((cell) => {
  const found = [], walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) for (const word of walk.currentNode.data.matchAll(/[\\p{L}’']+/gu)) {
    const range = document.createRange();
    range.setStart(walk.currentNode, word.index);
    range.setEnd(walk.currentNode, word.index + word[0].length);
    if (range.getClientRects().length > 1) found.push(word[0]);
  }
  return found;
})"""
"""Words in the heads of rows that go on in another line."""


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_bars_begin_behind_the_longest_verdict(tab: Page, site: str, width: int) -> None:
    page = fresh(tab, width, 700)
    open_page(page, f"{site}claims/")
    rows = page.evaluate("""() => [...document.querySelectorAll(".bb-picture-verdicts svg > a")]
      .map((row) => [row.querySelector("text").getBoundingClientRect().right,
        row.querySelector(".bb-part").getBoundingClientRect().left])""")
    assert len(rows) > 3
    assert [row for row in rows if row[0] >= row[1]] == []


@pytest.mark.parametrize(("width", "kind"), [(390, "small"), (640, "middle"), (1280, "large")])
def test_labels_of_the_matrix_fill_their_room(tab: Page, site: str, width: int, kind: str) -> None:
    page = fresh(tab, width, 700)
    open_page(page, f"{site}{BRIEF}")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    shown, room = page.evaluate("""() => {
      const drawn = document.querySelector('[class*="bb-picture-h_"] svg');
      const box = drawn.getBoundingClientRect();
      const words = [...drawn.querySelectorAll("a text")].filter((one) => one.checkVisibility());
      return [words.map((one) => [one.getAttribute("class").split(" ").at(-1),
        one.getBoundingClientRect().right - box.left]), box.width * 0.58];
    }""")
    assert {name for name, _ in shown} == {f"bb-{kind}"}
    assert max(right for _, right in shown) <= room


def test_the_sign_behind_a_heading_takes_no_line(tab: Page, site: str) -> None:
    page = fresh(tab, 1280, 900)
    open_page(page, f"{site}{BRIEF}")
    heights = "() => [...document.querySelectorAll('h3')].map((one) => one.offsetHeight)"
    with_sign = page.evaluate(heights)
    page.add_style_tag(content=".headerlink { display: none !important; }")
    assert page.evaluate(heights) == with_sign


@pytest.mark.parametrize("width", [320, 390])
def test_tables_of_meanings_keep_words_whole(tab: Page, site: str, width: int) -> None:
    page = fresh(tab, width, 700)
    open_page(page, f"{site}reference/reading/")
    assert page.evaluate(BROKEN) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_paper_says_a_judgments_confidence_once_and_its_claims_legibly(
    tab: Page, site: str
) -> None:
    page = fresh(tab, 800, 1100)
    open_page(page, f"{site}{BRIEF}")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    twice, small = page.evaluate("""() => [
      [...document.querySelectorAll(".bb-judgment .bb-depth:has(.bb-confidence) > summary")]
        .filter((one) => one.querySelector(".bb-marks > :last-child")?.checkVisibility()).length,
      [...document.querySelectorAll(".bb-ref[data-bb-words]")].filter((one) =>
        parseFloat(getComputedStyle(one, "::after").fontSize) * 0.75 < 6.4).length,
    ]""")
    page.emulate_media(media="screen")
    assert (twice, small) == (0, 0)
