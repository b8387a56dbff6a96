"""A baseline of another version is refused."""

import pytest

from harness import BRIEF, Project


@pytest.mark.parametrize("version", ["true", "1.0"])
def test_another_version_is_refused(version: str, project: Project) -> None:
    project.write("briefings/a.yml", BRIEF)
    project.write("known.json", f'{{"version": {version}, "findings": {{}}}}')
    assert project.run("check", "--baseline", "known.json").exit_code == 2
