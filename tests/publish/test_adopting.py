"""Our pages beside those that a site has: nothing of its own changes, however it is built."""

import re
from pathlib import Path

import pytest

from adopted import Adopted, adopt
from briefbook.publish.beside_css import beside_css
from real_site import command, tree

pytestmark = pytest.mark.site
LISTS = {"search/search_index.json", "sitemap.xml", "sitemap.xml.gz"}
"""What lists the site's pages, and so ours, too."""


def test_hand_written_pages_are_the_same_bytes(adopted: Adopted) -> None:
    plain, ours = adopted.plain, tree(adopted.site)
    assert plain.keys() <= ours.keys()
    assert {name for name in plain if plain[name] != ours[name]} == LISTS


def test_nothing_is_said_that_was_not_said_before(adopted: Adopted) -> None:
    said = [
        {line for line in (adopted.root / f"{name}.log").read_text().splitlines()
         if not line.startswith("INFO")}
        for name in ("plain", "with")
    ]  # fmt: skip
    assert said[1] - said[0] == set()


def test_our_pages_stand_in_the_sites_own_theme(adopted: Adopted) -> None:
    page = (adopted.site / "briefings/small/index.html").read_text()
    assert "The office is closed on Friday." in page
    assert "made this by hand" in page
    assert '<meta name="department" content="the department">' in page
    assert "assets/extra.css" in page
    assert '<link rel="stylesheet" href="../../assets/briefbook/beside.css">' in page
    assert 'id="first"' in page
    assert '<meta property="og:title" content="A small brief">' in page
    assert "bb-header-search" not in page
    assert "briefbook.css" not in page


def test_no_edit_link_leads_to_a_file_that_is_not_there(adopted: Adopted) -> None:
    edit = "https://github.com/example/department/edit/trunk/docs/"
    assert edit not in (adopted.site / "briefings/small/index.html").read_text()
    assert (
        f"{edit}guides/everything.md" in (adopted.site / "guides/everything/index.html").read_text()
    )


def test_their_search_knows_briefs_and_no_boards(adopted: Adopted) -> None:
    index = (adopted.site / "search/search_index.json").read_text()
    assert '"briefings/small/"' in index
    assert '"claims/' not in index
    assert '"guides/everything/"' in index


def test_briefbook_builds_the_same(adopted: Adopted, tmp_path: Path) -> None:
    project = adopt(tmp_path / "again")
    result = command("briefbook", "build", cwd=project.root)
    assert result.returncode == 0, result.stderr
    assert tree(project.root / "site") == tree(adopted.site)


def test_navigation_entries_and_slots_that_are_asked_for(tmp_path: Path) -> None:
    project = adopt(tmp_path / "asked")
    config = (project.root / "mkdocs.yml").read_text()
    project.write("mkdocs.yml", config + "  - Briefs: briefings/index.md\n")
    project.write(
        "docs/tags.md", "# Tags\n\n<!-- briefbook: latest 1 -->\n\n[[small]] [[nowhere]]\n"
    )
    result = command("mkdocs", "build", "--strict", cwd=project.root)
    assert result.returncode == 0, result.stderr
    page = (project.root / "site/tags/index.html").read_text()
    assert "A small brief" in page
    assert "[[nowhere]]" in page
    assert re.search(r'href="\.\./briefings/"[^>]*>\s*(?:<span[^>]*>)?\s*Briefs', page)


def test_errors_of_briefs_stop_it_in_one_line(tmp_path: Path) -> None:
    project = adopt(tmp_path / "wrong")
    brief = project.root / "briefings/small.yml"
    brief.write_text(brief.read_text().replace("status: draft", "status: finished"))
    result = command("mkdocs", "build", cwd=project.root)
    assert result.returncode != 0
    assert "SCH003" in result.stderr
    assert "Traceback" not in result.stderr


def test_listed_twice_is_one_line(tmp_path: Path) -> None:
    project = adopt(tmp_path / "twice")
    config = (project.root / "mkdocs.yml").read_text()
    project.write("mkdocs.yml", config.replace("  - briefbook\n", "  - briefbook\n  - briefbook\n"))
    result = command("mkdocs", "build", "-q", cwd=project.root)
    assert result.returncode != 0
    assert "names briefbook twice" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_a_theme_that_is_not_material(tmp_path: Path, theme: str) -> None:
    project = adopt(tmp_path / theme)
    project.write("mkdocs.yml", f"site_name: T\ntheme: {theme}\nplugins: [search, briefbook]\n")
    result = command("mkdocs", "build", cwd=project.root)
    assert result.returncode == 0, result.stderr
    assert result.stderr.count(f"the theme “{theme}” is not Material") == 1
    page = (project.root / "site/briefings/small/index.html").read_text()
    assert 'class="bb-beside"' in page
    assert 'id="first"' in page


def test_every_rule_of_the_style_sheet_holds_inside_our_pages_only() -> None:
    made = beside_css(
        ":root{color-scheme:dark;--bb-a:1;--md-b:2;--bb-paper:red}:root[data-x]{--bb-a:3}"
        "html{a:b}body,input{a:b}.md-header{a:b}.md-content__inner{a:b}.md-typeset h1{a:b}"
        ".md-typeset > p,.bb-card :is(a,b){a:b}:focus-visible{a:b}#bb-tip{a:b}"
        "@media print{.md-tabs{a:b}.bb-x{a:b}}@media screen{.md-nav{a:b}}@page{margin:1cm}"
    )
    ours, _, _ = made.partition(".bb-beside{--bb-paper:var(")
    assert ours.split("\n")[:-1] == [
        ".bb-beside{--bb-a:1}",
        ".bb-beside h1{a:b}",
        ".bb-beside > p,.bb-beside .bb-card :is(a,b){a:b}",
        ".bb-beside #bb-tip{a:b}",
        "@media print{.bb-beside .bb-x{a:b}",
        "}",
    ]
