"""Findings that a build only counts are found beside other work, or when they are asked for."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from harness import Project

BRIEF = """\
title: A brief
summary: S.
status: published
claims:
  - {id: c, statement: It holds., kind: fact, verdict: supported}
"""


@pytest.mark.parametrize("way", ["a process", "at once", "late"])
def test_they_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    """Late: after what only findings need was let go of, because a process died."""

    def late(work: Callable[[], Any], jobs: int) -> Callable[[], Any]:
        return partial(work)

    if way == "late":
        monkeypatch.setattr("briefbook.cli.build.aside", late)
    project = Project(tmp_path)
    project.write("mkdocs.yml", "site_name: T\nsite_url: https://example.org/\n")
    project.write_standard()
    for name in ("one", "two"):
        project.write(f"briefings/{name}.yml", BRIEF)
    jobs = "2" if way == "a process" else "1"
    result = project.run("build", "--today", "2026-11-28", "--jobs", jobs, "--strict")
    counted = [line for line in result.stderr.splitlines() if "see briefbook check" in line]
    checked = project.run("check", "--today", "2026-11-28").stdout.splitlines()[-1]
    assert counted == [f"{checked} in the briefs; see briefbook check"]
    assert "warning" in checked
    assert result.exit_code == 1
