"""What somebody without this repository does: installs the wheel, or the hook, into nothing.

The packages that Briefbook needs come from the package index, as they would there.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from harness import SOUND, Project
from real_site import ROOT

pytestmark = pytest.mark.site
BIN = Path(sys.executable).parent


def _newest_python() -> str:
    """The newest interpreter at hand, found by name or where pyenv keeps its own."""
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = [(3, int(path.name.split(".")[1]), str(path / "bin/python"))
             for path in kept.glob("3.*") if (path / "bin/python").exists()]  # fmt: skip
    for minor in range(11, 30):
        place = shutil.which(f"python3.{minor}")
        if place and _runs(place):
            found.append((3, minor, place))
    found.append((*sys.version_info[:2], sys.executable))
    return max(found)[2]


def _runs(place: str) -> bool:
    return subprocess.run([place, "-V"], capture_output=True, check=False).returncode == 0


def _run(*arguments: str | Path, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        [str(part) for part in arguments],
        cwd=cwd,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(cwd),
            "PIP_NO_COMPILE": "1",
            "PIP_QUIET": "1",
            "BRIEFBOOK_TODAY": "2026-11-23",
            "NO_MKDOCS_2_WARNING": "1",
            **{name: value for name, value in os.environ.items() if name.startswith("PIP_")},
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_in_an_empty_environment_of_the_newest_python(tmp_path: Path) -> None:
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path, cwd=ROOT)
    (wheel,) = tmp_path.glob("*.whl")
    newest = _newest_python()
    _run(newest, "-m", "venv", "empty", cwd=tmp_path)
    _run("empty/bin/python", "-m", "pip", "install", wheel, cwd=tmp_path)
    briefbook = tmp_path / "empty/bin/briefbook"
    assert re.fullmatch(r"briefbook.* \d+\.\d+\.\d+\n", _run(briefbook, "--version", cwd=tmp_path))
    _run(briefbook, "new", "site", "desk", "--host", "github", cwd=tmp_path)
    desk = tmp_path / "desk"
    assert _run(briefbook, "check", cwd=desk) == "no findings\n"
    _run(briefbook, "build", cwd=desk)
    page = desk / "site/briefings/example/index.html"
    whole = page.read_bytes()
    _run("../empty/bin/mkdocs", "build", "--quiet", cwd=desk)
    assert page.read_bytes() == whole


def test_the_hook_in_a_repository_with_briefs(tmp_path: Path) -> None:
    clone = tmp_path / "briefbook"
    subprocess.run(["git", "clone", "--quiet", "--depth=1", ROOT.as_uri(), clone], check=True)
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", clone)
    revision = Project(clone).commit("as it is")
    desk = Project(tmp_path / "desk")
    desk.write_standard()
    desk.write("briefings/small.yml", SOUND)
    desk.write(
        ".pre-commit-config.yaml",
        f"repos:\n  - repo: {clone}\n    rev: {revision}\n    hooks:\n      - id: briefbook-check\n"
        "        args: [--fail-on, error]\n",
    )
    desk.commit("briefs")
    hooks = (BIN / "pre-commit", "run", "--all-files")
    around = {"PRE_COMMIT_HOME": str(tmp_path / "hooks"), "PATH": f"{BIN}:{os.environ['PATH']}"}
    assert "Passed" in _run(*hooks, cwd=desk.root, **around)
    desk.write("briefings/small.yml", SOUND.replace("verdict: supported", "verdict: suported"))
    desk.git("add", "--all")
    with pytest.raises(AssertionError, match="suported"):
        _run(*hooks, cwd=desk.root, **around)
    desk.git("checkout", "--quiet", "HEAD", "--", ".")
    desk.write("README.md", "no brief")
    desk.git("add", "--all")
    only = _run(BIN / "pre-commit", "run", cwd=desk.root, **around)
    assert "Skipped" in only
