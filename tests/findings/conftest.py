"""What tests of forms share."""

import pytest

from harness import Project


@pytest.fixture
def github(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project in a step of a workflow, whose summary is summary.md."""
    project.write_standard()
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(project.root / "summary.md"))
    return project
