"""What may lie where the site goes, and addresses that two pages want."""

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from briefbook.project.wrong_use import WrongUse
from briefbook.publish.swap import swap_in
from harness import BRIEF, Project
from real_site import command, tree


@pytest.fixture
def small(project: Project) -> Project:
    project.write("briefings/small.yml", BRIEF)
    return project


@pytest.mark.parametrize("name", ["site", "site.building"])
@pytest.mark.parametrize("kind", ["file", "link"])
def test_what_is_no_folder_is_left_alone(
    small: Project, tmp_path: Path, name: str, kind: str
) -> None:
    place = small.root / name
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine.txt").write_text("mine")
    if kind == "file":
        place.write_text("mine")
    else:
        place.symlink_to(elsewhere)
    for _ in range(2):
        result = small.run("build")
        assert result.exit_code == 2
        assert result.stderr.strip().splitlines() == [
            f"briefbook: {place} is no plain folder; move it away, the site goes there"
        ]
    assert place.is_symlink() or place.read_text() == "mine"
    assert tree(elsewhere) == {"mine.txt": b"mine"}


@pytest.mark.parametrize(
    "path", ["briefings.md", "briefings/index.md", "briefings/README.md", "Briefings/Index.md"]
)
def test_no_hand_written_page_takes_a_generated_address(small: Project, path: str) -> None:
    small.write(f"docs/{path}", "# Mine")
    result = small.run("compile")
    assert result.exit_code == 2
    assert result.stderr == (
        f"briefbook: docs/{path} has the address of a page that is generated: rename it, or move "
        "it to another folder of docs/\n"
    )


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("docs_dir", "build"), ("docs_dir", "../docs"), ("docs_dir", "."), ("docs_dir", "site/in"),
        ("site_dir", "briefings"), ("site_dir", "docs/site"), ("site_dir", "/tmp"),
    ],
)  # fmt: skip
def test_folders_that_mkdocs_yml_cannot_choose(small: Project, key: str, value: str) -> None:
    small.write("mkdocs.yml", f"site_name: Test\n{key}: {value}\n")
    result = small.run("check")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert key in result.stderr


@pytest.mark.site
@pytest.mark.parametrize("theme", ["whole", "pages"])
def test_folders_that_it_can_choose(small: Project, theme: str) -> None:
    shutil.rmtree(small.root / "docs", ignore_errors=True)
    small.write("src/index.md", "# My own home\n\n<!-- briefbook: latest 1 -->\n")
    small.write(
        "mkdocs.yml",
        "site_name: Test\ndocs_dir: src\nsite_dir: public\ntheme: {name: material, font: false}\n"
        f"plugins: [search, briefbook]\nextra: {{briefbook: {{theme: {theme}}}}}\n"
        "repo_url: https://github.com/x/y\nedit_uri: edit/main/src/\n",
    )
    result = small.run("build")
    assert result.exit_code in (0, 1), result.stderr
    home = (small.root / "public/index.html").read_text()
    assert "My own home" in home
    assert "briefbook: latest" not in home
    assert not (small.root / "site").exists()
    plain = command("mkdocs", "build", cwd=small.root)
    assert plain.returncode == 0, plain.stderr
    assert "My own home" in (small.root / "public/index.html").read_text()
    small.write("src/claims.md", "# Mine\n")
    refused = small.run("build")
    assert (refused.exit_code, "src/claims.md has the address" in refused.stderr) == (2, True)


def test_every_site_has_the_schemas(small: Project) -> None:
    assert small.run("compile").exit_code == 0
    assert (small.root / "build/docs/schema/v1/brief.schema.json").is_file()
    assert (small.root / "build/docs/schema/v1/library.schema.json").is_file()


def test_the_command_alone_shows_its_help(small: Project) -> None:
    result = small.run()
    assert result.exit_code == 2
    assert "Commands:" in result.stderr
    assert len(result.stderr.splitlines()) > 10


def test_names_keep_their_capital_after_that(small: Project) -> None:
    small.write(
        "briefings/_library/entities.yml",
        "- {id: gref, name: German Gref, kind: person}\n"
        "- {id: paper, name: The Paper, kind: organization}\n",
    )
    claims = "".join(
        f"  - {{id: c{n}, statement: {text}, claimant: paper, kind: fact, verdict: refuted}}\n"
        for n, text in enumerate(
            ["German Gref resigned.", "The bank closed.", "GPUs are banned.", "A bank opened."]
        )
    )
    small.write("briefings/said.yml", f"title: T\nsummary: S.\nstatus: draft\nclaims:\n{claims}")
    assert small.run("compile").exit_code == 0
    page = (small.root / "build/docs/briefings/said/index.md").read_text()
    for ending in ("German Gref resigned", "the bank closed", "GPUs are banned", "a bank opened"):
        assert f"Refuted&#58; The Paper said that</span> {ending}" in page


def test_an_event_of_two_briefs_stands_once_on_the_timeline(small: Project) -> None:
    event = "events:\n  - {date: 2025-02-06, what: It rained., sources: []}\n"
    small.write("briefings/one.yml", BRIEF + event)
    small.write("briefings/two.yml", BRIEF.replace("A small", "Another") + event)
    assert small.run("compile").exit_code == 0
    board = (small.root / "build/docs/timeline/index.md").read_text()
    assert board.count("It rained.") == 1
    assert "../briefings/one/" in board
    assert "../briefings/two/" in board


def test_generated_files_go_through_no_link(small: Project, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine.txt").write_text("mine")
    for place in ("build/docs", "build/docs/briefings"):
        link = small.root / place
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(elsewhere)
        result = small.run("compile")
        assert result.exit_code == 2
        assert result.stderr == (
            f"briefbook: {link} is a symbolic link; delete it, generated files go there\n"
        )
        link.unlink()
        assert tree(elsewhere) == {"mine.txt": b"mine"}


def test_a_device_stays_a_device(small: Project) -> None:
    pipe = small.root / "pipe"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert small.run("check", "-o", "pipe").exit_code == 0
        assert os.read(end, 100)
    finally:
        os.close(end)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def _refused(path: str) -> OSError:
    return PermissionError(13, "Permission denied", path)


def test_what_cannot_be_deleted_from_the_compiled_folder(
    small: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.write("build/docs/stale.md", "old")

    def refuse(path: str) -> None:
        raise _refused(path)

    monkeypatch.setattr("briefbook.publish.sync.os.unlink", refuse)
    result = small.run("compile")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"briefbook: {small.root}/build/docs/stale.md cannot be del")


def test_an_old_site_that_stays_is_said_and_the_new_one_stands(
    small: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, place = small.root / "site.building", small.root / "site"
    for folder in (new, place):
        folder.mkdir()
        (folder / "name").write_text(folder.name)

    def refuse(path: Path) -> None:
        raise _refused(f"{path}/name")

    monkeypatch.setattr("briefbook.publish.swap.shutil.rmtree", refuse)
    with pytest.raises(WrongUse, match="is the new site, but what was there before cannot"):
        swap_in(new, place)
    assert (place / "name").read_text() == "site.building"


def test_leftovers_of_a_broken_run_never_get_into_the_site(
    small: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.write("site.building/left.html", "old")

    def refuse(path: Path, ignore_errors: bool = False) -> None:
        if not ignore_errors:
            raise _refused(str(path))

    monkeypatch.setattr("briefbook.publish.build.shutil.rmtree", refuse)
    result = small.run("build")
    assert result.exit_code == 2
    assert "site.building cannot be deleted" in result.stderr
    assert not (small.root / "site").exists()


def test_a_folder_of_docs_that_cannot_be_read_is_said(
    small: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.write("docs/closed/page.md", "# Page\n")
    walk = os.walk

    def refusing(top: Path, onerror: Callable[[OSError], None] | None = None, **_: bool) -> object:
        if onerror:
            onerror(_refused(f"{top}/closed"))
        return walk(top)

    monkeypatch.setattr("briefbook.publish.handwritten.os.walk", refusing)
    result = small.run("compile")
    assert result.exit_code == 2
    assert "docs/closed cannot be read: permission denied" in result.stderr


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("theme: {name: material, language: klingon}", "klingon"),
        ("markdown_extensions: [{toc: {toc_depth: x}}]", "toc"),
        ("plugins: [nope]", "nope"),
        ("nav: [5]", "nav"),
        ("hooks: [nope.py]", "nope.py"),
    ],
)
def test_what_the_engine_does_not_take_is_one_line(small: Project, line: str, says: str) -> None:
    small.write("mkdocs.yml", f"site_name: Test\n{line}\n")
    result = command("briefbook", "build", cwd=small.root)
    assert result.returncode == 2
    said = result.stderr.strip().splitlines()[-1]
    assert said.startswith("briefbook: ")
    assert says in said
    assert "Traceback" not in result.stderr
    assert 'File "' not in result.stderr
    assert not (small.root / "site").exists()


def test_an_address_that_is_none_in_a_hand_written_page(small: Project) -> None:
    small.write("docs/page.md", "# Page\n\n[x](https://[::1/x)\n")
    result = command("briefbook", "build", cwd=small.root)
    assert result.returncode == 2
    assert "page.md" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_small_site_has_no_broken_links(small: Project) -> None:
    """Pages of rules stand in every site, so they lead to nothing that only ours has."""
    result = command("briefbook", "build", cwd=small.root)
    assert result.returncode == 0
    assert "leads nowhere" not in result.stderr
