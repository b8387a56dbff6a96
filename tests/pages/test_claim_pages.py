"""Pages of single claims: which have one, what they say to readers, machines and other sites."""

import gzip
import html
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from harness import Project

BRIEF = """\
title: Offices
summary: The bottom line.
status: published
published: 2025-02-07
renamed_from: [rooms]
reviews: {claimant: {name: A Paper}, appearance: text}
claims:
  - id: wrong
    renamed_from: [slip]
    statement: "The bank <b>opened</b> in 1990."
    kind: fact
    verdict: refuted
    flaw: wrong-date
    established: It opened in 1991.
    evidence: [{source: text, stance: disputes, note: It says 1991.}]
  - {id: gone, statement: It closed., kind: fact, verdict: unverified,
     withdrawn: {date: 2025-03-01, reason: A slip., notice: Nobody said so.}}
sources:
  - {id: text, title: The article, url: "https://example.org/a", published: 2025-02-06}
"""
OURS = """\
title: Ours
summary: The bottom line.
status: draft
claims:
  - {id: own, statement: It stands., kind: fact, verdict: supported}
  - {id: said, statement: It fell., kind: fact, verdict: open, claimant: {name: A Paper}}
"""
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)


class Frame(HTMLParser):
    """The attributes of the elements of a text."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names += [name for name, _ in attrs]


def compiled(folder: Path, choice: str = "", url: bool = True, brief: str = BRIEF) -> Path:
    project = Project(folder)
    settings = f"extra: {{briefbook: {{claim_pages: {choice}}}}}\n" if choice else ""
    address = "site_url: https://example.org/desk/\n" if url else ""
    project.write("mkdocs.yml", f"site_name: Desk\n{address}{settings}")
    project.write("briefings/offices.yml", brief)
    project.write("briefings/ours.yml", OURS)
    result = project.run("compile", "--today", "2026-11-23")
    assert result.exit_code == 0, result.stdout + result.stderr
    return project.root / "build/docs"


def pages(docs: Path) -> set[str]:
    return {one.parent.relative_to(docs / "briefings").as_posix()
            for one in docs.glob("briefings/*/*/index.md")} - {"offices/article"}  # fmt: skip


@pytest.mark.parametrize(
    ("choice", "with_page"),
    [
        ("", {"offices/wrong", "offices/gone", "ours/said"}),
        ("reviewed", {"offices/wrong", "offices/gone", "ours/said"}),
        ("none", set()),
        ("all", {"offices/wrong", "offices/gone", "ours/said", "ours/own"}),
    ],
)
def test_claims_that_have_a_page(tmp_path: Path, choice: str, with_page: set[str]) -> None:
    docs = compiled(tmp_path, choice)
    moved = {"offices/slip", "rooms/wrong", "rooms/slip", "rooms/gone"} if with_page else set()
    assert pages(docs) == with_page | moved
    brief = (docs / "briefings/offices/index.md").read_text()
    way = "wrong/" if with_page else "#wrong"
    assert f'<a class="bb-nr" href="{way}">C1</a>' in brief


def test_a_wrong_choice_is_a_finding(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write("mkdocs.yml", "site_name: Desk\nextra: {briefbook: {claim_pages: some}}\n")
    result = project.run("check")
    assert result.exit_code == 2
    assert "claim_pages" in result.stdout + result.stderr
    assert "reviewed" in result.stdout + result.stderr


def test_it_says_verdict_and_what_holds_and_leads_on(tmp_path: Path) -> None:
    page = (compiled(tmp_path) / "briefings/offices/wrong/index.md").read_text()
    body = page.partition("\n---\n")[2]
    assert body.index("Refuted&#58; A Paper said that") < body.index("It opened in 1991.")
    assert 'description: "It opened in 1991."' in page
    assert 'href="../#wrong"' in page
    assert "<b>" not in page
    (review,) = map(json.loads, DATA.findall(page))
    assert review["url"] == "https://example.org/desk/briefings/offices/wrong/"
    assert review["reviewRating"]["alternateName"] == "Refuted: wrong date"


def test_a_brief_holds_no_review_that_a_page_holds(tmp_path: Path) -> None:
    docs = compiled(tmp_path)
    assert "ClaimReview" not in (docs / "briefings/offices/index.md").read_text()
    assert "ClaimReview" not in (docs / "briefings/offices/gone/index.md").read_text()


def test_what_is_no_more_or_not_yet_is_kept_from_search_engines(tmp_path: Path) -> None:
    docs = compiled(tmp_path)
    for one, hidden in (("offices/wrong", False), ("offices/gone", True), ("ours/said", True)):
        page = (docs / "briefings" / one / "index.md").read_text()
        assert ('robots: "noindex"' in page) is hidden, one
    assert "Nobody said so." in (docs / "briefings/offices/gone/index.md").read_text()


def test_former_addresses_lead_to_it(tmp_path: Path) -> None:
    docs = compiled(tmp_path)
    for former, way in (("offices/slip", "../wrong/"), ("rooms/wrong", "../../offices/wrong/")):
        assert f'data-bb-moved="{way}"' in (docs / "briefings" / former / "index.md").read_text()


def test_a_card_for_other_sites(tmp_path: Path) -> None:
    docs = compiled(tmp_path)
    card = (docs / "embed/offices/wrong/index.html").read_text().partition("<body>")[2]
    assert card.index("Refuted: wrong date") < card.index("A Paper said that")
    assert card.index("said that") < card.index("It opened in 1991.")
    assert card.count("Refuted") == 1
    assert "<script" not in card
    assert "&lt;b&gt;" in card
    assert 'href="https://example.org/desk/briefings/offices/wrong/"' in card
    told = json.loads((docs / "embed/offices/wrong/oembed.json").read_text())
    assert (told["version"], told["type"]) == ("1.0", "rich")
    assert 'src="https://example.org/desk/embed/offices/wrong/"' in told["html"]
    page = (docs / "briefings/offices/wrong/index.md").read_text()
    assert 'oembed: "../../../embed/offices/wrong/oembed.json"' in page
    assert "https://example.org/desk/embed/offices/wrong/" in page


def test_what_other_sites_write_is_inert_whatever_a_claim_says(tmp_path: Path) -> None:
    said = r"It \" onload=\"alert(1) fell."
    hostile = BRIEF.replace("The bank <b>opened</b> in 1990.", said)
    assert hostile != BRIEF
    docs = compiled(tmp_path, brief=hostile)
    page = (docs / "briefings/offices/wrong/index.md").read_text()
    written = html.unescape(page.partition("<code>")[2].partition("</code>")[0])
    told = json.loads((docs / "embed/offices/wrong/oembed.json").read_text())["html"]
    assert written == told
    read = Frame()
    read.feed(written)
    assert set(read.names) == {"src", "title", "width", "height", "style", "loading"}


def test_the_card_of_a_claim_that_is_withdrawn_rates_nothing(tmp_path: Path) -> None:
    card = (compiled(tmp_path) / "embed/offices/gone/index.html").read_text().partition("<body>")[2]
    assert "Nobody said so." in card
    assert "Unverified" not in card
    assert "Withdrawn: A Paper said that" in card


def test_a_site_that_does_not_know_its_address_offers_no_card(tmp_path: Path) -> None:
    docs = compiled(tmp_path, url=False)
    assert not (docs / "embed").exists()
    assert "iframe" not in (docs / "briefings/offices/wrong/index.md").read_text()


def test_pages_and_cards_of_the_real_site_are_light(built: Path) -> None:
    site = built / "site"
    pages = [one for one in site.glob("briefings/*/*/index.html") if one.parent.name != "article"]
    assert len(pages) > 40
    assert max(len(gzip.compress(one.read_bytes())) for one in pages) <= 8_000
    cards = list(site.glob("embed/*/*/index.html"))
    assert len(cards) == len(pages)
    assert max(one.stat().st_size for one in cards) <= 15_000
    head = pages[0].read_text().partition("</head>")[0]
    assert 'type="application/json+oembed"' in head
    pictures = [re.search(r'og:image" content="[^"]*/(assets/[^"]+)"', one.read_text())
                for one in pages]  # fmt: skip
    assert len({one[1] for one in pictures if one}) == len(pages)
