"""The list of sources of a brief: whatever it names, and what lies between them and a root."""

import re
from pathlib import Path

from harness import Project

SOURCES = "".join(
    f"- {{id: {name}, title: Title {name}, publisher: P {name}{more}}}\n"
    for name, more in (
        ("root", ""), ("between", ", derives_from: root, seen: not-seen"),
        ("copy", ", derives_from: between"), ("in-prose", ""), ("in-outcome", ""), ("in-row", ""),
        ("of-indicator", ""), ("of-event", ""), ("nowhere", ""), ("own-outcome", ""),
    )
)  # fmt: skip
BRIEF = """\
title: A small brief
summary: One sentence.
status: draft
background: As it was told [@in-prose].
judgments:
  - id: more
    statement: The bank will open more offices.
    would_change: [{what: A lease., source: of-indicator}, A sign.]
    forecast:
      resolves_on: 2026-01-31
      history: [{date: 2026-01-01, probability: 0.5}]
      resolution:
        date: 2026-01-30
        outcome: "yes"
        evidence: [{source: own-outcome, stance: supports}]
claims:
  - id: first
    statement: The bank opened an office.
    kind: forecast
    verdict: supported
    evidence: [{source: copy, stance: supports}]
    forecast:
      resolves_on: 2026-01-31
      resolution:
        date: 2026-01-30
        outcome: "yes"
        evidence: [{source: in-outcome, stance: supports}]
hypotheses:
  - id: why
    question: Why?
    options: [{id: one, statement: So.}, {id: two, statement: Or so.}]
    matrix: [{evidence: in-row, ratings: {one: neutral, two: neutral}}]
events:
  - {date: 2026-01-01, what: It opened., sources: of-event}
"""


def _listed(project: Project) -> list[str]:
    project.write("briefings/_library/sources/sources.yml", SOURCES)
    project.write("briefings/small.yml", BRIEF)
    assert project.run("compile").exit_code == 0
    page = Path(project.root, "build/docs/briefings/small/index.md").read_text("utf-8")
    return re.findall(r'href="\.\./\.\./sources/([a-z-]+)/"', page[page.index("{ #sources }") :])


def test_every_source_that_is_named_stands_in_the_list_and_what_lies_between(
    project: Project,
) -> None:
    listed = _listed(project)
    assert {*listed} == {
        "root", "between", "copy", "in-prose", "in-outcome", "own-outcome", "in-row",
        "of-indicator", "of-event",
    }  # fmt: skip
    assert listed.index("root") < listed.index("copy")


def test_what_lies_between_is_said(project: Project) -> None:
    _listed(project)
    page = Path(project.root, "build/docs/briefings/small/index.md").read_text("utf-8")
    assert "through P between" in page
