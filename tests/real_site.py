"""A copy of the real project, built once for all tests of a run."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from harness import SOUND, Project
from ready_program import ready_program

ROOT = Path(__file__).parents[1]
TODAY = "2026-11-30"


def copy_project(folder: Path, *, small: bool = False) -> Path:
    """The real briefs (or one small one), pages and settings, in a folder of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    if small:
        Project(folder).write_standard()
        Project(folder).write("briefings/small.yml", SOUND)
    else:
        shutil.copytree(ROOT / "briefings", folder / "briefings")
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def command(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a process of its own: ours ready to run, but where Python itself is told
    something; others from nothing."""
    anew = arguments[0] != "briefbook" or any(name.startswith("PYTHON") for name in environment)
    start = [sys.executable, "-m", arguments[0]] if anew else [ready_program() / "briefbook"]
    return subprocess.run(
        [*start, *arguments[1:]],
        cwd=cwd,
        env={**os.environ, "BRIEFBOOK_TODAY": TODAY, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def tree(folder: Path) -> dict[str, bytes]:
    """All files below a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder made by the first worker that asks for it; the others wait, and only read."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, done = shared / name, shared / f"{name}.made"
    with FileLock(shared / f"{name}.lock"):
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            make(folder)
            done.touch()
    return folder


def _build(folder: Path) -> None:
    result = command("briefbook", "build", cwd=copy_project(folder))
    assert result.returncode == 0, result.stderr


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, built with `briefbook build`; its site is in site/. Tests only read it."""
    return once(tmp_path_factory, "real", _build)
