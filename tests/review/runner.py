"""Runs a job of a workflow as GitHub's runner does: in a clean folder, step by step."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from expressions import filled, holds
from hosted import Host

from ready_program import ready_program
from real_site import ROOT

BIN = Path(sys.executable).parent
TOLD = {
    name: value for name, value in os.environ.items() if name.startswith(("PIP_", "PYTHONPATH"))
}
"""What a machine is told besides: how to install, and where the program is that is tested."""


@dataclass
class Outcome:
    """What a job left: its log, whether it went well, outputs, artifacts by name, the summary."""

    log: str = ""
    ok: bool = True
    outputs: dict[str, str] = field(default_factory=dict)
    artifacts: dict[str, Path] = field(default_factory=dict)
    deployed: bool = False
    summary: str = ""


@dataclass
class Runner:
    """A machine with a token for a host, and an event that happened there.

    With `installs`, the step that installs the program does so; else the one of this environment
    is used. With `built`, a step that builds takes this site instead. With `links`, this shell
    script runs in place of `briefbook links`; its last argument is the file to write. `previews`
    is the repository that shows the pages of changes.
    """

    home: Path
    host: Host
    name: str
    event: dict[str, Any]
    installs: bool = False
    built: Path | None = None
    links: str = ""
    previews: str = ""

    def run(self, workflow: Path, job: str) -> Outcome:
        """Run one job of a workflow; what is said of the others is not looked at."""
        self._workspace = self.home / "workspace"
        self._temp = self.home / "temp"
        for folder in (self._workspace, self._temp):
            folder.mkdir(parents=True)
        (self._temp / "event.json").write_text(json.dumps(self.event))
        self._done = Outcome()
        asked = _read(workflow)["jobs"][job]
        context = self._context({})
        assert holds(asked.get("if", "true"), context), "the job would not run"
        self._steps(asked["steps"], context)
        self._done.outputs = {
            name: filled(text, context) for name, text in asked.get("outputs", {}).items()
        }
        return self._done

    def _context(self, inputs: dict[str, str]) -> dict[str, Any]:
        return {
            "github": {
                "event": self.event,
                "event_name": self.name,
                "token": self.host.token,
                "repository_owner": "desk",
                "action_path": str(ROOT),
                "ref": self.event.get("ref", "refs/heads/main"),
                "sha": "",
            },
            "runner": {"temp": str(self._temp)},
            "vars": {"BRIEFBOOK_PREVIEWS": self.previews},
            "secrets": {"BRIEFBOOK_PREVIEW_TOKEN": self.host.token},
            "inputs": inputs,
            "steps": {},
        }

    def _steps(self, steps: list[dict[str, Any]], context: dict[str, Any]) -> None:
        failed = False
        for number, step in enumerate(steps):
            name = step.get("id", f"step-{number}")
            condition = step.get("if", "true")
            if not holds(condition, context, failed=failed):
                continue
            outputs: dict[str, str] = {}
            good = self._step(step, context, outputs)
            failed |= not good
            outcome = "success" if good else "failure"
            context["steps"][name] = {"outputs": outputs, "outcome": outcome}
        self._done.ok &= not failed

    def _step(self, step: dict[str, Any], context: dict[str, Any], outputs: dict[str, str]) -> bool:
        with_ = {name: filled(text, context) for name, text in step.get("with", {}).items()}
        used = step.get("uses", "").partition("@")[0].strip()
        match used:
            case "":
                return self._shell(step, context, outputs)
            case "actions/checkout":
                return self._checkout(with_)
            case "actions/setup-python":
                return True
            case "actions/upload-artifact" | "actions/upload-pages-artifact":
                path = self._workspace / with_["path"]
                if path.exists():
                    kept = self.home / "artifacts" / with_.get("name", "github-pages")
                    shutil.copytree(path, kept)
                    self._done.artifacts[kept.name] = kept
                return path.exists() or with_.get("if-no-files-found") == "ignore"
            case "actions/deploy-pages":
                self._done.deployed = True
                return True
            case "briefbook/briefbook" | "./":
                return self._action(with_, outputs)
        raise AssertionError(f"unknown action: {used}")

    def _action(self, given: dict[str, str], outputs: dict[str, str]) -> bool:
        action = _read(ROOT / "action.yml")
        assert not given.keys() - action["inputs"].keys()
        outer = self._context({})
        known = {
            name: filled(one.get("default", ""), outer) for name, one in action["inputs"].items()
        }
        context = self._context(known | given)
        before, self._done.ok = self._done.ok, True
        self._steps(action["runs"]["steps"], context)
        good, self._done.ok = self._done.ok, before
        for name, one in action["outputs"].items():
            outputs[name] = filled(one["value"], context)
        return good

    def _checkout(self, with_: dict[str, str]) -> bool:
        assert with_["persist-credentials"] == "false"
        self._git("init", "--quiet")
        self._git("remote", "add", "origin", f"{self.host.url}/desk/briefs.git")
        ref = with_.get("ref") or "HEAD"
        depth = ["--depth=1"] if with_.get("fetch-depth") != "0" else []
        key = f"http.{self.host.url}/.extraheader=AUTHORIZATION: basic {self.host.basic}"
        everything = ["+refs/heads/*:refs/remotes/origin/*"] if not depth else []
        self._git("-c", key, "fetch", "--quiet", *depth, "origin", ref, *everything)
        self._git("checkout", "--quiet", "--detach", "FETCH_HEAD")
        return True

    def _git(self, *arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=self._workspace, check=True, capture_output=True)

    def _shell(
        self, step: dict[str, Any], context: dict[str, Any], outputs: dict[str, str]
    ) -> bool:
        if step.get("name") == "Install" and not self.installs:
            folder = self._temp / "briefbook/bin"
            folder.mkdir(parents=True)
            for name in ("briefbook", "python"):
                instead = f'if [ "$1" = links ]; then\n{self.links}\nfi\n' if self.links else ""
                tool = (ready_program() if name == "briefbook" else BIN) / name
                (folder / name).write_text(f'#!/bin/sh\n{instead}exec "{tool}" "$@"\n')
                (folder / name).chmod(0o755)
            return True
        if self.built and step.get("name", "").startswith("Build"):
            shutil.copytree(self.built, self._workspace / context["inputs"]["project"] / "site")
            return True
        told, summary = self._temp / "output", self._temp / "summary"
        told.write_text("")
        environment = {name: filled(text, context) for name, text in step.get("env", {}).items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self._workspace,
            env=self._environment(told, summary) | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        self._done.log += f"\n## {step.get('name', 'run')}: {done.returncode}\n{done.stdout}"
        self._done.summary = summary.read_text() if summary.exists() else ""
        outputs.update(line.split("=", 1) for line in told.read_text().splitlines())
        return done.returncode == 0

    def _environment(self, told: Path, summary: Path) -> dict[str, str]:
        return {
            "PATH": f"{ready_program()}:{BIN}:{os.environ['PATH']}",
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "BRIEFBOOK_TODAY": "2026-11-23",
            "NO_MKDOCS_2_WARNING": "1",
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(self._workspace),
            "GITHUB_REPOSITORY": "desk/briefs",
            "GITHUB_SERVER_URL": self.host.url,
            "GITHUB_API_URL": self.host.url,
            "GITHUB_EVENT_PATH": str(self._temp / "event.json"),
            "GITHUB_OUTPUT": str(told),
            "GITHUB_STEP_SUMMARY": str(summary),
            "RUNNER_TEMP": str(self._temp),
            "PIP_NO_COMPILE": "1",
        } | TOLD


def _read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(path.read_text(), Loader=yaml.CBaseLoader)
    return found
