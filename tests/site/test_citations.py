"""Citations of a brief and its records: plain, BibTeX, CSL-JSON, RIS; hostile titles inert."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.text import bibtex, css, ris
from briefbook.text.json_text import compact
from harness import Project

FOLDER = "build/docs/data/v1/citations/small"
BRIEF = """\
title: 'Costs {and} "profits" 100 % of \\\\ #1 & $5_^~'
summary: The bottom line.
status: published
published: 2025-02-06
authors: ["Ann Author", "The {Desk}"]
judgments:
  - id: third-bank
    statement: "A third bank opens by 2030."
    likelihood: almost no chance
    confidence: high
  - id: two-banks
    statement: "Two banks stay."
    confidence: high
claims:
  - id: wrong
    statement: "The bank opened in 1990."
    claimant: {name: A Paper}
    kind: fact
    verdict: refuted
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    project = Project(tmp_path)
    project.write("mkdocs.yml", "site_name: Desk\nsite_url: https://example.org/desk/\n")
    project.write("briefings/small.yml", BRIEF)
    result = project.run("compile", "--today", "2026-11-23")
    assert result.exit_code == 0, result.stdout + result.stderr
    return tmp_path


def test_bibtex(site: Path) -> None:
    text = (site / f"{FOLDER}.bib").read_text(encoding="utf-8")
    assert text.startswith("@online{small,\n")
    assert "@online{small:wrong,\n" in text
    assert "title = {Refuted: A Paper said that the bank opened in 1990.}" in text
    assert r"\{and\}" in text
    assert r"100 \% of \textbackslash{}\textbackslash{} \#1 \& \$5\_\textasciicircum{}" in text
    assert "author = {{Ann Author} and {The \\{Desk\\}}}" in text
    assert "date = {2025-02-06}" in text
    assert "urldate = {2026-11-23}" in text
    assert "url = {https://example.org/desk/briefings/small/#wrong}" in text
    bare = re.sub(r"\\[{}]", "", text)
    assert bare.count("{") == bare.count("}")


def test_csl(site: Path) -> None:
    brief, _, _, claim = json.loads((site / f"{FOLDER}.csl.json").read_text(encoding="utf-8"))
    assert (brief["id"], brief["type"]) == ("small", "webpage")
    assert brief["issued"] == {"date-parts": [[2025, 2, 6]]}
    assert brief["author"] == [{"literal": "Ann Author"}, {"literal": "The {Desk}"}]
    assert claim["id"] == "small:wrong"
    assert claim["title"].startswith("Refuted: A Paper said that")
    assert claim["container-title"] == brief["title"]
    assert claim["URL"] == "https://example.org/desk/briefings/small/#wrong"


def test_ris(site: Path) -> None:
    text = (site / f"{FOLDER}.ris").read_bytes().decode()
    records = text.strip().split("ER  - ")
    assert all(record.strip().startswith("TY  - ELEC") for record in records if record.strip())
    assert "AU  - Ann Author\r\nAU  - The {Desk}\r\n" in text
    assert "DA  - 2025/02/06\r\n" in text
    assert "UR  - https://example.org/desk/briefings/small/#wrong\r\n" in text


def test_the_page_prints_the_plain_one_and_links_the_files(site: Path) -> None:
    page = (site / "build/docs/briefings/small/index.md").read_text(encoding="utf-8")
    for ending in ("bib", "csl.json", "ris"):
        assert f'href="../../data/v1/citations/small.{ending}" download' in page
    plain = json.loads((site / f"{FOLDER}.json").read_text(encoding="utf-8"))
    assert plain["wrong"]["plain"].startswith("Ann Author and The {Desk}: “Refuted: A Paper said")
    assert plain["wrong"]["plain"].endswith("https://example.org/desk/briefings/small/#wrong")
    assert set(plain[""]) == {"plain", "url", "bib", "csl", "ris"}


@given(st.text())
def test_a_bibtex_value_stays_in_its_braces(text: str) -> None:
    written = bibtex.value(text)
    depth, at = 0, 0
    while at < len(written):
        if written[at] == "\\" and written[at + 1] in "{}$&#%_":
            at += 2
            continue
        depth += {"{": 1, "}": -1}.get(written[at], 0)
        assert depth > 0 or at == len(written) - 1
        at += 1
    assert depth == 0
    assert "\n" not in written


@given(st.text())
def test_a_ris_value_stays_on_its_line(text: str) -> None:
    lines = ris.record([("TY", "ELEC"), ("TI", text)]).split("\r\n")
    assert lines[-2:] == ["ER  - ", ""]
    assert len(lines) <= 4
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])


@given(st.text())
def test_a_css_string_has_no_end_inside(text: str) -> None:
    written = css.string(text)
    assert re.fullmatch(r'"(?:[A-Za-z0-9 .,:/-]|\\[0-9a-f]{6})*"', written)


@given(st.recursive(st.none() | st.booleans() | st.text(), st.lists, max_leaves=5))
def test_json_for_a_page_is_inert_and_the_same(value: object) -> None:
    written = compact(value)
    assert not re.search("[<>&\u2028\u2029]", written)
    assert json.loads(written) == value
