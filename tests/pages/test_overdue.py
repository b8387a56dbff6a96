"""What is past its day says so on its card, whatever `--today` is."""

import re
from pathlib import Path

import pytest

from harness import Project

BRIEF = """\
title: A small brief
summary: One sentence.
status: draft
judgments:
  - {id: j, statement: The bank will open more., forecast: {review_on: 2026-05-10, criteria: C.}}
claims:
  - {id: c, statement: It grows., kind: forecast, verdict: open, forecast: {review_on: 2026-05-10}}
  - id: d
    statement: It opens.
    kind: forecast
    verdict: open
    forecast: {resolves_on: 2026-05-10}
questions:
  - {id: q, question: Who?, status: open, bears_on: c, review_by: 2026-05-10}
  - {id: r, question: When?, status: answered, answer: Then., review_by: 2026-05-10}
assumptions:
  - {id: a, statement: Rents stay., review_by: 2026-05-10}
"""
MARKS = ("review overdue: due by", "overdue: it was to be decided by", ": overdue")


def _parts(project: Project, today: str) -> dict[str, str]:
    project.write("briefings/small.yml", BRIEF)
    assert project.run("compile", "--today", today).exit_code == 0
    page = Path(project.root, "build/docs/briefings/small/index.md").read_text("utf-8")
    names = ["j", "c", "d", "q", "r", "a"]
    starts = [re.search(rf'\{{ #{n}[ }}]|<dt id="{n}"', page).start() for n in names]  # type: ignore[union-attr]
    ordered = sorted(zip(starts, names, strict=True))
    ends = [*(start for start, _ in ordered[1:]), len(page)]
    return {name: page[start:end] for (start, name), end in zip(ordered, ends, strict=True)}


@pytest.mark.parametrize(("today", "late"), [("2026-05-10", set()), ("2026-05-11", set("jcdqa"))])
def test_overdue_from_the_day_after(project: Project, today: str, late: set[str]) -> None:
    found = {
        name for name, part in _parts(project, today).items()
        if any(mark in part.lower() for mark in MARKS)
    }  # fmt: skip
    assert found == late
