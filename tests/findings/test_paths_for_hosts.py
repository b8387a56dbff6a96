"""A project in a folder of a repository: what hosts read names files from the top of it."""

import json
import re
from pathlib import Path

import pytest

from harness import SOUND, Project


@pytest.fixture(params=["", "редакция/обзоры 2025"], ids=["top", "subfolder"])
def placed(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Project, str]:
    """A project with a mistake and a change, and what leads to it from the top."""
    folder = Project(tmp_path / request.param)
    folder.root.mkdir(parents=True, exist_ok=True)
    folder.write("mkdocs.yml", "site_name: Test\n")
    folder.write_standard()
    folder.write("briefings/small.yml", SOUND)
    Project(tmp_path).commit("base")
    text = SOUND.replace("verdict: supported", "verdict: refuted")
    folder.write("briefings/small.yml", text + "    entities: [nobody]\n")
    return folder, f"{request.param}/" if request.param else ""


def test_annotations_and_sarif(placed: tuple[Project, str]) -> None:
    project, within = placed
    shown = project.run("check", "--format", "github", "--select", "REF").stdout
    assert re.findall(r"file=(.*?),", shown) == [f"{within}briefings/small.yml"]
    sarif = project.run("check", "--format", "sarif", "--select", "REF").json
    (found,) = sarif["runs"][0]["results"]
    uri = found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.endswith("briefings/small.yml")
    assert uri.count("/") == f"{within}briefings/small.yml".count("/")


def test_for_people_at_the_terminal_paths_begin_at_the_project(placed: tuple[Project, str]) -> None:
    project, _ = placed
    assert project.check().findings[0]["path"] == "briefings/small.yml"
    assert project.run("check").stdout.startswith("briefings/small.yml:")


def test_changes_alarms_and_reports(placed: tuple[Project, str]) -> None:
    project, within = placed
    path = f"{within}briefings/small.yml"
    told = project.diff().json
    assert {one["path"] for one in [*told["changes"], *told["alarms"]]} == {path}
    shown = project.run("diff", "--format", "github", "HEAD").stdout
    assert {*re.findall(r"file=(.*?),", shown)} == {path}
    assert f"{path}:" in project.run("diff", "HEAD").stdout
    project.run("review", "--base", "HEAD", "--report", "out", "--number", "7")
    report = json.loads((project.root / "out/report.json").read_text())
    assert {one["path"] for one in [*report["changes"], *report["alarms"]]} == {path}
    findings = json.loads((project.root / "out/findings.json").read_text())["findings"]
    assert {one["path"] for one in findings} == {path}


def test_a_file_that_could_not_be_compared(placed: tuple[Project, str]) -> None:
    project, within = placed
    project.write("briefings/small.yml", "title: [")
    assert project.diff().json["unread"] == [f"{within}briefings/small.yml"]


@pytest.mark.parametrize("below", ["", "briefings", "briefings/_library"])
def test_wherever_the_command_is_run(placed: tuple[Project, str], below: str) -> None:
    project, within = placed
    here = Project(project.root / below)
    _same_paths(here, within)


def test_with_the_folder_named(placed: tuple[Project, str], tmp_path: Path) -> None:
    project, within = placed
    elsewhere = Project(tmp_path / "elsewhere")
    elsewhere.root.mkdir()
    for at in (elsewhere, Project(tmp_path)):
        _same_paths(at, within, "--project", str(project.root))
    if within:
        _same_paths(Project(tmp_path), within, "--project", within)


def _same_paths(project: Project, within: str, *more: str) -> None:
    path = f"{within}briefings/small.yml"
    for command in (("check",), ("diff", "HEAD")):
        shown = project.run(*command, "--format", "github", *more).stdout
        assert {*re.findall(r"^::.*?file=(.*?),", shown, re.M)} == {path}
    shown = project.run("review", "--base", "HEAD", "--report", "out", *more).stdout
    assert {*re.findall(r"^::.*?file=(.*?),", shown, re.M)} == {path}
