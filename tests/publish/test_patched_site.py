"""A site of which little changed is brought up to date, and is the one that would be made anew."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefbook.project.project import open_project
from briefbook.publish.build import building
from briefbook.publish.twin import TWIN
from harness import Project, Result
from random_edits import Edited
from real_site import tree

CONFIG = """\
site_name: Test
site_url: https://example.org/briefs/
theme: {name: material, font: false}
plugins: [briefbook]
extra: {briefbook: {theme: whole}}
markdown_extensions: [attr_list, tables, {toc: {toc_depth: 2, permalink: true}}]
"""
SECOND = "briefings/second.yml"
SOURCES = "briefings/_library/sources/sources.yml"


@pytest.fixture
def site(tmp_path: Path) -> Project:
    """A project whose site was built once."""
    edited = Edited(tmp_path / "project")
    (edited.root / "mkdocs.yml").write_text(CONFIG)
    project = Project(edited.root)
    _build(project)
    return project


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """One for tests that leave it as it was: whoever uses it puts every text back and builds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BRIEFBOOK_TODAY", "2026-11-23")
        edited = Edited(tmp_path_factory.mktemp("kept") / "project")
        (edited.root / "mkdocs.yml").write_text(CONFIG)
        project = Project(edited.root)
        _build(project)
        yield project


def _build(project: Project, *more: str) -> Result:
    """A build that ends with a site; briefs may hold mistakes."""
    told = project.run("build", "--jobs", "1", *more)
    assert "pages in" in told.stderr, told.stderr
    return told


def _says(project: Project, path: str, old: str, new: str) -> None:
    place = project.root / path
    text = place.read_text()
    assert old in text
    place.write_text(text.replace(old, new, 1))


EDITS: dict[str, tuple[bool, Callable[[Project], object]]] = {
    "a word": (True, lambda p: _says(p, SECOND, "It says so.", "It says just so.")),
    "a title": (True, lambda p: _says(p, SECOND, "A second view", "Another <b>view</b> & more")),
    "a verdict": (True, lambda p: _says(p, SECOND, "verdict: unverified", "verdict: refuted")),
    "a grade": (True, lambda p: _says(p, SOURCES, "grade: C", "grade: B")),
    "a brief more": (True, lambda p: p.write(
        "briefings/third.yml", (p.root / SECOND).read_text())),
    "a brief less": (False, lambda p: (p.root / SECOND).unlink()),
    "a brief renamed": (True, lambda p: (p.root / SECOND).rename(p.root / "briefings/2nd.yml")),
    "a hand-written page": (False, lambda p: p.write("docs/index.md", "# Another\n\nWords.\n")),
    "the settings": (False, lambda p: _says(p, "mkdocs.yml", "site_name: Test", "site_name: T")),
}  # fmt: skip


@pytest.mark.parametrize("patched", [True, False])
def test_what_comes_out_is_what_would_be_made_anew(
    site: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, patched: bool
) -> None:
    """One edit after the other: each alone decides whether the engine runs, and is compared."""
    runs = _engine_runs(monkeypatch)
    for number, (name, (is_patched, change)) in enumerate(EDITS.items()):
        if is_patched is not patched:
            continue
        change(site)
        told = _build(site)
        assert (runs == []) is patched, name
        anew = Project(tmp_path / f"anew-{number}")
        shutil.copytree(site.root, anew.root, ignore=shutil.ignore_patterns("site", "build", ".b*"))
        plain = _build(anew, "--no-cache")
        runs.clear()
        assert told.stderr.replace(str(site.root), "") == plain.stderr.replace(str(anew.root), "")
        assert _differing(site.root / "site", anew.root / "site") == [], name
        assert _differing(site.root / "build/docs", anew.root / "build/docs") == [], name
        assert _build(site).stderr.endswith("nothing has changed since\n"), name


def test_what_the_last_build_left_is_looked_at_once(
    site: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large site is hundreds of thousands of files."""
    seen = Counter[str]()
    scan = os.scandir

    def counted(path: str = ".") -> object:
        seen[str(path)] += 1
        return scan(path)

    _says(site, SECOND, "It says so.", "It says just so.")
    monkeypatch.setattr(os, "scandir", counted)
    _build(site)
    monkeypatch.undo()
    folders = [str(site.root / name) for name in ("build/docs", "site", TWIN)]
    ours = {path: times for path, times in seen.items() if path.startswith(tuple(folders))}
    for one in ("search", "search/records", "search/words"):  # few, and gone through by the index
        ours.pop(f"{folders[0]}/{one}")
    assert {*folders} <= ours.keys()
    assert {path: times for path, times in ours.items() if times > 1} == {}


def test_many_edits_in_turn(site: Project, tmp_path: Path) -> None:
    """What the site and its twin differ in is made good each time."""
    brief = (site.root / SECOND).read_text()
    for number in range(3):
        _says(site, SECOND, "It says so", f"It says so {number}")
        _build(site)
        site.write(f"briefings/more-{number}.yml", brief)
        _build(site)
    (site.root / "briefings/more-1.yml").unlink()
    _build(site)
    anew = Project(tmp_path / "anew")
    shutil.copytree(site.root, anew.root, ignore=shutil.ignore_patterns("site", "build", ".b*"))
    _build(anew, "--no-cache")
    assert _differing(site.root / "site", anew.root / "site") == []


@pytest.mark.parametrize(
    "harm",
    [
        lambda p: _flip(next((p.root / ".briefbook/cache").glob("*.db"))),
        lambda p: os.truncate(next((p.root / ".briefbook/cache").glob("*.db")), 5000),
        lambda p: shutil.rmtree(p.root / ".briefbook"),
        lambda p: shutil.rmtree(p.root / "build/.site-before"),
        lambda p: p.write("build/docs/briefings/second/index.md", "# Harm\n"),
        lambda p: p.write("site/briefings/second/index.html", "<p>Harm</p>"),
        lambda p: p.write("build/.site-before/briefings/second/index.html", "<p>Harm</p>"),
        lambda p: p.write(".briefbook/cache/build.json", "{}"),
    ],
    ids=["flipped", "cut", "no cache", "no twin", "docs", "site", "twin", "record"],
)
def test_whatever_was_harmed_is_made_anew(harm: Callable[[Project], object], kept: Project) -> None:
    site = kept
    before = tree(site.root / "site")
    harm(site)
    _says(site, SECOND, "It says so.", "It says just so.")
    _build(site)
    _says(site, SECOND, "It says just so.", "It says so.")
    _build(site)
    after = tree(site.root / "site")
    assert [name for name in before if before[name] != after.get(name)] == []


@pytest.mark.parametrize(
    "between",
    [("build", "--no-cache", "--jobs", "1"), ("compile",), ("check",), ("check", SECOND),
     ("build", "--jobs", "1", "--today", "2027-06-01")],
    ids=["a build without cache", "compiling", "checking", "checking one file", "another day"],
)  # fmt: skip
def test_what_is_done_in_between_leaves_nothing_stale(
    between: tuple[str, ...], kept: Project
) -> None:
    site = kept
    before = tree(site.root / "site")
    _says(site, SECOND, "A second view", "A passing view")
    site.run(*between)
    _says(site, SECOND, "A passing view", "A second view")
    _build(site)
    after = tree(site.root / "site")
    assert [name for name in before if before[name] != after.get(name)] == []
    assert before.keys() == after.keys()


def test_a_build_without_cache_is_kept_for_the_next(
    site: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    _build(site, "--no-cache")
    _says(site, SECOND, "It says so.", "It says just so.")
    runs = _engine_runs(monkeypatch)
    _build(site)
    assert runs == []


PICTURE = b"\x89PNG\r\n"


@pytest.mark.parametrize(
    ("before", "change"),
    [
        ({"docs/guide/a.md": "# A\n\n![x](pic.png)\n"},
         lambda p: p.write("docs/guide/pic.png", PICTURE)),
        ({"docs/guide/a.md": "# A\n\n![x](pic.png)\n", "docs/guide/pic.png": PICTURE},
         lambda p: (p.root / "docs/guide/pic.png").unlink()),
        ({"docs/guide/b.md": "# B\n\n![x](../assets/social/briefings/third.png)\n"},
         lambda p: p.write("briefings/third.yml", (p.root / SECOND).read_text())),
        ({"docs/guide/c.markdown": "# C\n"}, lambda p: p.write("docs/guide/c.markdown", "# D\n")),
        ({"docs/guide/c.markdown": "# C\n"}, lambda p: (p.root / "docs/guide/c.markdown").unlink()),
        ({}, lambda p: p.write("docs/templates/a.txt", "x")),
        ({"docs/assets/images/favicon.png": PICTURE},
         lambda p: (p.root / "docs/assets/images/favicon.png").unlink()),
        ({"docs/more.pdf": b"%PDF"}, lambda p: p.write("docs/more.pdf", b"%PDF 2")),
    ],
    ids=["a picture comes", "a picture goes", "a card comes", "another ending", "it goes",
         "a template", "a file hid the theme's", "a file for readers"],
)  # fmt: skip
def test_files_of_docs(
    before: dict[str, str | bytes], change: Callable[[Project], object], site: Project,
    tmp_path: Path,
) -> None:  # fmt: skip
    for name, content in before.items():
        site.write(name, content)
    _build(site)
    change(site)
    told = _build(site)
    anew = Project(tmp_path / "anew")
    shutil.copytree(site.root, anew.root, ignore=shutil.ignore_patterns("site", "build", ".b*"))
    plain = _build(anew, "--no-cache")
    assert told.stderr.replace(str(site.root), "") == plain.stderr.replace(str(anew.root), "")
    assert _differing(site.root / "site", anew.root / "site") == []


def test_another_command_before_the_second_build_changes_nothing(tmp_path: Path) -> None:
    edited = Edited(tmp_path / "project")
    (edited.root / "mkdocs.yml").write_text(CONFIG)
    held = {path: path.read_bytes() for path in (edited.root / "briefings").rglob("*.yml")}
    for path in held:
        path.unlink()
    site = Project(edited.root)
    _build(site)
    for path, content in held.items():
        path.write_bytes(content)
    site.run("due")
    _build(site)
    anew = Project(tmp_path / "anew")
    shutil.copytree(site.root, anew.root, ignore=shutil.ignore_patterns("site", "build", ".b*"))
    _build(anew, "--no-cache")
    assert _differing(site.root / "site", anew.root / "site") == []


def test_an_older_state_beside_a_newer_site_counts_for_nothing(kept: Project) -> None:
    site = kept
    cache = site.root / ".briefbook/cache"
    (old,) = cache.glob("state-*.db")
    held = old.read_bytes()
    before = tree(site.root / "site")
    _says(site, SECOND, "A second view", "A passing view")
    _build(site)
    for path in cache.glob("state-*.db"):
        path.unlink()
    old.write_bytes(held)
    _says(site, SECOND, "A passing view", "A second view")
    _build(site)
    after = tree(site.root / "site")
    assert [name for name in before if before[name] != after.get(name)] == []


def test_no_other_build_comes_in_between(site: Project) -> None:
    with building(open_project(site.root)):
        _says(site, SECOND, "A second view", "A passing view")
        told = site.run("build", "--jobs", "1")
    assert (told.exit_code, "another briefbook" in told.stderr) == (2, True)


def test_a_kill_leaves_the_old_site_or_the_new_one(site: Project) -> None:
    old = tree(site.root / "site")
    _says(site, SECOND, "A second view", "A killed view")
    command = [sys.executable, "-m", "briefbook", "build", "--jobs", "1"]
    begun = time.monotonic()
    subprocess.run(command, cwd=site.root, check=False, capture_output=True)
    whole = time.monotonic() - begun
    new = tree(site.root / "site")
    assert old != new
    titles = ["A killed view", "A second view"]
    for share in range(1, 13):
        _says(site, SECOND, *titles)
        titles.reverse()
        with subprocess.Popen(
            command, cwd=site.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as run:
            time.sleep(whole * share / 12)
            run.send_signal(signal.SIGKILL)
        assert tree(site.root / "site") in (old, new)
    subprocess.run(command, cwd=site.root, check=False, capture_output=True)
    assert tree(site.root / "site") == new


def _flip(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)


def _differing(one: Path, other: Path) -> list[str]:
    here, there = tree(one), tree(other)
    return sorted(n for n in here.keys() | there.keys() if here.get(n) != there.get(n))


def _engine_runs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A list to which each run of the site engine adds a line."""
    runs: list[str] = []
    from briefbook.publish.engines import mkdocs

    run = mkdocs._run
    monkeypatch.setattr(mkdocs, "_run", lambda *given: (runs.append("run"), run(*given)))
    return runs
