"""The version stands in one place, and whatever else names it says the same."""

import json
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import briefbook
from briefbook.findings import Report
from briefbook.findings.render.sarif import RENDERER
from harness import Project
from real_site import ROOT

SORTS = ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")
WHOM = ("For readers", "For authors", "For editors", "For developers")
HEADING = re.compile(r"^## (\S+)(?: - (\S+))?$", re.MULTILINE)
CHANGES = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_version_is_one_of_semantic_versioning() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", briefbook.__version__)


def test_the_package_takes_its_version_from_the_module() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "version" not in project and project["dynamic"] == ["version"]
    said = subprocess.run(
        [sys.executable, "-m", "hatchling", "version"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == briefbook.__version__


def test_no_module_types_the_version_again() -> None:
    """Since which version something exists is another matter."""
    said = f'"{briefbook.__version__}"'
    found = {
        path.relative_to(ROOT / "scripts/briefbook").as_posix()
        for path in (ROOT / "scripts/briefbook").rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if said in line and "since" not in line
    }
    assert found == {"__init__.py"}


def test_the_command_and_the_log_for_code_scanning_say_it(project: Project) -> None:
    assert project.run("--version").stdout == f"briefbook, version {briefbook.__version__}\n"
    log = json.loads(RENDERER.render(Report((), {})))
    assert log["runs"][0]["tool"]["driver"]["version"] == briefbook.__version__


def test_the_newest_release_of_the_changes_is_this_version() -> None:
    first, second, *_ = HEADING.findall(CHANGES)
    assert first == ("Unreleased", "")
    assert second[0] == briefbook.__version__
    assert second[1] == "unreleased" or re.fullmatch(r"\d{4}-\d\d-\d\d", second[1])


def test_whatever_else_names_the_version_says_the_same() -> None:
    cited = re.findall(r"^version: (.+)$", (ROOT / "CITATION.cff").read_text(), re.MULTILINE)
    assert cited == [briefbook.__version__]
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    named = [rev for page in pages for rev in re.findall(r"\brev: v(\S+)", page.read_text("utf-8"))]
    assert set(named) == {briefbook.__version__}


def test_changes_are_sorted_by_sort_and_by_who_notices_them() -> None:
    for release in re.split(r"^## ", CHANGES, flags=re.MULTILINE)[1:]:
        sorts = re.findall(r"^### (.+)$", release, re.MULTILINE)
        assert sorts == [sort for sort in SORTS if sort in sorts], release[:40]
        for part in re.split(r"^### ", release, flags=re.MULTILINE)[1:]:
            whom = re.findall(r"^#### (.+)$", part, re.MULTILINE)
            assert whom and whom == [one for one in WHOM if one in whom], part[:40]


def test_the_wheel_holds_every_file_of_the_package(tmp_path: Path) -> None:
    """Templates of a new site begin with a dot in part, which builders like to leave out."""
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    asked = ["git", "ls-files", "scripts/briefbook"]
    listed = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = {f"scripts/{name}" for name in packed.namelist()}
        points = next(name for name in packed.namelist() if name.endswith("entry_points.txt"))
        plugin = "[mkdocs.plugins]\nbriefbook = briefbook.publish.plugin:BriefbookPlugin"
        assert plugin in packed.read(points).decode()
    assert {*listed.split()} - names == set()
