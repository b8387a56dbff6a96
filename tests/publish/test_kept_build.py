"""A build that would be the same again is not made again; anything else counts for nothing."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from briefbook.project.project import open_project
from briefbook.publish.kept_build import KeptBuild, Told, _head
from harness import Project

DAY = date(2026, 11, 28)
TOLD = Told(("1 page", "ünd"), 1)
CONFIG = (
    "site_name: T\ntheme: {name: material, font: false}\nplugins: [briefbook]\n"
    "extra: {briefbook: {theme: whole}}\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    made.write("mkdocs.yml", CONFIG)
    made.write("briefings/a.yml", "title: A\n")
    made.write("briefings/_library/sources/s.yml", "[]\n")
    made.write("docs/index.md", "# T\n")
    made.write("site/index.html", "<p>1</p>")
    made.write("build/docs/index.md", "# 1\n")
    return made


def kept(project: Project, day: date = DAY, engine: str = "mkdocs", asked: str = "") -> KeptBuild:
    return KeptBuild(open_project(project.root), day, engine, asked)


def keep(project: Project) -> None:
    one = kept(project)
    assert one.keep(one.inputs(), TOLD) == ""
    assert kept(project).told() == TOLD


CHANGES: dict[str, Callable[[Project], object]] = {
    "a brief": lambda p: p.write("briefings/a.yml", "title: B\n"),
    "a comment": lambda p: p.write("briefings/a.yml", "title: A\n#\n"),
    "a new brief": lambda p: p.write("briefings/b.yml", "title: B\n"),
    "a brief that is gone": lambda p: (p.root / "briefings/a.yml").unlink(),
    "a brief under another name": lambda p: (p.root / "briefings/a.yml").rename(
        p.root / "briefings/c.yml"
    ),
    "a brief in a folder": lambda p: p.write("briefings/x/b.yml", ""),
    "a brief that became a link": lambda p: _link(p, "briefings/a.yml", "docs/index.md"),
    "the library": lambda p: p.write("briefings/_library/sources/s.yml", "[] \n"),
    "a hand-written page": lambda p: p.write("docs/index.md", "# U\n"),
    "the settings": lambda p: p.write("mkdocs.yml", CONFIG.replace("T", "U")),
    "a tag in the settings": lambda p: p.write("mkdocs.yml", CONFIG + "# x\n"),
    "a page of the site": lambda p: p.write("site/index.html", "<p>2</p>"),
    "a page of the site, alike": lambda p: p.write("site/index.html", "<p>1</p>"),
    "a page that is gone": lambda p: (p.root / "site/index.html").unlink(),
    "a page that came": lambda p: p.write("site/x.html", ""),
    "what was compiled": lambda p: p.write("build/docs/index.md", "# 2\n"),
}


def _link(project: Project, name: str, to: str) -> None:
    (project.root / name).unlink()
    (project.root / name).symlink_to(project.root / to)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_whatever_changes_counts(project: Project, change: Callable[[Project], object]) -> None:
    keep(project)
    change(project)
    assert kept(project).told() is None


def test_times_of_what_is_read_do_not_count(project: Project) -> None:
    keep(project)
    path = project.root / "briefings/a.yml"
    seen = path.stat()
    os.utime(path, (0, 0))
    assert kept(project).told() == TOLD
    path.write_text("title: C\n")
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert path.stat().st_size == seen.st_size
    assert kept(project).told() is None


def test_a_page_of_another_time_counts_though_its_time_says_otherwise(project: Project) -> None:
    keep(project)
    path = project.root / "site/index.html"
    seen = path.stat()
    path.write_text("<p>3</p>")
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert kept(project).told() is None


def test_another_day_engine_or_question_counts(project: Project) -> None:
    keep(project)
    assert kept(project, date(2026, 11, 29)).told() is None
    assert kept(project, engine="zensical").told() is None
    assert kept(project, asked="strict").told() is None


def _flip(raw: bytes) -> bytes:
    return raw[:-10] + bytes([raw[-10] ^ 1]) + raw[-9:]


@pytest.mark.parametrize(
    "damage",
    [
        lambda raw: raw[: len(raw) // 2], lambda raw: b"", _flip, lambda raw: b"\xff" + raw,
        lambda raw: raw.replace(b"cache 1 ", b"cache 2 "), lambda raw: b"\n", lambda raw: raw * 2,
    ],
)  # fmt: skip
def test_a_damaged_record_counts_for_nothing(
    project: Project, damage: Callable[[bytes], bytes]
) -> None:
    keep(project)
    path = project.root / ".briefbook/cache/build.json"
    path.write_bytes(damage(path.read_bytes()))
    assert kept(project).told() is None


@pytest.mark.parametrize("body", ["[]", "3", "nope", "null", '"x"', "{}"])
def test_a_record_of_another_shape_counts_for_nothing(project: Project, body: str) -> None:
    keep(project)
    path = project.root / ".briefbook/cache/build.json"
    path.write_text(f"{_head(body)}\n{body}\n")
    assert kept(project).told() is None
    assert not kept(project).intact()


def test_what_is_no_plain_file_is_no_record(project: Project) -> None:
    keep(project)
    path = project.root / ".briefbook/cache/build.json"
    path.unlink()
    os.mkfifo(path)
    assert kept(project).told() is None


def test_what_changed_while_it_was_built_is_built_again(project: Project) -> None:
    one = kept(project)
    before = one.inputs()
    project.write("docs/index.md", "# Meanwhile\n")
    assert one.keep(before, TOLD) == ""
    project.write("docs/index.md", "# T\n")
    assert kept(project).told() is None


def test_a_project_that_moved_is_another_one(project: Project, tmp_path: Path) -> None:
    keep(project)
    place = tmp_path.with_name(f"{tmp_path.name}-moved")
    project.root.rename(place)
    assert kept(Project(place)).told() is None


def test_folders_of_any_name_count(project: Project) -> None:
    project.write("docs/about__pycache__/index.md", "# A\n")
    keep(project)
    project.write("docs/about__pycache__/index.md", "# B\n")
    assert kept(project).told() is None


def test_where_others_may_read_anything_nothing_is_kept(project: Project) -> None:
    for line in ("hooks: [x.py]\n", "plugins: [briefbook, search]\n",
                 "markdown_extensions: [toc, pymdownx.snippets]\n",
                 "markdown_extensions: {mdx_include: {}}\n"):  # fmt: skip
        project.write("mkdocs.yml", "site_name: T\n" + line)
        assert kept(project).inputs() == ""


def test_with_a_plug_in_nothing_is_kept(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever writes one edits files that are none of ours."""
    keep(project)
    monkeypatch.setattr("briefbook.publish.kept_build.any_plugins", lambda: True)
    assert kept(project).inputs() == ""
    assert kept(project).told() is None


def test_a_record_that_cannot_be_written_is_told(project: Project) -> None:
    project.write(".briefbook", "a file")
    one = kept(project)
    assert "cannot be written" in one.keep(one.inputs(), TOLD)


def test_the_folder_keeps_itself_out_of_git(project: Project) -> None:
    keep(project)
    assert (project.root / ".briefbook/.gitignore").read_text() == "*\n"


def test_a_second_build_says_the_same_and_makes_nothing(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write("briefings/a.yml", (
        "title: A\nsummary: S.\nstatus: published\njudgments:\n"
        "  - {id: j, statement: It holds., confidence: high}\n"
    ))  # fmt: skip
    first = project.run("build", "--today", "2026-11-28")
    assert "pages in" in first.stderr
    before = {p: p.stat().st_mtime_ns for p in (project.root / "site").rglob("*")}
    monkeypatch.setattr("briefbook.publish.build.build_project", None)
    again = project.run("build", "--today", "2026-11-28")
    assert again.exit_code == first.exit_code
    assert again.stderr == f"{first.stderr}nothing has changed since\n"
    assert {p: p.stat().st_mtime_ns for p in (project.root / "site").rglob("*")} == before
    anew = project.run("build", "--today", "2026-11-28", "--no-cache")
    assert anew.exit_code != 0  # it would have been made
