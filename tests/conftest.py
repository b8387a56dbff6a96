"""What all tests share."""

from pathlib import Path

import pytest

from examples import load_profile
from harness import Project
from real_site import built

__all__ = ["built"]

load_profile()


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
