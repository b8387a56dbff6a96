"""A repository whose base has every sort of record."""

import pytest
from every_kind import BASE

from harness import Project


@pytest.fixture
def committed(project: Project) -> Project:
    """A project whose base is committed."""
    for path, text in BASE.items():
        project.write(path, text)
    project.commit("base")
    return project
