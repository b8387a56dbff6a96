"""Words that nothing breaks, in every text field: no page of any type scrolls sideways."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser import long_words
from browser.conftest import serve
from browser.opening import fresh
from browser.test_layout import UNFOLD
from harness import Project

SIDEWAYS = """() => {
  const told = (one) => one.outerHTML.slice(0, 120);
  const framed = "pre, svg, .bb-scroll, .md-sidebar, .bb-hidden, .md-skip, table";
  const outside = [...document.querySelectorAll("body *")].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width > 1 && box.right > innerWidth + 1
      && one.checkVisibility() && !one.closest(framed);
  });
  const frames = [...document.querySelectorAll(".bb-scroll")]
    .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1);
  outside.push(...frames);
  const page = document.documentElement.scrollWidth > innerWidth ? ["the page"] : [];
  return [...page, ...outside.map(told).slice(0, 5)];
}"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = Project(tmp_path_factory.mktemp("long"))
    long_words.write(project)
    result = project.run("build", "--today", "2026-11-23")
    assert result.exit_code in (0, 1), result.stderr
    assert (project.root / "site" / "index.html").is_file(), result.stderr
    return project.root / "site"


@pytest.fixture(scope="module")
def long(built: Path) -> Iterator[str]:
    yield from serve(built)


def _addresses(site: Path) -> list[str]:
    """Every page but those of the product's own reference."""
    found = (path.relative_to(site) for path in site.rglob("*.html"))
    kept = (one for one in found if one.parts[:2] not in (("reference", "rules"), ("guide",)))
    return sorted(str(one).removesuffix("index.html") for one in kept)


def _sideways(page: Page) -> list[str]:
    page.evaluate(UNFOLD)
    found: list[str] = page.evaluate(SIDEWAYS)
    return found


def test_no_page_scrolls_sideways(tab: Page, long: str, built: Path) -> None:
    addresses = _addresses(built)
    assert len(addresses) > 40
    page = fresh(tab, 390, 844)
    found = {}
    for address in addresses:
        page.goto(f"{long}{address}")
        for width in (390, 320):
            page.set_viewport_size({"width": width, "height": 844})
            if wrong := _sideways(page):
                found[address, width] = wrong
    assert found == {}


@pytest.mark.parametrize("width", [390, 320])
def test_results_and_facets_do_not_scroll_sideways(tab: Page, long: str, width: int) -> None:
    page = fresh(tab, width, 844)
    page.goto(f"{long}search/?q={long_words.WORD}&year=2026")
    expect(page.locator("#bb-results li").first).to_be_visible()
    page.evaluate(UNFOLD)
    expect(page.locator("#bb-facets select[name=topic] option")).not_to_have_count(1)
    assert _sideways(page) == []
    page.goto(f"{long}search/?q={'y' * 300}")
    expect(page.locator("#bb-search-status")).to_contain_text("yyy")
    assert _sideways(page) == []


def test_the_drawer_and_the_contents_do_not_scroll_sideways(tab: Page, long: str) -> None:
    page = fresh(tab, 1280, 844)
    page.goto(f"{long}briefings/{'l' * 80}/")
    column = page.locator(".md-sidebar--secondary .md-sidebar__scrollwrap")
    expect(column).to_be_visible()
    assert column.evaluate("one => one.scrollWidth <= one.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
