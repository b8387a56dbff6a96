"""Dates of every form in every field: nothing breaks, on no page, in no file, in no command."""

import json
import re
import xml.etree.ElementTree as ET
from html import unescape
from pathlib import Path

import pytest

from harness import Project

FAR = [
    *("9999", "9999-12", "9999-12-31", "9999/..", "9998/9999", "0001", "0001-01-01", "0000"),
    *("-0043", "-0043-03-15", "-0500/-0043", "-9999", "Y170000", "Y-170000", "Y999999999999"),
    *("-0043/9999", "Y-170000/Y170000", "185X", "18XX", "000X", "2004-XX", "2004-06-XX"),
    *("2025-21", "9999-24", "0000-24?", "../1985", "/1985", "1985/", "unknown", "2025%"),
]
BRIEF = """\
title: Far dates
summary: S.
status: published
published: {date}
updated: {date}
review_by: {date}
language: en
claims:
  - id: c
    statement: A thing happened.
    kind: forecast
    verdict: open
    confidence: low
    as_of: {date}
    claimant: {{name: P}}
    evidence:
      - source: {source}
        stance: supports
        note: N.
        value: {{amount: 1e25, unit: FLOP, as_of: {date}}}
    forecast: {{resolves_on: {date}, criteria: C., history: [{{date: {date}, probability: 0.3}}]}}
judgments:
  - id: j
    statement: Event will happen.
    likelihood: {{range: [0.2, 0.5]}}
    confidence: high
    confidence_because: X.
    depends_on: [c]
    forecast:
      resolves_on: {date}
      criteria: The gazette prints it.
      history:
        - {{date: "{date}", probability: 0.3, because: B.}}
        - {{date: "{date}", probability: 0.6, because: B.}}
      resolution: {{date: "{date}", outcome: "yes", because: G.}}
questions:
  - id: q
    question: Why?
    status: open
    review_by: "{date}"
    searched: [{{date: "{date}", where: W.}}]
barriers:
  - {{id: b, kind: sanctions, statement: S., in_force: "{date}", last_confirmed: "{date}",
     review_by: "{date}", rests_on: [c]}}
relations:
  - {{subject: bank, relation: leads, object: officer, when: "{date}", sources: [{source}]}}
events:
  - {{id: e1, date: "{date}", what: Something, sources: [{source}]}}
  - {{id: e2, date: 2025, what: Something else, sources: [{source}]}}
  - {{date: 1999-04-03, what: A third thing}}
corrections:
  - {{id: k, date: "{date}", kind: correction, severity: minor, records: [j], was: A, now: B,
     reason: R.}}
sources:
  - id: {source}
    title: A tender
    publisher: Wire
    published: "{date}"
    dated: "{date}"
    accessed: "{date}"
    reliability: [{{grade: B, on: "{date}"}}, {{grade: C, on: "{date}"}}]
waivers:
  - {{rule: CLM001, reason: B., until: "{date}"}}
"""
MKDOCS = "site_name: T\nsite_url: https://example.org/\ntheme: {{name: material, language: {}}}\n"


@pytest.fixture(autouse=True)
def _no_previews(monkeypatch: pytest.MonkeyPatch) -> None:
    """No picture shows more of a date than the page does."""
    monkeypatch.setattr("briefbook.pages.social._png", lambda image: b"")


def given(project: Project, *dates: str, language: str = "en") -> None:
    """A brief for each date, which stands in every field that takes one."""
    project.write_standard("mkdocs.yml")
    project.write("mkdocs.yml", MKDOCS.format(language))
    for at, date in enumerate(dates):
        project.write(f"briefings/far-{at}.yml", BRIEF.format(date=date, source=f"wire-{at}"))


@pytest.mark.parametrize(
    ("language", "today"), [("en", "2026-11-20"), ("ru", "9999-12-31"), ("zh", "0001-01-01")]
)
def test_every_field_takes_every_date(project: Project, language: str, today: str) -> None:
    given(project, *FAR, language=language)
    checked = project.run("check", "--format", "json", "--today", today)
    assert checked.exit_code in (0, 1), checked.stderr
    assert not {code for code in checked.codes if code.startswith(("SYN", "SCH", "REF"))}
    for command in (["compile"], ["due"], ["export", "corrections"], ["export", "manifest"]):
        result = project.run(*command, "--today", today)
        assert (result.exit_code, "Traceback" in result.stderr) == (0, False), result.stderr
    made = project.root / "build/docs"
    feed = ET.parse(made / "corrections/feed.xml")
    for moment in feed.iter("{http://www.w3.org/2005/Atom}updated"):
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", moment.text or "")
    dated = 0
    for page in made.rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        for written in re.findall(r'"date(?:Published|Modified)":"([^"]*)"', text):
            assert re.fullmatch(r"-?\d{4}(-\d\d){0,2}", written), (page, written)
            dated += 1
    assert dated > len(FAR)


def test_a_difference_between_any_two(project: Project) -> None:
    given(project, "2025-02-06")
    project.commit("a day")
    for date in FAR:
        given(project, date)
        result = project.diff()
        assert result.exit_code in (0, 1), (date, result.stderr)
        assert result.json["changes"]
        project.commit(date)


def compiled(project: Project, *events: str, more: str = "") -> Path:
    project.write_standard()
    lines = "".join(f"  - {{date: '{date}', what: Event {date}}}\n" for date in events)
    brief = f"title: T\nsummary: S.\nstatus: published\nevents:\n{lines}{more}claims:\n"
    brief += "  - {id: c, statement: S., kind: fact, verdict: supported}\n"
    project.write("briefings/small.yml", brief)
    result = project.run("compile", "--today", "2026-11-20")
    assert result.exit_code == 0, result.stderr
    return project.root / "build/docs"


def test_the_timeline_is_in_the_order_of_time(project: Project) -> None:
    dates = ["Y-17000", "-0500", "-0043-03-15", "0033", "185X", "../1985", "2025-21", "unknown"]
    made = compiled(project, *reversed(dates))
    brief = (made / "briefings/small/index.md").read_text(encoding="utf-8")
    at = [brief.index(f">Event {date}<") for date in dates]
    assert at == sorted(at)
    board = (made / "timeline/index.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.*?) \{[^}]*#([\w-]+)", unescape(board), re.MULTILINE)
    assert headings == [
        ("2025", "year-2025"), ("1985", "year-1985"), ("1850", "year-1850"),
        ("33 AD", "year-33"), ("44 BC", "year-bc-44"), ("501 BC", "year-bc-501"),
        ("17,001 BC", "year-bc-17001"), ("Date unknown", "year-unknown"),
    ]  # fmt: skip


def test_an_event_without_a_beginning_has_its_dot(project: Project) -> None:
    more = "barriers:\n  - {id: b, kind: trust, statement: No trust., in_force: ../1984}\n"
    made = compiled(project, "1980", "../1985", "1990", more=more)
    page = (made / "briefings/small/index.md").read_text(encoding="utf-8")
    picture = page[page.index("bb-picture-time") :]
    picture = picture[: picture.index("</figure>")]
    assert "3 events from 1 January 1980 to 1 January 1990" in picture
    assert picture.count("<circle") == 3
    assert "until 1985" in picture
    assert "Where only the end is known, it stands at its end." in picture
    assert "No trust" in picture


def test_years_are_facets_in_the_order_of_numbers(project: Project) -> None:
    project.write_standard()
    for at, date in enumerate(["-0043", "0033", "185X", "../1985", "2025-21", "Y10000"]):
        project.write(f"briefings/b{at}.yml", f"title: T\nsummary: S.\nstatus: published\n"
                      f"published: {date}\nclaims:\n"
                      "  - {id: c, statement: S., kind: fact, verdict: supported}\n"
                      )  # fmt: skip
    assert project.run("compile", "--today", "2026-11-20").exit_code == 0
    browse = (project.root / "build/docs/browse/index.md").read_text(encoding="utf-8")
    found = re.findall(r'href="briefs/year/([^"]*)/"[^>]*>([^<]*)<', browse)
    assert found == [
        ("10000", "10,000 AD"), ("2025", "2025"), ("1985", "1985"), ("1850", "1850"),
        ("33", "33 AD"), ("-43", "44 BC"),
    ]  # fmt: skip


def test_citations_say_what_is_known(project: Project) -> None:
    wanted: dict[str, tuple[object, str, str]] = {
        "2025-21": ({"date-parts": [[2025]], "season": 1}, "2025-21", "2025///spring"),
        "185X~": (
            {"date-parts": [[1850], [1859]], "circa": True},
            "185X~",
            "1850///(circa) to 1859",
        ),
        "2004-06-XX": ({"date-parts": [[2004, 6]]}, "2004-06-XX", "2004/06"),
        "-0043": ({"date-parts": [[-44]]}, "-0043", ""),
        "9999-12-31": ({"date-parts": [[9999, 12, 31]]}, "9999-12-31", "9999/12/31"),
        "Y170000": ({"date-parts": [[170000]]}, "", ""),
        "unknown": (None, "", ""),
    }
    for date, (csl, biblatex, ris) in wanted.items():
        given(project, date)
        assert project.run("compile", "--today", "2026-11-20").exit_code == 0
        here = project.root / "build/docs/data/v1/citations"
        brief = json.loads((here / "far-0.csl.json").read_text(encoding="utf-8"))[0]
        assert brief.get("issued") == csl
        bib, text = ((here / f"far-0.{end}").read_bytes().decode() for end in ("bib", "ris"))
        assert re.findall(r"\bdate = \{(.*?)\}", bib)[:1] == ([biblatex] if biblatex else [])
        assert re.findall(r"DA  - (.*)\r", text)[:1] == ([ris] if ris else [])


def test_a_month_is_not_in_the_future_before_it_is_over(project: Project) -> None:
    given(project, "2026-11", "2026-11-18")
    assert project.run("compile", "--today", "2026-11-20").exit_code == 0
    made = project.root / "build/docs"
    feed = (made / "corrections/feed.xml").read_text(encoding="utf-8")
    days = sorted(re.findall(r"<updated>(.*?)T", feed))
    assert days == ["2026-11-01", "2026-11-18", "2026-11-18"]
    assert "2026-11-30" not in feed
    listed = (made / "briefings/index.md").read_text(encoding="utf-8")
    assert listed.index("far-1/") < listed.index("far-0/")
    days = re.findall("<lastmod>(.*?)<", (made / "sitemap.xml").read_text(encoding="utf-8"))
    assert sorted(set(days)) == ["2026-11-01", "2026-11-18"]


def test_newest_first_and_the_year_go_by_publication(project: Project) -> None:
    project.write_standard()
    brief = "title: {}\nsummary: S.\nstatus: published\n{}claims:\n"
    brief += "  - {{id: c, statement: S., kind: fact, verdict: supported}}\n"
    for name, dates in {
        "amended": "published: 2023-01-01\nupdated: 2026-11-01\n",
        "new": "published: 2026-02-01\n",
        "changed": "updated: 2025-05-05\n",
        "undated": "",
    }.items():
        project.write(f"briefings/{name}.yml", brief.format(name, dates))
    edition = project.edition()
    assert edition.newest_first() == ["new", "changed", "amended", "undated"]
    years = {
        year: [one.target.id for one in found]
        for (kind, facet, year), found in edition.faceted.items()
        if (kind, facet) == ("brief", "year")
    }
    assert years == {"2026": ["new"], "2025": ["changed"], "2023": ["amended"]}
