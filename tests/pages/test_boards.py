"""Boards over all briefs: forecasts, corrections, barriers, sources, weakest claims; in pages."""

import json
import re
from pathlib import Path

import pytest

from harness import STANDARD, Project

BRIEF = """\
title: The bank abroad
summary: One sentence.
status: published
published: 2026-01-15
topics: [banking]
judgments:
  - id: late
    statement: The office is open in summer.
    likelihood: likely
    forecast:
      resolves_on: 2026-06-30
      history: [{date: 2026-01-15, probability: 0.6}]
  - id: soon
    statement: A second office opens.
    likelihood: unlikely
    forecast:
      resolves_on: 2027-06-30
      history:
        - {date: 2026-01-15, probability: 0.2}
        - {date: 2026-05-15, probability: 0.4, because: A lease.}
  - id: done
    statement: The office opens.
    forecast:
      resolves_on: 2026-02-28
      history: [{date: 2026-01-15, probability: 0.9}]
      resolution: {outcome: "yes", date: 2026-02-20, because: It did.}
claims:
  - id: firm
    statement: The bank has an office.
    kind: fact
    verdict: supported
    evidence:
      - {source: agency-report, stance: supports, note: N.}
      - {source: newspaper-copy, stance: supports, origin: officer, note: N.}
  - id: thin
    statement: The bank has a safe.
    kind: fact
    verdict: supported
    evidence: [{source: agency-report, stance: supports, note: N.}]
  - id: bare
    statement: The bank is rich.
    kind: fact
    verdict: contested
  - {id: no, statement: The bank is gone., kind: fact, verdict: refuted}
barriers:
  - {id: law, kind: regulation, statement: A law., between: [bank, officer], in_force: 2020/..}
  - {id: old, kind: sanctions, statement: A list., between: [officer, bank], in_force: 2020/2021}
  - {id: fear, kind: trust, statement: A doubt., between: [bank], in_force: 2021/..}
corrections:
  - date: 2026-03-01
    kind: correction
    severity: substantive
    records: [firm, soon]
    was: Two offices.
    now: One office.
    reason: We had counted a desk.
  - {date: 2026-04-01, kind: update, severity: minor, reason: A date.}
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = Project(tmp_path_factory.mktemp("boards"))
    project.write_standard()
    library = STANDARD["briefings/_library/sources/sources.yml"]
    project.write(
        "briefings/_library/sources/sources.yml",
        library + "- {id: unknown, title: No grade}\n- {id: f, title: F, reliability: F}\n",
    )
    project.write("briefings/small.yml", BRIEF)
    project.write("docs/index.md", "# Home\n\n<!-- briefbook: moved 3 -->\n")
    result = project.run("compile", "--today", "2026-11-23")
    assert result.exit_code == 0, result.stdout + result.stderr
    return project.root / "build" / "docs"


def read(pages: Path, address: str) -> str:
    return (pages / address / "index.md").read_text(encoding="utf-8")


def order(page: str, *words: str) -> list[str]:
    return sorted(words, key=page.index)


def test_forecasts_by_what_they_wait_for(pages: Path) -> None:
    page = read(pages, "forecasts")
    parts = re.findall(r"^## .*\{ #(\S+) \}$", page, re.M)
    assert parts == ["overdue", "due", "resolved"]
    overdue, due, resolved = (page.index(f"#{part} }}") for part in parts)
    assert overdue < page.index("open in summer") < due
    assert due < page.index("A second office opens") < resolved
    assert resolved < page.index("The office opens.")
    assert "Came out: yes (20 February 2026)." in page
    assert "Mean Brier score 0.01 over 1 resolved forecast" in page
    assert '<a href="accuracy/">' in page
    assert 'transform="rotate(' in page


def test_the_page_of_accuracy_counts_all_and_scores_against_who_knows_nothing(pages: Path) -> None:
    page = read(pages, "forecasts/accuracy")
    rows = dict(re.findall(r'<th scope="row">([^<]*)</th><td class="bb-number">([^<]*)</td>', page))
    assert rows.pop("We") == "0.01"
    assert rows.pop("Who always says half and half") == "0.25"
    assert rows.pop("Who always says how often such things came true here (100 %)") == "0.00"
    assert sum(map(int, rows.values())) == len(_forecasts_of_ours(pages)) > 2
    assert rows["Scored: it came out yes or no, and we had given a probability"] == "1"
    assert "A calibration needs 20 of them" in page
    assert page.index("#decided }") < page.index("The office opens.")


def _forecasts_of_ours(pages: Path) -> list[dict[str, object]]:
    data = json.loads((pages / "data/v1/forecasts.json").read_text("utf-8"))
    (scored,) = [one for one in data["forecasts"] if one["brier"] is not None]
    assert (scored["outcome"], scored["days"] > 0, round(scored["brier"], 2)) == ("yes", True, 0.01)
    found: list[dict[str, object]] = data["forecasts"]
    return found


def test_corrections_with_what_was_and_is_said(pages: Path) -> None:
    page = read(pages, "corrections")
    assert order(page, "1 April 2026: Update, minor", "1 March 2026: Correction, substantive") == [
        "1 April 2026: Update, minor",
        "1 March 2026: Correction, substantive",
    ]
    for words in ("Two offices.", "One office.", "We had counted a desk."):
        assert words in page


def test_a_correction_is_noted_where_it_was_made(pages: Path) -> None:
    page = read(pages, "briefings/small")
    anchor = re.findall(r'<li id="(correction-[0-9a-f]{8})">', page)[0]
    notice = f'<p class="bb-corrected"><a href="#{anchor}">Corrected, 1 March 2026</a></p>'
    firm = page.index("{ #firm ")
    assert page.index(notice, firm) < page.index("{ #thin ")
    assert notice in page[page.index("{ #soon ") : page.index("{ #done ")]
    head = page[: page.index("{ #bottom-line }")]
    assert f'href="#{anchor}">Correction, 1 March 2026' in head
    assert "1 April 2026" not in head  # minor


def test_barriers_by_actors_and_kind(pages: Path) -> None:
    page = read(pages, "barriers")
    table = page[page.index("<table") : page.index("</table>")]
    assert re.findall(r'<th scope="col">([^<]+)</th>', table) == ["Between", "Regulation", "Trust"]
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)</tr>", table)
    assert len(rows) == 2
    assert 'href="#between-bank-and-officer">1</a>' in table
    assert 'id="between-bank-and-officer"' in page
    ended = page.index('id="between-bank-and-officer-ended"')
    assert page.index("A law.") < page.index("A doubt.") or page.index("A doubt.") < ended
    assert ended < page.index("A list.")
    assert "no longer in force" in page[ended : ended + 300]


def test_sources_most_leaned_on_and_unknown(pages: Path) -> None:
    page = read(pages, "sources")
    leaned = page[page.index("#most-leaned-on") : page.index("#not-known")]
    assert re.findall(r'href="([^"]+)"', leaned)[0] == "agency-report/"
    assert "2 statements cite it" in leaned
    unknown = page[page.index("#not-known") : page.index("#by-origin")]
    assert "2 sources without a grade, or graded F" in unknown
    assert order(unknown, "unknown/", "f/")


def test_weakest_claims_first(pages: Path) -> None:
    page = read(pages, "claims/weakest")
    names = re.findall(r"briefings/small/#(\w+)", page)
    assert list(dict.fromkeys(names)) == ["bare", "thin", "firm"]


def test_what_moved(pages: Path) -> None:
    page = (pages / "index.md").read_text(encoding="utf-8")
    assert "From 20 % to 40 %, 15 May 2026" in page
    assert "The office is open in summer" not in page


def test_prepared_pages(pages: Path) -> None:
    index = read(pages, "browse")
    links = re.findall(r'href="([^"]+)"', index)
    assert "claims/topic/banking/" in links
    assert "../claims/refuted/" in links
    for link in links:
        there = (pages / "browse" / link).resolve()
        assert (there / "index.md").is_file(), link
    assert "The bank is gone." in read(pages, "browse/claims/topic/banking")
    assert "The bank is gone." not in read(pages, "browse/claims/grade/b")
    assert "A list." in read(pages, "browse/barriers/status/ended")


def many_claims(name: str, day: str, number: int, verdict: str = "supported") -> str:
    claims = "".join(
        f"  - {{id: c{at}, statement: '{name} {at}.', kind: fact, verdict: {verdict}}}\n"
        for at in range(number)
    )
    return f"title: {name}\nsummary: S.\nstatus: published\npublished: {day}\nclaims:\n{claims}"


PREPARED = ("claims/supported", "claims/weakest", "browse/claims/status/published")


def _compiled(tmp_path: Path, claims: int) -> Path:
    project = Project(tmp_path)
    project.write("mkdocs.yml", "site_name: T\n")
    project.write("briefings/many.yml", many_claims("Many", "2025-01-01", claims))
    result = project.run("compile", "--today", "2026-11-23")
    assert result.exit_code == 0, result.stdout + result.stderr
    return tmp_path / "build" / "docs"


def test_prepared_lists_come_in_pages(tmp_path: Path) -> None:
    built = _compiled(tmp_path, 180)
    for board in PREPARED:
        assert (built / board / "page/3/index.md").is_file(), board
        assert not (built / board / "page/4").exists()
        first = (built / board / "index.md").read_text(encoding="utf-8")
        second = (built / board / "page/2/index.md").read_text(encoding="utf-8")
        assert "Page 1 of 3" in first
        assert "The newest of" not in first
        assert re.search(r'^title: ".*, page 2"$', second, re.MULTILINE), board
        assert "180" not in second.replace("Many 180", "")
        assert 'rel="prev"' in second
        assert 'href="../3/"' in second


def test_of_long_prepared_lists_the_newest_stand_here(tmp_path: Path) -> None:
    built = _compiled(tmp_path, 181)
    for board in PREPARED:
        assert not (built / board / "page").exists(), board
        first = (built / board / "index.md").read_text(encoding="utf-8")
        assert "The newest of 181 stand here." in first
        assert first.count("Many ") >= 60
    assert 'href="../../search/?kind=claim&amp;verdict=supported"' in read(
        built, "claims/supported"
    )


def test_lists_by_time_settle(tmp_path: Path) -> None:
    """Of a long list a new brief changes the first page alone; counts stand there, and years."""
    project = Project(tmp_path)
    project.write("mkdocs.yml", "site_name: T\n")
    for at in range(20):
        day = f"20{10 + at // 2}-0{1 + at % 2}-01"
        project.write(f"briefings/b{at}.yml", many_claims(f"B{at}", day, 10))
    project.run("compile", "--today", "2026-11-23")
    built = tmp_path / "build" / "docs"
    before = {path: path.read_bytes() for path in built.glob("claims/page/*/index.md")}
    assert [path.parent.name for path in sorted(before)] == ["1", "2"]
    oldest = read(built, "claims/page/1")
    assert "Page 1, counted from the oldest" in oldest
    assert "B0 0." in oldest and "B5 9." in oldest and "B6 0." not in oldest
    assert 'rel="prev" href="../2/">Newer' in oldest
    front = read(built, "claims")
    assert "The newest. 3 pages in all." in front
    assert "B19 0." in front and "B12 0." in front and "B11 9." not in front
    assert 'href="page/1/">2010</a>' in front and 'href="./">2019</a>' in front
    project.write("briefings/b20.yml", many_claims("B20", "2026-01-01", 10, "refuted"))
    project.run("compile", "--today", "2026-11-23")
    after = {path: path.read_bytes() for path in before}
    assert after == before
    assert "B20 0." in read(built, "claims")


def test_of_an_actor_in_many_briefs_the_newest_are_shown(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write("mkdocs.yml", "site_name: T\n")
    project.write(
        "briefings/_library/entities.yml", "- {id: bank, name: A & B, kind: organization}\n"
    )
    for at in range(1, 32):
        claims = many_claims(f"Brief {at}", f"2025-01-{at:02}", 5)
        claims = claims.replace("kind: fact", "kind: fact, entities: [bank]")
        events = "".join(
            f"  - {{date: {2000 + at}-01-{day:02}, what: 'Event {at} {day}.', entities: [bank]}}\n"
            for day in range(1, 3)
        )
        project.write(f"briefings/b{at}.yml", f"{claims}events:\n{events}")
    result = project.run("compile", "--today", "2026-11-23")
    assert result.exit_code == 0, result.stdout + result.stderr
    page = read(tmp_path / "build" / "docs", "entities/bank")
    about, timeline = page.split("#timeline")[0], page.split("#timeline")[1]
    assert about.index("Brief 31 0.") < about.index("Brief 30 0.")
    assert "Brief 7 4." not in about
    assert "The newest of 155 stand here." in about
    assert 'href="../../search/?entity=A+%26+B"' in about
    assert "The newest of 62 stand here." in timeline
    assert 'href="../../timeline/"' in timeline
    assert "Event 1 2." not in timeline
    assert "Event 2 1." in timeline
