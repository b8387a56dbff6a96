"""What all tests share."""

from functools import cache
from pathlib import Path

import pytest

from adopted import adopted
from examples import load_profile
from harness import Project
from real_site import ROOT, built, command

__all__ = ["adopted", "built"]

load_profile()

WHOLE = {ROOT / "tests" / name for name in ("browser", "complete")}
COMPILING = {"authoring", "pages", "publish"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Function]) -> None:
    """Mark what needs a browser or a site, which `make quick` leaves out."""
    for item in items:
        builds = "built" in item.fixturenames or getattr(item.module, "command", None) is command
        if builds or WHOLE & {*item.path.parents} or _reads_pages(item.path):
            item.add_marker(pytest.mark.site)


@cache
def _reads_pages(tests: Path) -> bool:
    """Whether a file is about the pages of small sites that it compiles."""
    return tests.parent.name in COMPILING and '"compile"' in tests.read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def fixed_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same day and no wishes of the developer's shell."""
    monkeypatch.setenv("BRIEFBOOK_TODAY", "2026-11-23")
    for name in ("SOURCE_DATE_EPOCH", "FORCE_COLOR", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with a mkdocs.yml and nothing else."""
    made = Project(tmp_path / "project")
    made.write("mkdocs.yml", "site_name: Test\n")
    return made


@pytest.fixture
def library(project: Project) -> Project:
    """A project with the brief and the library that most tests start from."""
    project.write_standard()
    return project
