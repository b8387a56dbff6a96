"""Where one is: the contents list after a jump, the line at the head, the door one came through."""

import pytest
from playwright.sync_api import Page, expect

from browser.opening import fresh

BRIEF = "briefings/sberbank-china-ai/"
MARKED = ".md-nav--secondary .md-nav__link--active"


@pytest.mark.parametrize("address", [BRIEF, "about/", "browse/"])
def test_the_contents_list_marks_what_was_jumped_to(tab: Page, site: str, address: str) -> None:
    page = fresh(tab, 1280, 900)
    page.goto(f"{site}{address}")
    links = page.locator(".md-nav--secondary a[href^='#']:visible")
    assert links.count() > 3
    for number in range(links.count()):
        links.nth(number).click()
        expect(links.nth(number)).to_have_attribute("aria-current", "location")
        expect(page.locator(MARKED)).to_have_count(1)


def test_it_marks_the_section_of_a_permalink_and_follows_the_reader(tab: Page, site: str) -> None:
    page = fresh(tab, 1280, 900)
    page.goto(f"{site}{BRIEF}#gigachat-launched-2024")
    expect(page.locator(MARKED)).to_have_attribute("href", "#claims")
    page.mouse.move(400, 400)
    page.mouse.wheel(0, -1_000_000)
    expect(page.locator(MARKED)).to_have_attribute("href", "#bottom-line")
    page.mouse.wheel(0, 1_000_000)
    expect(page.locator(MARKED)).to_have_attribute("href", "#about")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_head_says_where_one_is_when_the_title_is_gone(
    tab: Page, site: str, width: int
) -> None:
    page = fresh(tab, width, 900)
    page.goto(f"{site}{BRIEF}")
    where = page.locator(".bb-where")
    expect(where).to_be_hidden()
    page.mouse.move(200, 400)
    page.mouse.wheel(0, 3_000)
    expect(where).to_be_visible()
    expect(where).to_have_text(page.locator("h1").inner_text().removesuffix("¶"))
    expect(page.get_by_role("link", name="Briefbook", exact=True).first).to_have_count(1)


@pytest.mark.parametrize(
    ("address", "door"),
    [
        (BRIEF, "Briefs"),
        ("claims/refuted/", "Claims"),
        ("topics/ai/", "Subjects"),
        ("entities/huawei/", "Subjects"),
        ("sources/reuters-sber-2025-02-06/", "Sources"),
    ],
)
def test_the_door_is_marked(tab: Page, site: str, address: str, door: str) -> None:
    page = fresh(tab, 1280, 900)
    page.goto(f"{site}{address}")
    expect(page.locator(".md-tabs__item--active")).to_have_text(door)


def test_choices_of_a_search_narrow_each_other_and_say_how_many(tab: Page, site: str) -> None:
    page = fresh(tab, 1280, 900)
    page.goto(f"{site}search/?q=sanctions&kind=claim&language=en")
    status = page.get_by_role("status")
    expect(status).to_contain_text("results for “sanctions”")
    verdicts = page.locator("select[name=verdict] option")
    expect(verdicts.nth(1)).to_contain_text("(")
    offered = verdicts.all_inner_texts()[1:]
    for words in offered:
        name, _, many = words.rpartition(" (")
        page.locator("select[name=verdict]").select_option(label=words)
        said = "One result" if many == "1)" else f"{many[:-1]} results"
        expect(status).to_have_text(f"{said} for “sanctions”")
        assert "language=en" in page.url
        assert name
        page.locator("select[name=verdict]").select_option(label="Any")
        expect(verdicts).to_have_text(["Any", *offered])


def test_a_kind_alone_lists_all_of_it(tab: Page, site: str) -> None:
    page = fresh(tab, 1280, 900)
    page.goto(f"{site}search/?kind=judgment")
    expect(page.get_by_role("status")).to_contain_text("Judgment: ")
    expect(page.locator("#bb-results li")).to_have_count(20)
