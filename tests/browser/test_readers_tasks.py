"""What readers come for, in few clicks: each task is done from where it begins, clicks counted."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.opening import fresh

BRIEF = "briefings/sberbank-china-ai/"


class Reader:
    """Somebody at a page who clicks, and who counts."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site, self.clicks = page, site, 0

    def begins(self, address: str) -> None:
        self.page.goto(self.site + address)

    def clicks_on(self, what: Locator) -> None:
        expect(what).to_be_visible()
        what.click()
        self.clicks += 1

    def link(self, name: str) -> Locator:
        return self.page.get_by_role("link", name=name, exact=True).first

    def sees(self, what: Locator) -> None:
        expect(what.first).to_be_visible()


@pytest.fixture
def reader(tab: Page, site: str) -> Iterator[Reader]:
    yield Reader(fresh(tab), site)


def test_was_gigachat_launched_in_2024(reader: Reader) -> None:
    reader.begins("")
    reader.clicks_on(reader.page.locator(".bb-brief-row", has_text="a plan, not yet").get_by_role(
        "link", name=re.compile("refuted")))  # fmt: skip
    card = reader.page.locator("#gigachat-launched-2024 + .bb-card")
    reader.sees(card.get_by_text("GigaChat opened for an invited test in April 2023."))
    reader.sees(card.get_by_text("Refuted: wrong date"))
    assert reader.clicks <= 2


def test_all_refuted_claims(reader: Reader) -> None:
    reader.begins("")
    reader.clicks_on(reader.link("All refuted claims"))
    expect(reader.page).to_have_url(re.compile("/claims/refuted/$"))
    assert reader.page.locator(".bb-row.bb-bar-refuted").count() >= 6
    assert reader.clicks <= 1


def test_what_waits_on_sanctions(reader: Reader) -> None:
    reader.begins(BRIEF)
    row = reader.page.locator(".bb-barriers tr", has_text="fully blocked Sberbank")
    reader.clicks_on(row.locator("summary").first)
    reader.sees(row.get_by_text("Holds back:"))
    assert row.locator("p", has_text="Holds back:").get_by_role("link").count() >= 1
    assert reader.clicks <= 2


def test_forecasts_due_in_2027(reader: Reader) -> None:
    reader.begins("")
    reader.clicks_on(reader.page.locator(".md-tabs").get_by_role("link", name="Forecasts"))
    reader.clicks_on(reader.page.locator(".bb-jumps").get_by_role("link", name="2027"))
    expect(reader.page.locator("h3#due-2027")).to_be_in_viewport()
    assert reader.page.locator("h3#due-2027 + ul .bb-row").count() >= 2
    assert reader.clicks <= 2


def test_why_a_source_has_its_grade(reader: Reader) -> None:
    reader.begins(f"{BRIEF}gigachat-launched-2024/")
    reader.clicks_on(reader.page.locator("a.bb-source", has_text="L'essentiel").first)
    reader.sees(reader.page.locator(".bb-grade p"))
    assert reader.clicks <= 2


def test_the_words_behind_a_claim(reader: Reader) -> None:
    reader.begins(BRIEF)
    card = reader.page.locator("#plans-joint-research + .bb-card")
    reader.clicks_on(card.locator("summary").first)
    reader.sees(card.locator("q", has_text="revealed exciting plans"))
    reader.sees(card.locator("a.bb-passage"))
    assert reader.clicks <= 1


def test_citing_a_claim(reader: Reader) -> None:
    reader.begins(BRIEF)
    card = reader.page.locator("#gigachat-launched-2024 + .bb-card")
    reader.clicks_on(card.locator("summary").first)
    reader.clicks_on(card.get_by_role("button", name="Cite this"))
    reader.sees(card.locator(".bb-cite-panel", has_text="Refuted: Ya Noticias said that"))
    assert reader.clicks <= 2


def test_sharing_a_claim_so_that_the_preview_names_its_verdict(reader: Reader) -> None:
    reader.begins(BRIEF)
    reader.clicks_on(reader.page.locator("#gigachat-launched-2024 a.bb-nr"))
    expect(reader.page).to_have_url(re.compile("/gigachat-launched-2024/$"))
    told = reader.page.locator('meta[property="og:title"]').get_attribute("content")
    assert (told or "").startswith("Refuted: Ya Noticias said that")
    assert reader.clicks <= 1


def test_what_would_change_without_reuters(reader: Reader) -> None:
    reader.begins(BRIEF)
    section = reader.page.locator("#linchpins + div")
    reader.clicks_on(section.locator("summary").first)
    entry = section.locator("li", has_text="What comes from Reuters").first
    reader.sees(entry.get_by_text("would lose"))
    assert reader.clicks <= 2


def test_what_is_said_about_huawei(reader: Reader) -> None:
    reader.begins("")
    reader.clicks_on(reader.page.locator(".md-tabs").get_by_role("link", name="Subjects"))
    reader.clicks_on(reader.link("Huawei"))
    reader.sees(reader.page.get_by_role("heading", level=1, name=re.compile("Huawei")))
    reader.sees(reader.page.locator(".bb-mentions li"))
    assert reader.clicks <= 2
