"""What is withdrawn keeps its place and its address, and is shown nowhere as what we hold."""

import json
import re
from pathlib import Path

import pytest

from briefbook.analysis.staleness import Why
from briefbook.corpus import Target
from harness import Project

GONE = "withdrawn: {date: 2026-11-20, reason: It was wrong., notice: We withdrew it.}"
BRIEF = """\
title: Title of NAME
summary: S.
status: published
published: 2026-11-01
review_by: 2026-11-02
topics: [banking]
BRIEF
judgments:
  - id: bet
    statement: "NAME judges."
    likelihood: likely
    confidence: low
    depends_on: [said]
    forecast:
      resolves_on: 2026-11-02
      criteria: C.
      history: [{date: 2026-11-01, probability: 0.6}]
    RECORD
claims:
  - id: said
    statement: "NAME claims."
    claimant: {name: A Paper}
    kind: fact
    verdict: refuted
    flaw: wrong-date
    established: NAME established.
    entities: [bank]
    evidence: [{source: agency-report, stance: disputes, note: N.}]
    RECORD
  - id: too
    statement: "NAME claims more."
    kind: fact
    verdict: supported
    evidence: [{source: agency-report, stance: supports, note: N.}]
    RECORD
barriers:
  - id: wall
    kind: trust
    statement: "NAME blocks."
    review_by: 2026-11-02
    RECORD
questions:
  - id: ask
    question: "NAME asks?"
    status: open
    bears_on: [bet]
    RECORD
events:
  - {id: day, date: 2026-11-01, what: "NAME happened."}
"""
BOARDS = (
    "claims", "claims/refuted", "claims/weakest", "judgments", "questions", "barriers", "forecasts",
    "browse/claims/topic/banking", "topics/banking",
)  # fmt: skip


def _written(name: str, brief: str = "", record: str = "") -> str:
    text = BRIEF.replace("NAME", name).replace("BRIEF\n", f"{brief}\n")
    return text.replace("    RECORD\n", f"    {record}\n" if record else "")


@pytest.fixture(scope="module", params=["record", "brief", "status"])
def site(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Project:
    """A brief that stands, and one that is withdrawn, by its records or as a whole; only read."""
    library = Project(tmp_path_factory.mktemp("withdrawn"))
    library.write_standard()
    gone = {
        "record": _written("Gone", record=GONE),
        "brief": _written("Gone", GONE),
        "status": _written("Gone", GONE).replace("status: published", "status: withdrawn"),
    }[request.param]
    library.write("briefings/stands.yml", _written("Kept"))
    library.write("briefings/falls.yml", gone)
    library.write("docs/index.md", "".join(f"<!-- briefbook: {slot} 9 -->\n\n" for slot in
                  ("judgments", "questions", "forecasts", "moved")))  # fmt: skip
    result = library.run("compile")
    assert result.exit_code == 0, result.stderr
    return library


def _text(site: Project, path: str) -> str:
    return (site.root / "build/docs" / path).read_text(encoding="utf-8")


def _shown(text: str) -> set[str]:
    return set(re.findall(r"(Kept|Gone) (?:claims|judges|asks|blocks)", text, re.IGNORECASE))


@pytest.mark.parametrize("board", BOARDS)
def test_boards_hold_what_stands(site: Project, board: str) -> None:
    assert {word.title() for word in _shown(_text(site, f"{board}/index.md"))} == {"Kept"}


def test_slots_hold_what_stands(site: Project) -> None:
    assert {word.title() for word in _shown(_text(site, "index.md"))} == {"Kept"}


def test_its_page_keeps_every_address_and_gives_notice(site: Project) -> None:
    page = _text(site, "briefings/falls/index.md")
    for anchor in ("#bet", "#said", "#too", "#ask"):
        assert re.search(rf"^### .*{{ {anchor} ", page, re.MULTILINE)
    assert 'id="wall"' in page
    assert "We withdrew it." in page


def test_no_claim_of_it_is_rated_for_machines(site: Project) -> None:
    def types(name: str) -> list[str]:
        data = re.search(r'ld\+json">(.*?)</script>', _text(site, f"briefings/{name}/index.md"))
        assert data
        return [node["@type"] for node in json.loads(data[1])["@graph"]]

    assert types("stands") == types("falls") == ["Report"]
    assert '"@type":"ClaimReview"' in _text(site, "briefings/stands/said/index.md")
    assert "ld+json" not in _text(site, "briefings/falls/said/index.md")
    assert '"hasPart"' not in _text(site, "briefings/falls/index.md")


def test_no_verdict_of_it_is_counted_or_called_due(site: Project) -> None:
    page = _text(site, "briefings/falls/index.md")
    assert "bb-tally" not in page
    assert "Verdicts, and how sure they are" not in page
    assert "overdue" not in page
    assert "past its review day" not in page
    assert "Our probability stands" not in page


def test_links_to_it_say_so_before_they_say_what(site: Project) -> None:
    source = _text(site, "sources/agency-report/index.md")
    gone = re.findall(r"<li[^>]*>(?:(?!</li>).)*falls/#said(?:(?!</li>).)*", source)
    assert gone and all("Withdrawn: A Paper said that" in item for item in gone)
    assert not any("bb-ink-refuted" in item for item in gone)
    page = _text(site, "briefings/falls/index.md")
    assert "Withdrawn: A Paper said that Gone claims" in page
    assert "Refuted: A Paper said that" not in page
    files = _text(site, "data/v1/citations/falls.bib")
    assert "Withdrawn: A Paper said that" in files
    assert "{Withdrawn: Gone judges.}" in files


def test_the_search_says_so(site: Project) -> None:
    edition = site.edition()
    found = {
        record.address.partition("#")[2]: record
        for record in _records(site)
        if record.address.startswith("briefings/falls/#")
    }
    for name in ("said", "bet", "ask", "wall"):
        assert found[name].title.startswith("Withdrawn: ")
        assert "verdict" not in found[name].facets | found[name].meta
        assert found[name].facets["status"] == ("withdrawn",)
    assert Target("record", "wall", "falls") not in edition.staleness.itself
    assert edition.staleness.itself[Target("record", "wall", "stands")] is Why.overdue


def _records(site: Project) -> list[object]:
    from briefbook.pages.page_types.brief.page import PAGES

    return [record for page in PAGES.build(site.edition()) for record in page.records]


def test_what_would_fall_with_a_source_is_what_stands(site: Project) -> None:
    edition = site.edition()
    effect = edition.linchpins.if_source_falls("agency-report")
    radius = edition.blast_radius.of_withdrawal("agency-report")
    touched = (*effect.unsupported, *effect.shaken, *radius.claims, *radius.judgments)
    assert {target.brief for target in touched} == {"stands"}


def test_the_text_point_by_point_shows_no_verdict_of_it(library: Project) -> None:
    reviewing = "reviews: {claimant: {name: A Paper}, appearance: newspaper-copy}"
    library.write("briefings/falls.yml", _written("Gone", reviewing, GONE))
    assert library.run("compile").exit_code == 0
    page = _text(library, "briefings/falls/article/index.md")
    assert "Withdrawn: A Paper said that" in page
    assert "bb-ink-refuted" not in page
    assert "Gone established" not in page


def test_a_withdrawn_brief_is_not_among_the_latest(library: Project, tmp_path: Path) -> None:
    library.write("briefings/stands.yml", _written("Kept"))
    library.write("briefings/falls.yml", _written("Gone", GONE))
    library.write("docs/index.md", "<!-- briefbook: latest 9 -->\n")
    assert library.run("compile").exit_code == 0
    front = _text(library, "index.md")
    assert "Title of Kept" in front
    assert "Title of Gone" not in front
    assert "Title of Gone" in _text(library, "briefings/index.md")
