"""A long run tells what it is doing, with counts; on a terminal alone, or at the end if asked."""

import os
import pty
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from briefbook.project.stages import heard, stage
from harness import SOUND, Project


@dataclass
class Heard:
    said: list[str] = field(default_factory=list)
    steps: dict[str, int] = field(default_factory=dict)
    totals: dict[str, int] = field(default_factory=dict)
    open: list[str] = field(default_factory=list)

    def begin(self, name: str, total: int) -> None:
        self.said.append(name)
        self.open.append(name)
        self.totals[name] = total

    def step(self) -> None:
        self.steps[self.open[-1]] = self.steps.get(self.open[-1], 0) + 1

    def end(self) -> None:
        self.open.pop()


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    made.write_standard()
    made.write("mkdocs.yml", (
        "site_name: T\ntheme: {name: material, font: false}\nplugins: [briefbook]\n"
        "extra: {briefbook: {theme: whole}}\n"
    ))  # fmt: skip
    made.write("briefings/small.yml", SOUND)
    return made


def test_stages_within_each_other() -> None:
    listener = Heard()
    with heard(listener), stage("a", 2) as step:
        step()
        with stage("b") as inner:
            inner()
        step()
    assert (listener.said, listener.steps, listener.open) == (["a", "b"], {"a": 2, "b": 1}, [])
    with stage("c", 9) as step:
        step()  # nobody listens
    assert listener.said == ["a", "b"]


def test_a_stage_ends_when_something_goes_wrong() -> None:
    listener = Heard()
    with pytest.raises(ValueError, match="x"), heard(listener), stage("a"):
        raise ValueError("x")
    assert listener.open == []


def test_a_build_says_where_its_time_went(project: Project) -> None:
    plain = project.run("build", "--today", "2026-11-28", "--no-cache")
    assert "Making pages" not in plain.stderr
    assert "\x1b" not in plain.stderr
    result = project.run("build", "--today", "2026-11-28", "--no-cache", "--profile")
    lines = result.stderr.splitlines()
    for name in (
        "Reading the briefs", "Checking the briefs", "Compiling", "Making pages",
        "Writing the search index", "Making the site", "Running MkDocs", "Finishing pages",
        "Checking links",
    ):  # fmt: skip
        assert sum(line.strip().startswith(name) for line in lines) == 1, name


def test_a_terminal_sees_counts(project: Project) -> None:
    main, second = pty.openpty()
    done = subprocess.Popen(
        [sys.executable, "-m", "briefbook", "build", "--today", "2026-11-28", "--no-cache"],
        cwd=project.root, stdout=second, stderr=second, env={**os.environ, "TERM": "xterm"},
    )  # fmt: skip
    os.close(second)
    seen = b""
    while True:
        try:
            part = os.read(main, 65536)
        except OSError:  # the other side is closed
            break
        if not part:
            break
        seen += part
    done.wait()
    os.close(main)
    assert b"Making pages" in seen
    assert b"pages in" in seen
