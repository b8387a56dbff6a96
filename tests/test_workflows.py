"""Workflows, action and issue forms: linters find nothing; tokens can do no more than needed."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefbook.authoring.snippet import snippet
from briefbook.project.wrong_use import WrongUse
from harness import DAY
from real_site import ROOT

BIN = Path(sys.executable).parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*-*.yml"))
BUG = ROOT / ".github/ISSUE_TEMPLATE/report-a-bug.yml"
CONTENT = [path for path in FORMS if path != BUG]


def _run(*arguments: str | Path) -> str:
    done = subprocess.run(
        [str(part) for part in arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def _read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(path.read_text(), Loader=yaml.CBaseLoader)
    return found


def test_actionlint_finds_nothing() -> None:
    assert _run(BIN / "actionlint", *WORKFLOWS) == ""


def test_zizmor_finds_nothing() -> None:
    arguments = ("--offline", "--no-progress", "--persona", "auditor", ".")
    assert _run(BIN / "zizmor", *arguments) == ""


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.github-actions", [ROOT / "action.yml"]),
        ("vendor.dependabot", [ROOT / ".github/dependabot.yml"]),
        ("vendor.github-issue-forms", FORMS),
        ("vendor.github-issue-config", [ROOT / ".github/ISSUE_TEMPLATE/config.yml"]),
        ("vendor.citation-file-format", [ROOT / "CITATION.cff"]),
    ],
)
def test_schemas_are_met(schema: str, files: list[Path]) -> None:
    assert files
    assert _run(BIN / "check-jsonschema", "--builtin-schema", schema, *files) == ""


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_tokens_begin_with_nothing_and_actions_are_pinned(path: Path) -> None:
    workflow = _read(path)
    assert workflow["permissions"] == {}
    assert "pull_request_target" not in workflow["on"]
    for job in workflow["jobs"].values():
        assert "timeout-minutes" in job
        for step in job["steps"]:
            used = step.get("uses", "./").partition(" ")[0]
            assert used == "./" or len(used.partition("@")[2]) == 40, used
            if used.startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false"


HOSTED = [
    ROOT / "action.yml",
    *(path for folder in (".github", "scripts/briefbook/authoring/hosts",
                          "scripts/briefbook/authoring/new_site")
      for path in sorted((ROOT / folder).rglob("*")) if path.is_file()),
]  # fmt: skip


@pytest.mark.parametrize("path", HOSTED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_default_branch_is_asked_for_and_never_guessed(path: Path) -> None:
    assert re.findall(r"\b(?:main|master|trunk)\b", path.read_text()) == []


def test_what_must_pass_runs_in_a_merge_queue_too() -> None:
    for name in ("review", "test"):
        assert {"pull_request", "merge_group"} <= set(
            _read(ROOT / f".github/workflows/{name}.yml")["on"]
        )


def test_the_tests_run_on_the_oldest_python_that_is_promised_and_on_a_newer_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    oldest = project["requires-python"].removeprefix(">=")
    run_on = _read(ROOT / ".github/workflows/test.yml")["jobs"]["test"]["strategy"]["matrix"]
    minors = [int(version.removeprefix("3.")) for version in run_on["python"]]
    assert run_on["python"][0] == oldest
    assert len(minors) > 1 and minors == sorted(set(minors))
    assert f"--python-version {oldest} " in (ROOT / "Makefile").read_text()


def test_what_runs_on_other_systems_exists() -> None:
    job = _read(ROOT / ".github/workflows/test.yml")["jobs"]["elsewhere"]
    assert job["strategy"]["matrix"]["system"] == ["macos-latest", "windows-latest"]
    folders = re.findall(r"\btests/\S+", " ".join(step.get("run", "") for step in job["steps"]))
    assert folders and [name for name in folders if not (ROOT / name).is_dir()] == []


def test_the_job_for_strangers_can_only_read_and_holds_no_secret() -> None:
    text = (ROOT / ".github/workflows/review.yml").read_text()
    jobs = _read(ROOT / ".github/workflows/review.yml")["jobs"]
    assert [job["permissions"] for job in jobs.values()] == [{"contents": "read"}]
    assert "secrets." not in text
    assert "github.token" not in text


def test_the_job_that_may_comment_runs_nothing_of_the_pull_request() -> None:
    job = _read(ROOT / ".github/workflows/comment.yml")["jobs"]["comment"]
    checkouts = [step for step in job["steps"] if "checkout@" in step.get("uses", "")]
    assert [set(step["with"]) for step in checkouts] == [{"persist-credentials", "fetch-depth"}]
    commands = " ".join(step.get("run", "") for step in job["steps"])
    assert "head_branch" not in commands
    assert "${{" not in commands


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.stem)
def test_fields_of_forms_are_fields_of_the_format(path: Path) -> None:
    reference = (ROOT / "docs/schema/v1/brief.schema.json").read_text()
    labels = [part["attributes"]["label"] for part in _read(path)["body"]]
    for label in labels:
        assert label in ("url", "record") or f'"{label}"' in reference, label


def test_a_bug_of_the_program_is_never_taken_for_a_piece_of_a_brief() -> None:
    labels = {part["attributes"].get("label") for part in _read(BUG)["body"]} - {None}
    content = {part["attributes"]["label"] for path in CONTENT for part in _read(path)["body"]}
    assert {"What you did", "The version"} <= labels
    assert not labels & content
    issue = "\n\n".join(f"### {label}\n\nx" for label in sorted(labels))
    with pytest.raises(WrongUse):
        snippet(issue, DAY)
    heading = re.findall(r"'### (\w+)'", (ROOT / ".github/workflows/snippet.yml").read_text())
    assert heading and not any(f"### {word}" in issue for word in heading)
