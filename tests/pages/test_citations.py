"""Citations of a brief and its records: plain, BibTeX, CSL-JSON, RIS; hostile titles inert."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.model import Edtf
from briefbook.pages import cited_date
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


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A compiled project; tests only read it."""
    project = Project(tmp_path_factory.mktemp("cited"))
    project.write("mkdocs.yml", "site_name: Desk\nsite_url: https://example.org/desk/\n")
    project.write("briefings/small.yml", BRIEF)
    result = project.run("compile", "--today", "2026-11-23")
    assert result.exit_code == 0, result.stdout + result.stderr
    return project.root


def test_bibtex(site: Path) -> None:
    text = (site / f"{FOLDER}.bib").read_text(encoding="utf-8")
    assert text.startswith("@online{small,\n")
    assert "@online{small:wrong,\n" in text
    assert "title = {Refuted: A Paper said that the bank opened in 1990.}" in text
    assert r"\{and\}" in text
    assert r"100 \% of \textbackslash{}\textbackslash{} \#1 \& \$5\_\textasciicircum{}" in text
    assert "author = {{Ann Author} and {The \\{Desk\\}}}" in text
    assert "date = {2025-02-06}" in text
    assert "urldate" not in text  # whoever cites says when it was read
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
    assert 'data-bb-form="Ann Author and The {Desk}: “\ue000”. In: “Costs {and} ' in page
    assert "Desk, 6 February 2025. \ue001" in page
    assert not (site / f"{FOLDER}.json").exists()


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


@pytest.mark.parametrize(
    ("day", "biblatex", "csl", "year", "ris_day"),
    [
        ("2022", "2022", {"date-parts": [[2022]]}, "2022", "2022"),
        ("2022-04-06", "2022-04-06", {"date-parts": [[2022, 4, 6]]}, "2022", "2022/04/06"),
        ("2025-06~", "2025-06~", {"date-parts": [[2025, 6]], "circa": True}, "2025",
         "2025/06//(circa)"),
        ("2025?", "2025?", {"date-parts": [[2025]], "circa": True}, "2025", "2025///(uncertain)"),
        ("2025-06-01%", "2025-06-01%", {"date-parts": [[2025, 6, 1]], "circa": True}, "2025",
         "2025/06/01/(circa, uncertain)"),
        ("2022-04-06/2023-01-01", "2022-04-06/2023-01-01",
         {"date-parts": [[2022, 4, 6], [2023, 1, 1]]}, "2022", "2022/04/06/to 2023-01-01"),
        ("2022/2023~", "2022/2023~", {"date-parts": [[2022], [2023]], "circa": True}, "2022",
         "2022///to 2023~"),
        ("2022/..", "2022/", {"date-parts": [[2022], [0]]}, "2022", "2022///onwards"),
        ("2022/", "2022/", {"date-parts": [[2022], [0]]}, "2022", "2022///onwards"),
        ("../2022-04", "/2022-04", {"date-parts": [[0], [2022, 4]]}, "2022",
         "2022/04//or earlier"),
        ("/2022", "/2022", {"date-parts": [[0], [2022]]}, "2022", "2022///or earlier"),
        ("unknown", "", {}, "", ""),
        (None, "", {}, "", ""),
    ],
)  # fmt: skip
def test_dates_of_every_form(
    day: str | None, biblatex: str, csl: dict[str, object], year: str, ris_day: str
) -> None:
    typed = Edtf.parse(day) if day else None
    assert cited_date.biblatex(typed) == biblatex
    assert cited_date.csl(typed) == csl
    assert cited_date.ris(typed) == (year, ris_day)


@pytest.mark.parametrize(
    ("text", "biblatex", "csl", "ris_day"),
    [
        ("185X", "185X", {"date-parts": [[1850], [1859]]}, "1850///to 1859"),
        ("2025-XX", "2025-XX", {"date-parts": [[2025]]}, "2025"),
        ("2025-22", "2025-22", {"date-parts": [[2025]], "season": 2}, "2025///summer"),
        ("-0044", "-0044", {"date-parts": [[-45]]}, ""),
    ],
)
def test_dates_of_the_first_level(
    text: str, biblatex: str, csl: dict[str, object], ris_day: str
) -> None:
    typed = Edtf.parse(text)
    assert cited_date.biblatex(typed) == biblatex
    assert cited_date.csl(typed) == csl
    assert cited_date.ris(typed)[1] == ris_day


def test_an_interval_reaches_the_files(project: Project) -> None:
    text = BRIEF.replace("2025-02-06", "2022-04-06/2023-01-01")
    project.write("briefings/small.yml", text)
    assert project.run("compile").exit_code == 0
    files = {end: (project.root / f"{FOLDER}.{end}").read_text("utf-8") for end in ("bib", "ris")}
    assert "  date = {2022-04-06/2023-01-01},\n" in files["bib"]
    assert "DA  - 2022/04/06/to 2023-01-01\n" in files["ris"]
    items = json.loads((project.root / f"{FOLDER}.csl.json").read_text(encoding="utf-8"))
    assert {str(item["issued"]["date-parts"]) for item in items} == {"[[2022, 4, 6], [2023, 1, 1]]"}


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en", "english"), ("en-GB", "british"), ("en-US", "american"), ("en-IE", "english"),
        ("ru", "russian"), ("de", "ngerman"), ("zh", "chinese"), ("zh-Hant", "chinese-hant"),
        ("zh-Hant-TW", "chinese-hant"), ("zh-TW", "chinese-hant"), ("pt-BR", "brazilian"),
        ("ar-EG", "arabic"), ("tlh", ""), ("haw", ""),
    ],
)  # fmt: skip
def test_a_langid_is_a_name_of_babel(project: Project, tag: str, name: str) -> None:
    project.write("briefings/small.yml", f"{BRIEF}language: {tag}\n")
    assert project.run("compile").exit_code == 0
    text = (project.root / f"{FOLDER}.bib").read_text(encoding="utf-8")
    assert set(re.findall(r"langid = \{(.*)\}", text)) == ({name} if name else set())


def test_a_date_of_bibtex_is_a_date() -> None:
    assert bibtex.date("2022?/2023-05~") == "{2022?/2023-05~}"
    with pytest.raises(ValueError, match="is no date"):
        bibtex.date("2022}, x = {")
