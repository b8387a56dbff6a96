"""Sites on GitLab and Forgejo, and the scripts that run there."""

import os
import subprocess
from pathlib import Path
from typing import Any

import yaml
from expressions import filled, holds
from fake_github import FakeGitHub
from hosted import DUE
from runner import BIN, TOLD

from harness import Project
from ready_program import ready_program


class FakeForgejo(FakeGitHub):
    """Forgejo answers like GitHub, fifty at a time, and its own bot has the number -2."""

    def answer(self, method: str, path: str, data: dict[str, str]) -> tuple[int, Any]:
        """The status and body for a request."""
        status, body = super().answer(method, path.removeprefix("/api/v1"), data)
        for one in body if isinstance(body, list) else [body]:
            if one.get("user") == {"id": 41898282}:
                one["user"] = {"id": -2}
            if "number" in one and "body" in one:
                one["pull_request"] = None
        return status, body[:50] if isinstance(body, list) else body


def site(tmp_path: Path, host: str, folder: str = "") -> Project:
    """A new site for a host, in a repository with a change of it on a branch."""
    mine = Project(tmp_path / "mine")
    mine.root.mkdir()
    mine.git("init", "--quiet")
    made = mine.run("new", "site", folder or ".", "--host", host, "--today", "2026-11-23")
    assert made.exit_code == 0, made.stderr
    mine.commit("a site")
    mine.git("checkout", "--quiet", "-b", "change")
    brief = mine.root / folder / "briefings/example.yml"
    brief.write_text(brief.read_text().replace("verdict: refuted", "verdict: contested"))
    mine.commit("a change")
    return mine


def shell(project: Project, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a script as a runner of these hosts does; what it installs is there already."""
    tools = project.root.parent / "tools"
    tools.mkdir(exist_ok=True)
    for name in ("pip", "apt-get"):
        (tools / name).write_text("#!/bin/sh\nexit 0\n")
        (tools / name).chmod(0o755)
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        cwd=project.root,
        env={
            "PATH": f"{tools}:{ready_program()}:{BIN}:{os.environ['PATH']}",
            "HOME": str(project.root.parent),
            "BRIEFBOOK_TODAY": "2026-11-23",
            "NO_MKDOCS_2_WARNING": "1",
            "LANG": "C.UTF-8",
            **TOLD,
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def checked_out(mine: Project, at: str) -> Project:
    """A clone as a runner has it."""
    clone = Project(mine.root.parent / "clone")
    subprocess.run(["git", "clone", "--quiet", mine.root, clone.root], check=True)
    clone.git("checkout", "--quiet", "--detach", at)
    return clone


def gitlab_script(project: Project, job: str) -> str:
    jobs = yaml.safe_load((project.root / ".gitlab/briefbook.yml").read_text())
    folder = jobs[".briefbook"]["variables"]["PROJECT"]
    lines = [*jobs[".briefbook"]["before_script"], *jobs[job]["script"]]
    return "\n".join([f"PROJECT={folder}", *lines])


def forgejo_steps(
    project: Project, workflow: str, event: dict[str, Any], **environment: str
) -> list[subprocess.CompletedProcess[str]]:
    path = project.root / f".forgejo/workflows/{workflow}.yml"
    (job,) = yaml.safe_load(path.read_text())["jobs"].values()
    context = {
        "github": {
            "event": event, "token": "secret", "repository": "desk/briefs",
            "ref": "refs/heads/main",
        }
    }  # fmt: skip
    assert holds(job.get("if", "true"), context)
    done: list[subprocess.CompletedProcess[str]] = []
    for step in job["steps"]:
        failed = any(one.returncode for one in done)
        if "run" not in step or not holds(step.get("if", "true"), context, failed=failed):
            continue
        own = {name: filled(text, context) for name, text in step.get("env", {}).items()}
        done.append(shell(project, step["run"], **job["env"], **environment, **own))
    return done


def only_due(mine: Project) -> None:
    """Let the one brief that is due be the only one."""
    for path in (mine.root / "briefings").rglob("*.yml"):
        path.unlink()
    mine.write("briefings/due.yml", DUE)
