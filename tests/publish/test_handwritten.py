"""Hand-written pages: slots and links."""

from pathlib import Path

import pytest

from harness import Project

BRIEF = """
title: On apples
summary: Apples fall.
status: published
published: 2026-01-01
claims:
  - {id: apples-fall, statement: Apples fall., kind: fact, verdict: supported}
"""


@pytest.fixture
def site(project: Project) -> Project:
    project.write("briefings/apples.yml", BRIEF)
    return project


def compiled(site: Project, text: str, page: str = "page.md") -> tuple[str, str, int]:
    site.write(f"docs/{page}", text)
    result = site.run("compile", "--today", "2026-11-23")
    path = Path(site.root) / "build" / "docs" / page
    return (path.read_text() if path.is_file() else ""), result.stderr, result.exit_code


def test_links_become_links_that_every_engine_follows(site: Project) -> None:
    text, trouble, code = compiled(site, "See [[apples#apples-fall]] and [[apples]].", "a/page.md")
    assert code == 0
    assert "](../briefings/apples/index.md#apples-fall)" in text
    assert "](../briefings/apples/index.md)" in text
    assert "nowhere" not in trouble


def test_code_keeps_its_brackets(site: Project) -> None:
    source = "`[[apples]]`\n\n```\n[[apples]] <!-- briefbook: latest -->\n```\n"
    text, _, _ = compiled(site, source)
    assert text.endswith(source)


def test_a_dangling_link_is_a_warning(site: Project) -> None:
    text, trouble, code = compiled(site, "\n\n[[pears]]\n")
    assert code == 0
    assert "docs/page.md:3: warning: the link [[pears]] leads nowhere" in trouble
    assert "[[pears]]" in text


def test_slots_are_filled(site: Project) -> None:
    text, _, code = compiled(site, "<!-- briefbook: latest 1 -->", "index.md")
    assert code == 0
    assert 'href="briefings/apples/"' in text


@pytest.mark.parametrize("slot", ["latest", "judgments", "moved", "questions", "forecasts"])
def test_every_slot_says_something_when_there_is_nothing(project: Project, slot: str) -> None:
    project.write("briefings/.gitkeep", "")
    text, _, code = compiled(project, f"<!-- briefbook: {slot} 3 -->", "index.md")
    assert code == 0
    assert "No" in text


def test_an_unknown_slot_is_wrong_use(site: Project) -> None:
    _, trouble, code = compiled(site, "\n<!-- briefbook: newest 5 -->\n")
    assert code == 2
    assert trouble.splitlines() == [
        "briefbook: docs/page.md:2: there is no slot “newest”; choose finding, forecasts, "
        "judgments, latest, moved, questions, refuted, search or subjects"
    ]


def test_a_page_cannot_take_a_generated_address(site: Project) -> None:
    _, trouble, code = compiled(site, "# Mine", "briefings/apples/index.md")
    assert code == 2
    assert "briefings/apples/index.md" in trouble
