"""Packages beside a project, laid out as an installer leaves them."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

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
