"""The guides for newcomers, followed line by line in an empty folder by somebody who reads no more.

What a line installs is there already: `pip` and the making of environments only note what was
asked of them. All else is done as it stands in the guide.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from real_site import ROOT

pytestmark = pytest.mark.site
GUIDE = ROOT / "docs/guide"
BIN = Path(sys.executable).parent
_BLOCK = re.compile(r"^```(\w+)[^\n]*\n(.*?)^```$", re.M | re.S)
_STUBS = {
    "pip": 'echo "$@" >> "$NOTED"\n',
    "python3": '[ "$2" = venv ] || exec "$REAL" "$@"\nmkdir -p "$3/bin"; touch "$3/bin/activate"\n',
    "py": 'exec python3 "$@"\n',
}


class Follower:
    """Somebody who types what a guide says."""

    def __init__(self, tmp_path: Path) -> None:
        self.tools = tmp_path / "tools"
        self.here = tmp_path / "here"
        self.noted = tmp_path / "noted"
        for folder in (self.tools, self.here):
            folder.mkdir()
        for name, text in _STUBS.items():
            (self.tools / name).write_text(f"#!/bin/sh\n{text}")
            (self.tools / name).chmod(0o755)

    def types(self, lines: str) -> str:
        """Type some lines; what was said. The preview is ended after a while."""
        lines = re.sub(
            r"^briefbook serve$",
            "timeout -k 20 -s INT 3 briefbook serve --port 0 || "
            "case $? in 124|137) ;; *) exit 1;; esac",
            lines,
            flags=re.M,
        )
        lines = lines.replace(r".venv\Scripts\activate", "source .venv/bin/activate")
        end = self.tools / "end"
        done = subprocess.run(
            ["bash", "-e", "-c", f'{lines}\npwd > "{end}"'],
            cwd=self.here,
            env={
                **os.environ,
                "PATH": f"{self.tools}:{BIN}:{os.environ['PATH']}",
                "REAL": sys.executable,
                "NOTED": str(self.noted),
                "BRIEFBOOK_TODAY": "2026-11-23",
                "NO_MKDOCS_2_WARNING": "1",
                "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
                "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, (lines, done.stdout, done.stderr)
        self.here = Path(end.read_text().strip())
        return done.stdout + done.stderr

    def fills(self, blank: str) -> None:
        """Put a line or two of a guide where the newest brief has that blank."""
        brief = max((self.here / "briefings").glob("*.yml"), key=lambda path: path.stat().st_mtime)
        text, key = brief.read_text(), re.escape(blank.split(":", maxsplit=1)[0])
        assert re.search(rf"^{key}:.*$", text, re.M), key
        brief.write_text(re.sub(rf"^{key}:.*$", blank.rstrip("\n"), text, count=1, flags=re.M))


def blocks(page: str, start: str = "", end: str = "") -> list[tuple[str, str]]:
    """The blocks of a guide from one heading to another: language and text."""
    text = (GUIDE / page).read_text()
    text = text[text.index(start) if start else 0 :]
    return _BLOCK.findall(text[: text.index(end) if end else len(text)])


def test_start_a_site(tmp_path: Path) -> None:
    follower = Follower(tmp_path)
    for language, text in blocks("start.md"):
        if language == "sh":
            follower.types(text)
        else:
            follower.fills(text)
    assert follower.noted.read_text() == "install briefbook\n"
    page = follower.here / "site/briefings/our-first/index.html"
    assert "It did, by the one gauge that was read." in page.read_text()


def test_add_briefs_to_your_mkdocs_site(tmp_path: Path) -> None:
    follower = Follower(tmp_path)
    (follower.here / "docs").mkdir()
    (follower.here / "docs/index.md").write_text("# Ours\n")
    settings = "site_name: Ours\ntheme: material\n"
    (follower.here / "mkdocs.yml").write_text(settings)
    steps = re.findall(r"`((?:pip|mkdir|briefbook) [^`]+)`", (GUIDE / "beside.md").read_text())
    for line in steps[:3]:
        follower.types(line)
    whole, *_ = (text for language, text in blocks("beside.md") if language == "yaml")
    (follower.here / "mkdocs.yml").write_text(settings + whole)
    for _, text in blocks("start.md", "## Write a brief", "## See it"):
        if "briefbook" not in text:
            follower.fills(text)
    follower.types("mkdocs build --quiet")
    page = (follower.here / "site/briefings/our-first/index.html").read_text()
    assert "It rained on the day of the fair" in page
    assert (follower.here / "site/claims/index.html").is_file()


@pytest.mark.parametrize("host", ["github", "gitlab", "forgejo"])
def test_set_up_review(tmp_path: Path, host: str) -> None:
    follower = Follower(tmp_path)
    follower.types(
        "briefbook new site . --name Ours --author A\n"
        "git init --quiet --initial-branch main\ngit add --all\ngit commit --quiet -m begin\n"
        "git init --quiet --bare ../host\ngit remote add origin ../host\n"
        "git push --quiet --set-upstream origin main"
    )
    (first, last) = (text for language, text in blocks("hosts.md") if language == "sh")
    follower.types(first.replace("workflows github", f"workflows {host}"))
    pushed = subprocess.run(
        ["git", "ls-tree", "-r", "--name-only", "main"],
        cwd=tmp_path / "host", capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    named = {
        "github": ".github/workflows/review.yml",
        "gitlab": ".gitlab/briefbook.yml",
        "forgejo": ".forgejo/workflows/review.yml",
    }
    assert named[host] in pushed
    follower.types(last)
    assert (follower.here / "report/comment.md").is_file()
    assert (follower.here / "report/findings.sarif").is_file()


def test_what_the_guide_shows_of_the_files_of_hosts_is_in_them(tmp_path: Path) -> None:
    follower = Follower(tmp_path)
    for host in ("github", "gitlab"):
        follower.types(f"briefbook new site {host} --host {host}")
    action, included = (text for language, text in blocks("hosts.md") if language == "yaml")
    written = (follower.here / "github/.github/workflows/review.yml").read_text()
    assert re.search(r"briefbook/briefbook@\S+", action)[0] in written  # type: ignore[index]
    inputs = yaml.safe_load((ROOT / "action.yml").read_text())["inputs"]
    apart = {"token", "preview-repository", "preview-token"}  # for one command alone
    assert yaml.safe_load(action)[0]["with"].keys() == inputs.keys() - apart
    assert included.strip() in (follower.here / "gitlab/.gitlab-ci.yml").read_text()
    table = re.findall(r"^\| `(.+?)` \|", (GUIDE / "hosts.md").read_text(), re.M)
    there = [path.stem for path in (follower.here / "github/.github/workflows").iterdir()]
    assert sorted(table) == sorted(there)


def test_on_windows(tmp_path: Path) -> None:
    follower = Follower(tmp_path)
    mine, theirs, tests = (text for _, text in blocks("windows.md"))
    follower.types(mine)
    assert (follower.here / "site/index.html").is_file()
    assert follower.noted.read_text() == "install briefbook\n"
    make = (ROOT / "Makefile").read_text()
    for line in (*theirs.splitlines(), *tests.splitlines()):
        if line.startswith("pip install"):
            assert f"$(PIP) {line.removeprefix('pip ')}\n" in make, line
    assert "\t$(BIN)/briefbook build\n" in make
    assert theirs.splitlines()[-1] == "briefbook build"
    options = tests.splitlines()[-1].removeprefix("python -m pytest ").replace('"', "'")
    assert options.removeprefix("-n 2 ") in make


def test_addresses_that_are_taken_are_named(built: Path) -> None:
    text = (GUIDE / "beside.md").read_text()
    line = next(one for one in text.splitlines() if one.startswith("These addresses are taken"))
    named = set(re.findall(r"`([a-z]+)/`", line))
    there = {path.name for path in (built / "site").iterdir() if path.is_dir()}
    assert there - {"about", "assets", "guide", "decisions", "performance"} == named


def test_write_your_first_brief_in_a_site_of_your_own(tmp_path: Path) -> None:
    follower = Follower(tmp_path)
    follower.types("briefbook new site . --name Ours --author A")
    text = (GUIDE / "first-brief.md").read_text()
    library = text[text.index("## In a site of your own") : text.index("## Start the file")]
    entries = re.findall(r"`(\S+\.yml)`:\n\n```yaml\n(.*?)```", library, re.S)
    assert len(entries) == 2
    for path, entry in entries:
        place = follower.here / path
        place.write_text((place.read_text() if place.exists() else "") + entry)
    brief = follower.here / "briefings/sberbank-teams-up.yml"
    parts: dict[str, str] = {}
    told: list[tuple[str, str]] = []
    checked = ""
    tutorial = text[text.index("## Start the file") : text.index("## Before you publish")]
    for language, block in _BLOCK.findall(tutorial):
        if language == "yaml":
            parts[block.split(":")[0]] = block  # a second try of a part takes the first one's place
            brief.write_text("\n".join(parts.values()))
        elif language == "sh" and block.startswith("briefbook check"):
            checked = follower.types(f"{block.strip()} || true")
        elif language == "sh" and "serve" not in block:
            follower.types(block)
        elif language == "text":
            told.append((block, checked))
    assert len(told) == 3
    for said, found in told:
        lines = [line for line in said.splitlines() if not line.lstrip().startswith("docs:")]
        assert [line for line in lines if line not in found.splitlines()] == []
    assert told[-1][1] == "no findings\n"
    follower.types("briefbook build")
    page = (follower.here / "site/briefings/sberbank-teams-up/index.html").read_text()
    words = re.sub("<[^>]+>|&#[0-9]+;", "", page).replace("\xa0", " ")
    assert "for it: 1 link, 1 independent origin" in words
