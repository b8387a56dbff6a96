"""What would be misread: directions, links to what is improbable, ends of time, forecasts past."""

import re
from pathlib import Path

import pytest

from harness import Project

BRIEF = """\
title: A small brief
summary: One sentence.
status: published
published: 2026-02-06
reviews: {claimant: {name: A Paper}, appearance: agency-report}
judgments:
  - id: third-bank
    statement: A third bank opens by 2030.
    likelihood: almost no chance
    confidence: high
    forecast:
      review_on: 2026-10-01
      resolution: {date: 2026-10-02, outcome: 'no', because: None opened.}
  - id: two-banks
    statement: Two banks stay.
    confidence: high
    depends_on: [third-bank]
claims:
  - id: first
    statement: The bank opened an office.
    kind: fact
    verdict: supported
    evidence:
      - {source: agency-report, stance: supports, note: It names the street.}
  - id: second
    statement: The office is closed.
    kind: fact
    verdict: refuted
    depends_on: [first]
  - id: third
    statement: The Bank is in trouble.
    kind: fact
    verdict: unverified
    depends_on: [second]
    reasoning: See [[second]].
events:
  - {date: 2024-12-20, what: A first plan.}
  - {date: 2025-03-01, what: A second plan.}
  - {date: 2025-06-01, what: A third plan.}
  - {date: 2025-09-01, what: A fourth plan.}
relations:
  - {subject: officer, relation: gave an order to, object: bank}
  - {subject: bank, relation: pays, object: {name: The Landlord}}
"""


@pytest.fixture
def pages(project: Project) -> Path:
    project.write_standard()
    project.write("briefings/small.yml", BRIEF)
    done = project.run("compile", "--today", "2026-11-23")
    assert done.exit_code == 0, done.stdout + done.stderr
    return project.root / "build/docs"


def _read(pages: Path, name: str) -> str:
    return (pages / name / "index.md").read_text(encoding="utf-8")


def test_who_acts_stands_before_the_act(pages: Path) -> None:
    page = _read(pages, "entities/bank")
    description = re.findall(r'<desc id="relations_desc">([^<]*)</desc>', page)[0]
    assert "An Officer gave an order to The Bank" in description
    assert "The Bank pays The Landlord" in description
    drawn = page.partition("relations_desc")[2].partition("</figure>")[0]
    assert "gave an order to The Bank" in drawn


def test_a_link_to_a_judgment_begins_with_its_likelihood(pages: Path) -> None:
    page = _read(pages, "briefings/small")
    assert ">Almost no chance: A third bank opens by 2030</a>" in page


def test_a_link_to_a_false_statement_begins_with_the_verdict_and_who_said_it(pages: Path) -> None:
    page = _read(pages, "briefings/small")
    links = re.findall(r'<a[^>]* href="#second"[^>]*>([^<]*)</a>', page)
    told = [link for link in links if "office is closed" in link]
    assert len(told) >= 2
    assert set(told) == {"Refuted: A Paper said that the office is closed"}
    assert ">Supported: The bank opened an office</a>" in page


def test_a_grade_without_a_rating_is_a_letter(pages: Path) -> None:
    page = _read(pages, "briefings/small")
    assert "not rated" not in page
    assert ", B ·" in page


def test_the_year_of_most_events_is_on_the_axis(pages: Path) -> None:
    page = _read(pages, "briefings/small")
    axis = page.partition("bb-picture-time")[2].partition("</svg>")[0]
    assert ">2025</text>" in axis


def test_a_decided_forecast_waits_for_nothing(pages: Path) -> None:
    page = _read(pages, "forecasts")
    assert "Came out: no" in page
    assert "looked at again" not in page


def test_a_brief_in_a_list_leads_to_its_text_point_by_point(pages: Path) -> None:
    page = _read(pages, "briefings")
    assert "Examines a text by A Paper" in page
    assert re.search(r'href="[^"]*small/article/">The text point by point', page)
