"""What tests of the policy share."""

import pytest
from mixed import BRIEF_PATH, MIXED

from harness import Project


@pytest.fixture
def mixed(project: Project) -> Project:
    project.write_standard()
    project.write(BRIEF_PATH, MIXED)
    return project
