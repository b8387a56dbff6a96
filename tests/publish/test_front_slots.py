"""What the front page begins with: a box to search from, and one finding with its picture."""

import pytest

from harness import Project

BRIEF = """\
title: T
summary: S.
status: published
updated: 2026-01-02
language: en
claims:
  - id: counted
    statement: There are nine boats.
    kind: fact
    verdict: contested
    claimed: {amount: 9, unit: boats}
    evidence:
      - {source: agency-report, stance: supports, note: N., value: {amount: 9, unit: boats}}
      - source: newspaper-copy
        stance: disputes
        note: N.
        value:
          - {amount: 4, unit: boats, as_of: 2020}
          - {amount: 6, unit: boats, as_of: 2021}
  - {id: wrong, statement: Nothing moved., kind: fact, verdict: refuted}
  - id: gone
    statement: It was withdrawn.
    kind: fact
    verdict: refuted
    withdrawn: {date: 2026-01-02, reason: R.}
"""


@pytest.fixture
def front(project: Project) -> Project:
    project.write_standard()
    project.write("briefings/small.yml", BRIEF)
    return project


def _filled(project: Project, slot: str) -> str:
    project.write("docs/index.md", f"# Home {{ #home }}\n\n<!-- briefbook: {slot} -->\n")
    assert project.run("compile").exit_code == 0
    return (project.root / "build/docs/index.md").read_text()


def test_the_finding_is_one_with_figures_that_differ(front: Project) -> None:
    page = _filled(front, "finding 1")
    assert "There are nine boats." in page
    assert "bb-picture-f_counted" in page
    assert "as claimed: 9 boats" in page
    assert "Nothing moved." not in page


def test_figures_of_different_days_say_which(front: Project) -> None:
    page = _filled(front, "finding 1")
    assert ", 2020</text>" in page
    assert ", 2021</text>" in page


def test_another_finding_may_be_chosen(front: Project) -> None:
    page = _filled(front, "finding small#wrong")
    assert "Nothing moved." in page
    assert "bb-picture-verdicts" in page
    assert "There are nine boats." not in page


def test_without_claims_the_finding_says_so(project: Project) -> None:
    project.write_standard()
    assert "No claim was checked yet." in _filled(project, "finding")


def test_a_box_leads_to_the_search(front: Project) -> None:
    page = _filled(front, "search")
    assert '<form class="bb-search bb-search-form" role="search"' in page
    assert 'action="search/"' in page
    assert 'name="q"' in page


@pytest.mark.parametrize("chosen", ["small#nope", "small#gone", "small"])
def test_a_finding_that_is_gone_is_told_and_another_one_shown(front: Project, chosen: str) -> None:
    front.write("docs/index.md", f"# Home {{ #home }}\n\n<!-- briefbook: finding {chosen} -->\n")
    told = front.run("compile")
    assert told.exit_code == 0
    assert f"docs/index.md:3: warning: the link {chosen} leads nowhere" in told.stderr.replace(
        "[[", ""
    ).replace("]]", "")
    assert "There are nine boats." in (front.root / "build/docs/index.md").read_text()


@pytest.mark.parametrize(
    ("slot", "said"),
    [
        ("latest small#wrong", "the slot “latest” takes a number, and no “small#wrong”"),
        ("findings", "there is no slot “findings”; choose finding, "),
    ],
)
def test_what_no_slot_is_is_refused_with_its_line(front: Project, slot: str, said: str) -> None:
    front.write("docs/index.md", f"# Home {{ #home }}\n\n<!-- briefbook: {slot} -->\n")
    refused = front.run("compile")
    assert refused.exit_code == 2
    assert "docs/index.md:3: " in refused.stderr
    assert said in refused.stderr
