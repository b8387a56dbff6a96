"""Feeds speak when meaning changes: of the site, of a brief, of a topic."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

from harness import Project

ATOM = "{http://www.w3.org/2005/Atom}"
BRIEF = """\
title: "Offices & <rooms>"
summary: The bottom line.
status: published
published: 2025-02-07
topics: [trade]
judgments:
  - id: more
    statement: There will be more.
    likelihood: likely
    confidence: low
    forecast:
      resolves_on: 2027-01-01
      criteria: A count.
      history:
        - {date: 2025-02-07, probability: 0.6, because: A start.}
        - {date: 2025-03-07, probability: 0.6, because: Looked again.}
        - {date: 2025-04-07, probability: 0.7, because: Two opened.}
claims:
  - id: bet
    statement: It opens by May.
    claimant: {name: A Paper}
    kind: forecast
    verdict: refuted
    forecast:
      resolves_on: 2025-06-01
      criteria: It opens.
      resolution: {outcome: "no", date: 2025-06-02, because: It stayed shut.}
  - {id: gone, statement: It closed., claimant: {name: A Paper}, kind: fact, verdict: refuted,
     withdrawn: {date: 2025-05-20, reason: A slip., notice: Nobody said so.}}
corrections:
  - {date: 2025-05-01, kind: correction, severity: minor, was: Tow., now: Two., reason: A slip.}
  - {date: 2025-05-02, kind: update, severity: substantive, reason: "One more [@text]."}
sources:
  - {id: text, title: The article, publisher: Gazette}
"""
DRAFT = """\
title: Draft
summary: S.
status: draft
topics: [trade]
claims: [{id: own, statement: It stands., kind: fact, verdict: supported}]
"""


def made(folder: Path, brief: str = BRIEF) -> Path:
    project = Project(folder)
    project.write("mkdocs.yml", "site_name: Desk\nsite_url: https://example.org/desk/\n")
    project.write("briefings/_library/topics.yml", "- {id: trade, name: Trade}\n")
    project.write("briefings/offices.yml", brief)
    project.write("briefings/draft.yml", DRAFT)
    result = project.run("compile", "--today", "2026-11-23")
    assert result.exit_code == 0, result.stdout + result.stderr
    return project.root / "build/docs"


def titles(path: Path) -> list[str]:
    return [one.findtext(f"{ATOM}title") or "" for one in ET.parse(path).iter(f"{ATOM}entry")]


NEWS = [
    "Came out (no): Refuted: A Paper: It opens by May.",
    "Withdrawn: A Paper: It closed.",
    "Update: Offices & <rooms>",
    "Moved from 60 % to 70 %: There will be more.",
    "Offices & <rooms>",
]


def test_what_is_news_the_newest_first(tmp_path: Path) -> None:
    docs = made(tmp_path)
    for path in ("feed.xml", "briefings/offices/feed.xml", "topics/trade/feed.xml"):
        assert titles(docs / path) == NEWS, path
    assert titles(docs / "briefings/draft/feed.xml") == []
    told = json.loads((docs / "feed.json").read_text())
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert [one["title"] for one in told["items"]] == NEWS
    assert told["items"][0]["url"] == "https://example.org/desk/briefings/offices/#bet"
    assert told["items"][2]["content_text"] == "Reason: One more [Gazette]."


def test_ids_are_addresses_and_differ(tmp_path: Path) -> None:
    feed = ET.parse(made(tmp_path) / "feed.xml")
    ids = [one.findtext(f"{ATOM}id") or "" for one in feed.iter(f"{ATOM}entry")]
    assert len(set(ids)) == len(NEWS)
    assert all(one.startswith("https://example.org/desk/briefings/offices/") for one in ids)


def test_a_comma_a_source_and_a_day_of_looking_are_no_news(tmp_path: Path) -> None:
    before = (made(tmp_path / "a") / "feed.xml").read_bytes()
    for number, (old, new) in enumerate(
        [
            ("reason: A slip.", "reason: A slip!"),
            ("publisher: Gazette}", "publisher: Gazette}\n  - {id: more-text, title: Another}"),
            ("because: Looked again.", "because: Looked again and again."),
            ("statement: It opens by May.", "statement: It opens by May.\n    confidence: high"),
        ]
    ):
        assert old in BRIEF
        after = made(tmp_path / str(number), BRIEF.replace(old, new)) / "feed.xml"
        assert after.read_bytes() == before, new


def test_pages_name_their_feeds_in_their_heads(built: Path) -> None:
    site = built / "site"
    for address, feeds in {
        "": ["feed.xml"],
        "briefings/sberbank-china-ai/": ["../../feed.xml", "feed.xml"],
        "topics/sanctions/": ["../../feed.xml", "feed.xml"],
    }.items():
        head = (site / address / "index.html").read_text().partition("</head>")[0]
        for feed in feeds:
            assert 'type="application/atom+xml"' in head
            assert f'href="{feed}"' in head, address
            assert (site / address / feed).resolve().is_file()
