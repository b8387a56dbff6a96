"""Files by which other tools know this project: hooks for pre-commit, a container to work in."""

import json
import re
import tomllib
from typing import Any

import yaml

from harness import BRIEF, SOUND, Project
from real_site import ROOT

KNOWN = {
    "id", "name", "entry", "language", "files", "exclude", "types", "types_or", "exclude_types",
    "always_run", "fail_fast", "verbose", "pass_filenames", "require_serial", "description",
    "language_version", "minimum_pre_commit_version", "args", "stages", "alias",
    "additional_dependencies", "log_file"
}  # fmt: skip
"""The keys of a hook, as pre-commit documents them."""


def _hook() -> dict[str, Any]:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert isinstance(hook, dict)
    return hook


def test_the_hook_has_what_pre_commit_asks_for_and_nothing_else() -> None:
    hook = _hook()
    assert {"id", "name", "entry", "language"} <= set(hook) <= KNOWN
    assert (hook["id"], hook["language"]) == ("briefbook-check", "python")
    assert hook["pass_filenames"] is False


def test_the_command_of_the_hook_is_installed_with_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert _hook()["entry"].split()[0] in project["scripts"]


def test_the_hook_runs_for_briefs_and_the_library_alone() -> None:
    pattern = re.compile(_hook()["files"])
    for path in ("briefings/a.yml", "briefings/2026/a.yaml", "briefings/_library/topics.yml"):
        assert pattern.search(path) and pattern.search(f"research/{path}")
    for path in ("mkdocs.yml", "docs/briefings.md", "old-briefings/a.yml", "briefings/notes.md"):
        assert not pattern.search(path)


def test_the_hook_stops_a_commit_that_breaks_another_brief(project: Project) -> None:
    """The library's file is the one that changed; the error stands in a brief that did not."""
    command = _hook()["entry"].split()[1:]
    project.write_standard()
    project.write("briefings/sound.yml", SOUND)
    assert project.run(*command).exit_code == 0
    project.write("briefings/_library/sources/sources.yml", "[]\n")
    assert project.run(*command).exit_code == 1


def test_the_hook_takes_arguments(project: Project) -> None:
    project.write_standard()
    project.write("briefings/small.yml", BRIEF)
    command = [*_hook()["entry"].split()[1:], "--fail-on"]
    assert project.run(*command, "error").exit_code == 0
    assert project.run(*command, "note").exit_code == 1


def test_the_container_has_a_python_that_fits_and_makes_what_exists() -> None:
    said = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text())
    found = re.fullmatch(r"python:3\.(\d+)-[a-z]+", said["image"])
    assert found and int(found[1]) >= 11
    makefile = (ROOT / "Makefile").read_text()
    make, *targets = said["postCreateCommand"].split()
    assert (make, len(targets)) == ("make", 2)
    for target in targets:
        assert re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE), target
    rule = makefile.split(".venv/test.stamp: ", 1)[1].split("\n\n", 1)[0]
    assert "bash tests/setup_machine.sh" in rule
    assert said["forwardPorts"] == [8000]
