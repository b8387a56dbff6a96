"""The project with the settings that it has in the base: a change does not choose its judge."""

import tempfile
from dataclasses import replace
from pathlib import Path

from briefbook.diff.git import Repository
from briefbook.diff.git_outside import settings_files
from briefbook.project.config import CONFIG, read_config
from briefbook.project.project import Project, project_of

_MOST = 500
"""Files of settings that are looked at."""


def base_project(project: Project, repository: Repository, commit: str) -> Project:
    """The project as the settings of a commit have it: policy, profile, reviewers, scales.

    Where the commit has no settings, those that lie here count. Raises WrongUse for settings of the
    commit that cannot be read.
    """
    found = settings_files(repository, commit, _MOST)
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        for path, raw in found.items():
            place = top / path
            if place.resolve().is_relative_to(top.resolve()):
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(raw)
        config = top / project.within / CONFIG
        if not config.is_file():
            return project
        there = project_of(project.root, read_config(config))
    return replace(project, settings=there.settings)
