"""What a reader sees beside a quotation: every state, and one click to the place."""

import html
import re

import pytest

from harness import Project, store_text

TEXT = """\
The bank opened its new office on Monday.

It did not say, and would not be asked, how much the rooms cost. Nobody doubts the date.

The office has 20 rooms. The bank opened its doors to guests.
"""
BRIEF = """\
title: What was said of the new office
summary: Every state of a quotation, shown once.
status: published
published: 2026-11-20
updated: 2026-11-20
authors: [An editor]
claims:
  - id: first
    statement: The bank opened an office on Monday.
    said: [{exact: opened its new office, at: headline}, {exact: opened a palace, at: page 3}]
    claimant: bank
    appearance: agency-report
    kind: fact
    verdict: contested
    confidence: moderate
    evidence:
      - {source: agency-report, stance: supports, note: A, quote: "The bank opened … on Monday"}
      - {source: agency-report, stance: supports, note: B, quote: opened its old office on Monday}
      - {source: agency-report, stance: supports, note: C, quote: the lift was out of order}
      - {source: agency-report, stance: disputes, note: D, quote: opened its new office its doors}
      - {source: agency-report, stance: disputes, note: E, quote: the mayor wept for joy that day}
      - {source: unstored, stance: disputes, note: F, quote: nobody came}
      - {source: unstored, stance: disputes, note: G}
"""
STATES = {
    "The bank opened … on Monday": "word for word but for cuts and brackets, in a copy stored on",
    "opened its old office on Monday": "in other words or signs in the stored copy",
    "the lift was out of order": "in the stored copy of another source, not of this one",
    "opened its new office its doors": "put together from places that lie apart",
    "the mayor wept for joy that day": "not in the stored copy",
    "nobody came": "not checked against a stored copy",
    "opened its new office": "word for word in a copy stored on 21 November 2026",
    "opened a palace": "not in the stored copy",
}


@pytest.fixture
def desk(project: Project) -> Project:
    project.write_standard()
    name = store_text(project, "agency-report", TEXT)
    place = f".briefbook/snapshots/{name[7:9]}/{name[7:]}.json"
    project.write(place, '{"version": 1, "stored": "2026-11-21", "media_type": "text/html"}')
    store_text(project, "newspaper-copy", "A guest said that the lift was out of order.\n")
    sources = project.root / "briefings/_library/sources/more.yml"
    sources.write_text(
        "- {id: unstored, title: A page, url: 'https://example.org/unstored', archived_url: "
        "'https://web.archive.org/web/20260112/https://example.org/unstored'}\n"
    )
    project.write("briefings/example.yml", BRIEF)
    return project


def _page(desk: Project) -> str:
    assert desk.run("build", "--today", "2026-11-29").exit_code in (0, 1)
    return (desk.root / "site/briefings/example/index.html").read_text(encoding="utf-8")


def test_every_state_stands_beside_its_quotation(desk: Project) -> None:
    page = html.unescape(re.sub(r"\s+", " ", _page(desk)).replace("\xa0", " "))
    found = re.findall(r"<q>([^<]+)</q>.*?class=\"?bb-proof bb-proof-(\w+)\"?>([^<]+)<", page)
    shown = {exact: words for exact, _, words in found}
    for exact, words in STATES.items():
        assert shown[exact].startswith(words), exact
    marks = {exact: mark for exact, mark, _ in found}
    assert marks["nobody came"] == "unchecked"
    assert marks["The bank opened … on Monday"] == "proven"
    assert marks["opened a palace"] == "wrong"


def test_each_item_leads_to_its_source_at_the_place_in_one_click(desk: Project) -> None:
    items = re.findall(r'<li class="?bb-item"?>.*?</li>', _page(desk), re.DOTALL)
    assert len(items) == 7
    for item in items:
        assert re.search(r'class="?bb-passage"? href="?https://example\.org/', item), item
        quoted = re.search(r"<q>([^<]+)</q>", item)
        assert (":~:text=" in item) == (quoted is not None)
    assert sum("web.archive.org" in item for item in items) == 2


def test_without_the_store_nothing_is_said_to_be_proven(desk: Project) -> None:
    proven = _page(desk)
    for path in (desk.root / ".briefbook/snapshots").glob("*/*.txt"):
        path.unlink()
    page = _page(desk)
    assert page.count("bb-proof-unchecked") == 8
    assert "bb-proof-proven" not in page and "bb-proof-proven" in proven


def test_a_text_that_is_stored_after_a_build_is_seen_by_the_next(desk: Project) -> None:
    assert "nobody came" in _page(desk)
    desk.write("page.txt", "In the end nobody came to see it.\n")
    assert desk.run("snapshot", "unstored", "page.txt", "--today", "2026-11-22").exit_code == 0
    page = _page(desk).replace("\xa0", " ")
    assert "copy stored on 22 November 2026" in page
    item = next(one for one in page.split("<li") if "nobody came" in one)
    assert "bb-proof-proven" in item
