"""JSON-LD of briefs: every type and property is schema.org's, and says what the brief says."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from harness import Project

VOCABULARY = json.loads((Path(__file__).parent / "schemaorg.json").read_text(encoding="utf-8"))
DATA_TYPES = {
    "Text": str,
    "URL": str,
    "Date": str,
    "DateTime": str,
    "Number": (int, float),
    "Integer": int,
}
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)

BRIEF = """\
title: "Ends </script> & more"
summary: The bottom line.
status: published
published: 2025-02-07
updated: 2025-03
authors: [An Author]
judgments:
  - {id: it-holds, statement: It holds., likelihood: likely, confidence: high}
claims:
  - id: wrong
    statement: The bank opened in 1990.
    said: {exact: was born in 1990}
    claimant: {name: A Paper}
    appearance: text
    kind: fact
    verdict: refuted
    flaw: wrong-date
  - id: right
    statement: The bank exists.
    claimant: {name: A Paper}
    kind: fact
    verdict: supported
  - {id: split, statement: It grows., claimant: {name: A Paper}, kind: fact, verdict: contested}
  - {id: unknown, statement: It pays., claimant: {name: A Paper}, kind: fact, verdict: unverified}
  - {id: later, statement: It will grow., claimant: {name: A Paper}, kind: forecast, verdict: open}
  - id: taste
    statement: It is fine.
    claimant: {name: A Paper}
    kind: opinion
    verdict: not-checkable
  - {id: ours, statement: It stands., kind: fact, verdict: supported}
corrections:
  - {date: 2025-03-01, kind: correction, severity: minor, was: 1991., now: 1990., reason: A slip.}
sources:
  - {id: text, title: The article, url: "https://example.org/a", published: 2025-02-06}
"""


def ancestors(kind: str) -> set[str]:
    found = {kind}
    for parent in VOCABULARY["types"][kind]:
        found |= ancestors(parent)
    return found


def faults(node: dict[str, Any], place: str = "") -> list[str]:
    """Types and properties that schema.org does not know, and values out of a property's range.

    A node without a type may be anything, so it has a name and no more.
    """
    if "@type" not in node:
        return [] if set(node) == {"name"} else [f"{place}: no type, and more than a name"]
    kind = node["@type"]
    if kind not in VOCABULARY["types"]:
        return [f"{place}: no type {kind}"]
    found = []
    for name, value in node.items():
        if name.startswith("@"):
            continue
        known = VOCABULARY["properties"].get(name)
        if known is None or not ancestors(kind) & set(known["domain"]):
            found.append(f"{place}{kind}.{name}: not a property of it")
            continue
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                if "@type" in one and not ancestors(one["@type"]) & set(known["range"]):
                    found.append(f"{place}{kind}.{name}: cannot be a {one['@type']}")
                found += faults(one, f"{place}{kind}.{name}.")
            elif not any(isinstance(one, DATA_TYPES[r]) for r in known["range"] if r in DATA_TYPES):
                found.append(f"{place}{kind}.{name}: cannot be {one!r}")
    return found


def graph(page: str) -> list[dict[str, Any]]:
    found = SCRIPT.findall(page)
    assert len(found) == 1
    data = json.loads(found[0])
    assert data["@context"] == "https://schema.org"
    nodes: list[dict[str, Any]] = data["@graph"]
    return nodes


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of a small brief."""
    project = Project(tmp_path_factory.mktemp("told"))
    project.write("mkdocs.yml", "site_name: Desk\nsite_url: https://example.org/desk/\n"
        "extra: {briefbook: {claim_pages: none}}\n")  # fmt: skip
    project.write("briefings/small.yml", BRIEF)
    result = project.run("compile", "--today", "2026-11-23")
    assert result.exit_code == 0, result.stdout + result.stderr
    return (project.root / "build/docs/briefings/small/index.md").read_text(encoding="utf-8")


@pytest.fixture
def nodes(made: str) -> list[dict[str, Any]]:
    return graph(made)


def test_everything_is_in_the_vocabulary(nodes: list[dict[str, Any]]) -> None:
    assert [fault for node in nodes for fault in faults(node)] == []


def test_the_checker_would_notice() -> None:
    assert faults({"@type": "Verdict"}) == [": no type Verdict"]
    assert faults({"@type": "Claim", "claimReviewed": "x"}) != []
    assert faults({"@type": "ClaimReview", "reviewRating": {"@type": "Person"}}) != []
    assert faults({"name": "A Paper", "url": "x"}) != []
    assert faults({}) != []


@pytest.mark.parametrize("name", ["sberbank-china-ai", "deepseek-cost-claims"])
def test_the_real_briefs_are_in_the_vocabulary(built: Path, name: str) -> None:
    page = (built / "site" / "briefings" / name / "index.html").read_text(encoding="utf-8")
    found = graph(page)
    assert [fault for node in found for fault in faults(node)] == []
    assert {node["@type"] for node in found} <= {"Report", "ClaimReview"}
    pages = (built / "site" / "briefings" / name).glob("*/index.html")
    reviews = [json.loads(one) for page in pages for one in SCRIPT.findall(page.read_text())]
    assert [fault for node in reviews for fault in faults(node)] == []
    assert {node["@type"] for node in reviews} == {"ClaimReview"}


def test_the_brief_is_a_report(nodes: list[dict[str, Any]]) -> None:
    report = nodes[0]
    assert report["@type"] == "Report"
    assert report["headline"] == "Ends </script> & more"
    assert report["url"] == "https://example.org/desk/briefings/small/"
    assert (report["datePublished"], report["dateModified"]) == ("2025-02-07", "2025-03")
    assert [part["text"] for part in report["hasPart"]] == ["Likely (55–80 %): It holds."]
    assert report["correction"][0]["@type"] == "CorrectionComment"
    assert report["correction"][0]["datePublished"] == "2025-03-01"


def test_only_rated_claims_of_others_are_reviews(nodes: list[dict[str, Any]]) -> None:
    reviews = {node["url"].partition("#")[2]: node for node in nodes[1:]}
    assert set(reviews) == {"wrong", "right", "split", "unknown"}
    assert {node["@type"] for node in reviews.values()} == {"ClaimReview"}
    ratings = {name: node["reviewRating"] for name, node in reviews.items()}
    assert ratings["wrong"]["ratingValue"] == ratings["wrong"]["worstRating"] == 1
    assert ratings["right"]["ratingValue"] == ratings["right"]["bestRating"] == 5
    assert "ratingValue" not in ratings["split"] | ratings["unknown"]
    assert ratings["wrong"]["alternateName"] == "Refuted: wrong date"
    assert ratings["split"]["alternateName"] == "Contested"


def test_a_review_gives_the_wording_that_was_made(nodes: list[dict[str, Any]]) -> None:
    review = next(node for node in nodes[1:] if node["url"].endswith("#wrong"))
    assert review["claimReviewed"] == "The bank opened in 1990."
    assert review["author"]["name"] == "Desk"
    assert review["itemReviewed"]["author"]["name"] == "A Paper"
    assert review["itemReviewed"]["datePublished"] == "2025-02-06"
    assert review["itemReviewed"]["appearance"]["url"] == "https://example.org/a"


def test_it_cannot_end_its_script(made: str) -> None:
    assert "</script>" not in SCRIPT.findall(made)[0]
    assert "\\u003c/script\\u003e" in SCRIPT.findall(made)[0]


LIBRARY = """\
- {id: mayor, name: Ana Lopez, kind: person, aliases: [The Mayor]}
- {id: town, name: A Town, kind: organization}
- {id: land, name: Freedonia, kind: state}
- {id: bot, name: Chatty-7, kind: model}
- {id: square, name: Main Square, kind: place}
- {id: one, name: Twin, kind: person}
- {id: other, name: Twin, kind: organization}
"""
MADE = """\
title: T
summary: S.
status: published
published: 2026-11-01
sources:
  - {id: wire, title: W, publisher: The Wire, url: "https://example.org/w", published: 2025-02-06}
  - {id: speech, title: P, url: "https://example.org/p", dated: 2025-01-10}
  - {id: both, title: B, url: "https://example.org/b", published: 2025-03~, dated: 2024}
  - {id: span, title: I, url: "https://example.org/i", published: 2025-01/2025-02}
  - {id: bare, title: N, url: "https://example.org/n"}
claims:
"""


def _made(tmp_path: Path, fields: str) -> dict[str, Any]:
    """The claim under review of a brief with one claim of these fields."""
    project = Project(tmp_path)
    project.write("mkdocs.yml", "site_name: Desk\n")
    project.write("briefings/_library/entities.yml", LIBRARY)
    claim = f"  - {{id: c, statement: S., kind: fact, verdict: refuted, {fields}}}\n"
    project.write("briefings/made.yml", MADE + claim)
    result = project.run("compile")
    assert result.exit_code == 0, result.stdout + result.stderr
    page = (tmp_path / "build/docs/briefings/made/c/index.md").read_text(encoding="utf-8")
    review = json.loads(SCRIPT.findall(page)[0])
    assert faults(review) == []
    found: dict[str, Any] = review["itemReviewed"]
    return found


@pytest.mark.parametrize(
    ("claimant", "kind"),
    [
        ("mayor", "Person"),
        ("town", "Organization"),
        ("land", "Organization"),
        ("bot", None),
        ("square", None),
        ("{name: Bob Smith}", None),
        ("{name: ana lopez}", "Person"),
        ("{name: The Mayor}", "Person"),
        ("{name: The Wire}", "Organization"),
        ("{name: Twin}", None),
        ("{name: Example News Desk}", "Organization"),
        ("{name: Редакция Вестника}", "Organization"),
    ],
)
def test_a_claimant_has_a_type_where_it_is_known(
    tmp_path: Path, claimant: str, kind: str | None
) -> None:
    author = _made(tmp_path, f"claimant: {claimant}")["author"]
    assert author.get("@type") == kind
    assert author["name"]


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ("appearance: wire", "2025-02-06"),
        ("appearance: speech", "2025-01-10"),
        ("appearance: both", "2025-03"),
        ("appearance: span", None),
        ("appearance: bare", None),
        ("appearance: bare, as_of: 2024-05", "2024-05"),
        ("as_of: 2024-05", "2024-05"),
        ("as_of: unknown", None),
    ],
)
def test_a_claim_was_made_on_the_day_of_its_text(
    tmp_path: Path, fields: str, day: str | None
) -> None:
    made = _made(tmp_path, f"claimant: mayor, {fields}")
    assert made.get("datePublished") == day


@pytest.mark.parametrize(
    ("author", "kind"),
    [
        ("Briefbook editors", "Organization"),
        ("Acme Institute", "Organization"),
        ("ana lopez", "Person"),
        ("Bob Smith", None),
    ],
)
def test_an_author_is_no_person_where_several_sign(
    project: Project, author: str, kind: str | None
) -> None:
    project.write("briefings/_library/entities.yml", LIBRARY)
    project.write("briefings/made.yml", MADE.replace("claims:", f"authors: [{author}]\nclaims:")
                  + "  - {id: c, statement: S., kind: fact, verdict: open}\n")  # fmt: skip
    assert project.run("compile").exit_code == 0
    page = (project.root / "build/docs/briefings/made/index.md").read_text(encoding="utf-8")
    report = json.loads(SCRIPT.findall(page)[0])["@graph"][0]
    assert report["author"][0] == {**({"@type": kind} if kind else {}), "name": author}


def test_a_range_of_the_authors_stands_beside_that_of_the_term(project: Project) -> None:
    judged = "  - {id: j, statement: S., likelihood: {term: very unlikely, range: [0.05, 0.1]}}\n"
    project.write("briefings/made.yml", MADE.replace("claims:", f"judgments:\n{judged}claims:")
                  + "  - {id: c, statement: S., kind: fact, verdict: open}\n")  # fmt: skip
    assert project.run("compile").exit_code == 0
    docs = project.root / "build/docs"
    said = "Very unlikely (5–20 %; here 5–10 %): S."
    assert said in SCRIPT.findall((docs / "briefings/made/index.md").read_text("utf-8"))[0]
    assert said in (docs / "data/v1/citations/made.ris").read_text("utf-8")
