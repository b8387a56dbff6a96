"""What readers type, in three languages, rightly and not: it is among the first five results."""

from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from browser.opening import fresh

QUERIES = [
    line.split("\t")
    for line in Path(__file__).with_name("queries.tsv").read_text(encoding="utf-8").splitlines()
]
PARTS = 6
FIRST = "rows => rows.slice(0, 5).map((one) => one.querySelector('a').href)"


def test_there_are_enough() -> None:
    assert len({query for query, _ in QUERIES}) >= 120


@pytest.mark.parametrize("part", range(PARTS))
def test_what_is_wanted_is_among_the_first_five(tab: Page, site: str, part: int) -> None:
    page = fresh(tab)
    missed = []
    for query, wanted in QUERIES[part::PARTS]:
        page.goto(f"{site}search/?q={quote(query)}")
        expect(page.locator("#bb-search-status")).to_contain_text("“")
        first = page.locator("#bb-results > li").evaluate_all(FIRST)
        if not any(wanted in one for one in first):
            missed.append((query, wanted, first[:2]))
    assert missed == []
