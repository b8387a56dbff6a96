"""What tests of the site share."""

import pytest

from harness import Project


@pytest.fixture
def library(project: Project) -> Project:
    project.write_standard()
    return project
