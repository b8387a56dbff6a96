"""Odd content: the page stays whole, readable and escaped, on a wide screen and a phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import serve
from browser.opening import fresh, open_page
from browser.test_accessibility import every_violation
from browser.test_layout import UNFOLD, faults
from harness import Project

LONG = "The bank opened an office in a street of the old town. " * 92
WORD = "x" * 400
RIGHT = "البنك يخطط لأبحاث مشتركة مع علماء صينيين (2025)"
STACKED = "Z̷͑̏a̴͂l̵̀g̶̈o̸ and decomposed é"
BARE = "- {id: bare, title: A source}\n"


def brief(title: str, statement: str, *, evidence: int = 0, language: str = "en") -> str:
    """A brief with one claim of that statement."""
    sides = ("disputes", "supports", "supports")
    items = "".join(
        f"      - {{source: bare, stance: {sides[at % 3]}, note: Item {at}.}}\n"
        for at in range(evidence)
    )
    return (
        f"title: {title!r}\nsummary: {statement[:300]!r}\nstatus: draft\nlanguage: {language}\n"
        f"claims:\n  - id: first\n    statement: {statement!r}\n    kind: fact\n"
        "    verdict: unverified\n    claimant: {name: " + repr(title[:80]) + "}\n"
        f"    said: {{exact: {title[:60]!r}, language: ar}}\n"
        + (f"    evidence:\n{items}" if items else "")
    )


BRIEFS = {
    "long": brief("A long claim", LONG.strip()),
    "word": brief(WORD, f"{WORD} {WORD}"),
    "right-to-left": brief(RIGHT, RIGHT, evidence=3, language="ar"),
    "stacked": brief(STACKED, STACKED),
    "emoji": brief("🚀🏦 A title", "👩‍🔬 said 🙂", evidence=1),
    "much": brief("Much evidence", "Short.", evidence=300),
    "alone": "title: T\nsummary: S.\nstatus: draft\nclaims:\n"
    "  - {id: first, statement: S., kind: fact, verdict: open}\n",
}


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    project = Project(tmp_path_factory.mktemp("odd"))
    project.write(
        "mkdocs.yml",
        "site_name: T\nsite_url: https://example.org/briefbook/\n"
        "theme: {name: material, font: false}\n",
    )
    project.write("briefings/_library/sources/one.yml", BARE)
    for name, text in BRIEFS.items():
        project.write(f"briefings/{name}.yml", text)
    result = project.run("build", "--today", "2026-11-23")
    assert result.exit_code in (0, 1), result.stderr
    assert (project.root / "site" / "index.html").is_file(), result.stderr
    yield from serve(project.root / "site")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", BRIEFS)
def test_the_page_stays_whole(tab: Page, odd: str, name: str, width: int) -> None:
    page = fresh(tab, width, 844)
    open_page(page, f"{odd}briefings/{name}/")
    expect(page.locator("main h1")).to_have_count(1)
    expect(page.locator("#first + .bb-card")).to_be_visible()
    found = every_violation(page)
    page.evaluate(UNFOLD)
    wrong = faults(page)
    assert found == []
    assert wrong == {}


@pytest.mark.parametrize("address", ["claims/", "sources/", "sources/bare/", "briefings/", ""])
def test_boards_stay_whole(tab: Page, odd: str, address: str) -> None:
    page = fresh(tab, 390, 844)
    open_page(page, f"{odd}{address}")
    wrong = faults(page)
    assert wrong == {}


def test_much_evidence_is_folded(tab: Page, odd: str) -> None:
    page = fresh(tab)
    page.goto(f"{odd}briefings/much/")
    sides = page.locator("#first + .bb-card .bb-side")
    expect(sides).to_have_count(2)
    for side in sides.all():
        assert side.locator("> .bb-items > .bb-item").count() == 6
        expect(side.locator("details > summary")).to_contain_text("more")
    assert page.locator("#first + .bb-card .bb-item").count() == 300


def test_right_to_left_text_keeps_its_direction(tab: Page, odd: str) -> None:
    page = fresh(tab, 1280, 800)
    page.goto(f"{odd}briefings/right-to-left/")
    heading = page.locator("#first")
    assert heading.locator("span[lang=ar]").count() == 1
    assert heading.evaluate("one => getComputedStyle(one).unicodeBidi") == "plaintext"
    card = page.locator("#first + .bb-card").bounding_box()
    assert card is not None
    assert card["x"] < 200  # the bar and the card stay on the left


def test_a_source_of_nothing_but_an_id_is_told(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write("mkdocs.yml", "site_name: T\n")
    project.write("briefings/a.yml", BRIEFS["alone"])
    project.write("briefings/_library/sources/one.yml", "- {id: bare}\n")
    result = project.check()
    assert result.codes == ["SCH002"]
    assert "title" in result.findings[0]["message"]
