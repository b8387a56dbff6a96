"""“Without that source” gives the compiler's answers in the browser, and works from a folder."""

import json
from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from analysis.worlds import world_of
from briefbook.analysis.edition import Edition
from briefbook.analysis.leaning import Moved
from briefbook.analysis.what_if import Move, Standing, moves, tables
from briefbook.corpus import Target, load
from briefbook.model.source import Grade
from briefbook.project.project import open_project
from browser.opening import fresh
from browser.scripts import ASSETS
from browser.watch import Watch
from harness import DAY, SOUND, Project
from real_site import ROOT

CHOICES, EACH = 10_000, 100
ENGINE = (ASSETS / "without.js").read_text(encoding="utf-8")
ASK = """([tables, choices]) => choices.map(([struck, grades]) =>
  briefbookWithout.moves(tables, struck, grades).map(({at, ways, stood}) => ({
    kind: tables.records[at].kind, record: tables.records[at].brief + "#" + tables.records[at].id,
    ways, stood: stood && stood.map(({whole, ...told}) => told),
  })).filter(({kind}) => kind))"""

Choice = tuple[list[str], dict[str, str]]


def _choices(chance: Random, names: list[str], many: int) -> list[Choice]:
    """Up to three sources struck and up to three regraded, nothing at all among them."""
    return [
        (
            chance.sample(names, min(len(names), chance.choice([0, 1, 1, 2, 3]))),
            {
                name: chance.choice("ABCDEF")
                for name in chance.sample(names, min(len(names), chance.choice([0, 0, 1, 2, 3])))
            },
        )
        for _ in range(many)
    ]


def _number(way: Moved) -> int:
    return way.up + 2 * way.firmer


def _plain(standing: Standing) -> dict[str, object]:
    return {
        "verdict": str(standing.verdict),
        "day": [list(one) for one in standing.day],
        "since": [list(one) for one in standing.since],
        "grades": [one and str(one) for one in standing.grades],
    }


def _compiled(found: Mapping[Target, Move]) -> dict[str, object]:
    return {
        f"{target.brief}#{target.id}": (
            sorted(map(_number, move.ways)), move.standing and _plain(move.standing),
        )
        for target, move in found.items()
    }  # fmt: skip


def _asked(tab: Page, edition: Edition, name: str, chance: Random, many: int) -> tuple[int, int]:
    """Asks both, who must agree: how many choices, and how many of them move anything; nobody is
    asked where there is no table."""
    made = tables(edition, name)
    if made is None:
        return 0, 0
    sources = [row[0] for row in made["sources"] if row[0] in edition.sources]
    choices = _choices(chance, sources, many)
    found = tab.evaluate(ASK, [made, choices])
    moving = 0
    for (struck, grades), answers in zip(choices, found, strict=True):
        letters = {source: Grade(letter) for source, letter in grades.items()}
        right = _compiled(moves(edition, name, struck, letters))
        said = {
            one["record"]: (sorted(one["ways"]), one["stood"] and one["stood"][1])
            for one in answers
        }
        assert said == right, f"{struck} {grades}"
        moving += bool(right)
    return many, moving


@pytest.fixture
def engine(tab: Page) -> Page:
    """An empty page that runs the script."""
    page = fresh(tab)
    page.add_script_tag(content=ENGINE)
    return page


def test_ten_thousand_choices_are_answered_as_the_compiler_answers_them(engine: Page) -> None:
    asked = moving = seed = 0
    while asked < CHOICES:
        edition = world_of(seed).edition()
        more, moved = _asked(engine, edition, "b", Random(seed), EACH)
        asked, moving, seed = asked + more, moving + moved, seed + 1
    assert moving > CHOICES / 2


FLAGSHIP = "briefings/sberbank-china-ai/"
REUTERS = "reuters-sber-2025-02-06"


def _open(page: Page) -> Locator:
    tool = page.locator(".bb-without")
    tool.locator("summary").click()
    expect(tool.get_by_role("status")).to_have_text("You have changed nothing yet.")
    return tool


@pytest.mark.parametrize("served", [True, False], ids=["served", "from a folder"])
def test_a_reader_strikes_a_source_and_sees_what_moves(
    tab: Page, site: str, built: Path, watch: Watch, *, served: bool
) -> None:
    page = fresh(tab)
    whole = site if served else f"{(built / 'site').as_uri()}/"
    with watch.over(page, whole):
        page.goto(f"{whole}{FLAGSHIP}{'' if served else 'index.html'}")
        _strike(page)
    assert watch.trouble == []


def _strike(page: Page) -> None:
    tool = _open(page)
    row = tool.get_by_role("listitem").filter(has_text="Reuters “After DeepSeek leap forward")
    row.get_by_role("checkbox").check()
    status = tool.get_by_role("status")
    expect(status).to_contain_text("Other verdicts suggested: ")
    link = page.locator("a[href='#plans-joint-research']")
    moved = tool.get_by_role("listitem").filter(has=link)
    expect(moved).to_contain_text("For: links 14 → 7")
    tool.get_by_role("button", name="Start over").click()
    expect(status).to_have_text("You have changed nothing yet.")
    expect(row.get_by_role("checkbox")).not_to_be_checked()
    row.get_by_role("combobox").select_option("E")
    expect(status).to_have_text("Nothing would move: no verdict, no count, no judgment.")
    tool.get_by_role("searchbox").fill("kremlin")
    expect(row).not_to_be_visible()
    expect(tool.get_by_role("listitem").filter(has_text="kremlin.ru").first).to_be_visible()


HOSTILE = "</script><img src=x onerror=alert(1)>{{ 7 * 7 }}"


@pytest.mark.parametrize("claims", [1, 60], ids=["in the page", "in a file"])
def test_what_a_source_is_called_does_nothing(tab: Page, project: Project, claims: int) -> None:
    """Tables in the page are inert in HTML, those in a file in a script; names are only text."""
    project.write("mkdocs.yml", "site_name: T\ntheme: {name: material}\nplugins: [briefbook]\n"
                  "extra: {briefbook: {theme: whole}}\n")  # fmt: skip
    project.write("docs/index.md", "# Home { #home }\n")
    title = json.dumps(HOSTILE)
    items = "".join(
        f"  - {{id: c{n}, statement: S {n}., kind: fact, verdict: supported,\n"
        f"     evidence: [{{source: s, stance: supports, note: N.}}]}}\n"
        for n in range(claims)
    )
    project.write(
        "briefings/small.yml",
        f"title: T\nsummary: S.\nstatus: draft\nclaims:\n{items}"
        f"sources: [{{id: s, title: {title}, type: report}}]\n",
    )
    assert project.run("build").exit_code == 0
    assert (project.root / "site/briefings/small/without.js").exists() == (claims > 1)
    page = fresh(tab)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    page.goto((project.root / "site/briefings/small/index.html").as_uri())
    tool = _open(page)
    tool.get_by_role("checkbox").check()
    expect(tool.get_by_role("status")).to_contain_text(f"Other verdicts suggested: {claims}")
    expect(tool.locator("li label")).to_contain_text("</script><img src=x onerror=alert(1)>")
    assert page.locator("img[src=x]").count() == 0
    assert asked == []


def test_a_small_briefs_tables_stand_in_its_page(tab: Page, project: Project) -> None:
    project.write_standard()
    project.write("mkdocs.yml", "site_name: T\ntheme: {name: material}\nplugins: [briefbook]\n"
                  "extra: {briefbook: {theme: whole}}\n")  # fmt: skip
    project.write("briefings/small.yml", SOUND)
    project.write("docs/index.md", "# Home { #home }\n")
    assert project.run("build").exit_code == 0
    here = project.root / "site/briefings/small"
    assert not (here / "without.js").exists()
    page = fresh(tab)
    page.goto((here / "index.html").as_uri())
    tool = _open(page)
    tool.get_by_role("checkbox").first.check()
    expect(tool.get_by_role("status")).to_contain_text("Other verdicts suggested: 1")


def test_before_it_is_asked_for_a_page_loads_nothing_of_it(tab: Page, site: str) -> None:
    page = fresh(tab)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition("?")[0]))
    page.goto(f"{site}{FLAGSHIP}")
    assert not [one for one in asked if one.endswith("without.js")]
    _open(page)
    assert len([one for one in asked if one.endswith("without.js")]) == 2


def test_the_script_weighs_less_than_thirty_kilobytes() -> None:
    assert len(ENGINE.encode()) <= 30_000


def test_without_script_the_way_leads_to_the_pages_that_tell_it(
    browser: Browser, site: str
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{site}{FLAGSHIP}")
    tool = page.locator(".bb-without")
    tool.locator("summary").click()
    expect(tool).to_contain_text("The page of each source tells what would change without it.")
    page.goto(f"{site}sources/{REUTERS}/")
    expect(page.get_by_role("main")).to_contain_text("If it were withdrawn:")
    page.close()


def test_what_is_struck_in_the_longest_brief_moves_what_the_compiler_says(engine: Page) -> None:
    edition = Edition(load(ROOT), DAY, open_project(ROOT).settings)
    for name in edition.briefs:
        asked, moving = _asked(engine, edition, name, Random(name), 40)
        assert asked == 40
        assert moving > 20


def test_sources_in_a_circle_are_not_offered() -> None:
    world = world_of(0)
    world.sources["s0"]["derives_from"] = ["s1"]
    world.sources["s1"]["derives_from"] = ["s0"]
    world.brief["claims"][0]["evidence"] = [{"source": "s0", "stance": "supports"}]  # type: ignore[index]
    assert tables(world.edition(), "b") is None
