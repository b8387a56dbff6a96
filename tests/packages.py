"""Packages beside a project, laid out as an installer leaves them."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefbook.exporters import exporters
from briefbook.lint.profiles import profiles
from briefbook.model.scales import all_terms, scales
from briefbook.pages.records import record_displays
from briefbook.publish.handwritten import known_slots
from briefbook.rules import all_rules, change_rules
from briefbook.rules.retired import all_retired
from harness import Project


@dataclass(frozen=True)
class Run:
    """What a run in a process of its own left behind."""

    code: int
    stdout: str
    stderr: str


@dataclass(frozen=True)
class Acme:
    """A folder for packages, and a project beside it."""

    folder: Path
    project: Project

    def install(self, files: dict[str, str], groups: dict[str, str], name: str = "acme") -> None:
        """Lay out what an installer would: modules, metadata, entry points."""
        home = Project(self.folder)
        for path, text in files.items():
            home.write(path, text)
        points = [f"[{group}]\nacme = {target}\n" for group, target in groups.items()]
        info = f"{name}-1.0.dist-info"
        home.write(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        home.write(f"{info}/entry_points.txt", "\n".join(points))

    def run(self, *arguments: str) -> Run:
        """Run the command, with the package where Python looks for packages."""
        done = subprocess.run(
            [sys.executable, "-m", "briefbook", *arguments],
            cwd=self.project.root,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join(
                    part for part in (str(self.folder), os.environ.get("PYTHONPATH")) if part
                ),
                "PYTHONDONTWRITEBYTECODE": "1",
            },
            capture_output=True,
            text=True,
            check=False,
        )
        return Run(done.returncode, done.stdout, done.stderr)

    def here(self, *arguments: str) -> Run:
        """Run the command in this process, at a tenth of the cost.

        Forms, engines and commands of the package are not known then: they are found while the
        command line is imported, so whoever tests them calls `run`.
        """
        with self._among_packages():
            done = self.project.run(*arguments)
        return Run(done.exit_code, done.stdout, done.stderr)

    @contextmanager
    def _among_packages(self) -> Iterator[None]:
        """With the package where Python looks for packages; before and after, it is unknown."""
        before = set(sys.modules)
        with pytest.MonkeyPatch.context() as patch:
            patch.syspath_prepend(self.folder)
            patch.setattr(sys, "dont_write_bytecode", True)
            _forget()
            try:
                yield
            finally:
                for name in set(sys.modules) - before:
                    if name.split(".")[0] == "acme":
                        del sys.modules[name]
                _forget()


def _forget() -> None:
    for found in (
        all_retired,
        all_rules,
        all_terms,
        change_rules,
        exporters,
        known_slots,
        profiles,
        record_displays,
        scales,
    ):
        found.cache_clear()
