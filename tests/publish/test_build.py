"""Building: the same bytes everywhere, whole or not at all."""

import fcntl
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefbook.project.wrong_use import WrongUse
from briefbook.publish.link_check import BrokenLink, broken_links
from briefbook.publish.site_scan import scan_of
from briefbook.publish.swap import recover, swap_in
from briefbook.publish.sync import sync
from briefbook.text.artifact import Artifact
from real_site import command, copy_project, tree


def test_no_link_leads_nowhere(built: Path) -> None:
    assert broken_links(built / "site", scan_of(built / "site"), "/briefbook/") == []


def test_same_bytes_in_another_place_time_zone_and_hash_seed(built: Path, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "another place")
    result = command(
        "briefbook", "compile", cwd=project, TZ="Asia/Tokyo", LC_ALL="C", PYTHONHASHSEED="7"
    )
    assert result.returncode == 0, result.stderr
    here, there = tree(built / "build" / "docs"), tree(project / "build" / "docs")
    assert here.keys() == there.keys()
    assert [name for name in here if here[name] != there[name]] == []


def test_a_second_compile_touches_nothing(built: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(built, project, ignore=shutil.ignore_patterns("site", ".lock"))
    docs = project / "build" / "docs"
    before = {path: path.stat().st_mtime_ns for path in docs.rglob("*")}
    result = command("briefbook", "compile", cwd=project)
    assert result.returncode == 0
    assert ": 0 files written" in result.stderr
    assert {path: path.stat().st_mtime_ns for path in docs.rglob("*")} == before


def test_what_is_gone_is_deleted(tmp_path: Path) -> None:
    sync([Artifact("a/b.md", b"1"), Artifact("c.md", b"2")], tmp_path / "docs")
    done = sync([Artifact("c.md", b"3")], tmp_path / "docs")
    assert (done.written, done.unchanged, done.deleted) == (1, 0, 1)
    assert tree(tmp_path / "docs") == {"c.md": b"3"}
    assert not (tmp_path / "docs" / "a").exists()


def test_no_artifact_leaves_the_folder(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="outside"):
        sync([Artifact("../x", b"")], tmp_path / "docs")
    assert not (tmp_path / "x").exists()


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A small project with a site that was built before."""
    project = copy_project(tmp_path / "project", small=True)
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("old")
    return project


def test_errors_stop_publication_and_the_old_site_stays(published: Path) -> None:
    project, before = published, tree(published / "site")
    brief = project / "briefings" / "small.yml"
    brief.write_text(brief.read_text().replace("status: draft", "status: finished"))
    result = command("briefbook", "build", cwd=project)
    assert result.returncode == 1
    assert "SCH003" in result.stderr
    plain = command("mkdocs", "build", cwd=project)
    assert plain.returncode != 0
    assert "SCH003" in plain.stderr
    assert "Traceback" not in plain.stderr
    assert tree(project / "site") == before


def test_a_failing_engine_leaves_the_old_site(published: Path) -> None:
    project, before = published, tree(published / "site")
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text().replace("plugins: [briefbook]", "plugins: [no-such-plugin]")
    )
    result = command("briefbook", "build", cwd=project)
    assert result.returncode == 2
    assert len(result.stderr.strip().splitlines()) == 1
    assert "no-such-plugin" in result.stderr
    assert tree(project / "site") == before
    assert not (project / "site.building").exists()


def test_two_builds_at_once(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", small=True)
    (project / "build").mkdir()
    with (project / "build" / ".build-lock").open("a") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        result = command("briefbook", "build", cwd=project)
    assert result.returncode == 2
    assert result.stderr.strip().splitlines() == [
        f"briefbook: another briefbook is writing to {project / 'build'}; wait for it"
    ]


@pytest.mark.parametrize("in_one_step", [True, False])
def test_swap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_one_step: bool) -> None:
    if not in_one_step:
        monkeypatch.setattr("briefbook.publish.swap._exchanged", lambda one, other: False)
    for name in ("first", "second"):
        new = tmp_path / "new"
        new.mkdir()
        (new / "index.html").write_text(name)
        swap_in(new, tmp_path / "site")
        assert tree(tmp_path) == {"site/index.html": name.encode()}


def test_recovery_after_a_crash_between_two_renames(tmp_path: Path) -> None:
    (tmp_path / "site.old").mkdir()
    (tmp_path / "site.old" / "index.html").write_text("old")
    recover(tmp_path / "site")
    assert tree(tmp_path) == {"site/index.html": b"old"}


def test_broken_links_are_found(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text(
        '<a href="a/">x</a><a href="a/#no">y</a><a href="/b/">z</a>'
    )
    (tmp_path / "a" / "index.html").write_text('<p id="yes"><a href="../#">t</a></p>')
    assert broken_links(tmp_path, scan_of(tmp_path)) == [
        BrokenLink("index.html", "/b/"),
        BrokenLink("index.html", "a/#no"),
    ]


def test_what_stops_a_rendering_leaves_everything_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    assert sync([Artifact("a/x.md", b"1"), Artifact("b.md", b"2")], folder).written == 2
    before = tree(folder)

    def broken() -> Iterator[Artifact]:
        yield Artifact("a/x.md", b"another")
        yield Artifact("c/d/e.md", b"new")
        raise WrongUse("no")

    with pytest.raises(WrongUse):
        sync(broken(), folder)
    assert tree(folder) == before
    assert not (tmp_path / ".staged").exists()


@pytest.mark.parametrize("path", ["../x", "/x", "a/../../x", "a//x", "./x"])
def test_nothing_is_written_outside(tmp_path: Path, path: str) -> None:
    with pytest.raises(WrongUse, match="outside"):
        sync([Artifact(path, b"")], tmp_path / "docs")
