"""`briefbook new site`: a folder that checks and builds at once, and is renewed with care."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from briefbook.authoring.site_record import HOSTS, RECORD
from harness import Project, Result
from real_site import command, tree


def started(tmp_path: Path, *options: str, folder: str = "desk") -> tuple[Project, Result]:
    outside = Project(tmp_path)
    result = outside.run("new", "site", folder, "--today", "2026-11-23", *options)
    return Project(tmp_path / folder), result


def test_from_nothing_to_a_brief_on_the_site(tmp_path: Path) -> None:
    site, result = started(tmp_path, "--name", "The desk", "--author", "An author")
    assert result.exit_code == 0, result.stderr
    check = site.run("check")
    assert (check.exit_code, check.stdout) == (0, "no findings\n")
    assert site.run("build").exit_code == 0
    assert "Was 1900 a leap year?" in (site.root / "site/index.html").read_text()
    assert site.run("new", "brief", "mine").exit_code == 0
    brief = site.root / "briefings/mine.yml"
    text = brief.read_text().replace("title:\n", "title: Mine\n", 1)
    text = text.replace("summary: >-\n", "summary: >-\n  It is short.\n", 1)
    brief.write_text(text.replace("statement:\n", "statement: It rained.\n", 1))
    assert "error" not in site.run("check").stdout
    assert site.run("build").exit_code == 0
    assert "It rained" in (site.root / "site/briefings/mine/index.html").read_text()


def test_a_brief_with_blanks_is_named_and_left_out(tmp_path: Path) -> None:
    site, _ = started(tmp_path)
    site.run("new", "brief", "mine")
    check = site.run("check", "--format", "json")
    assert (check.exit_code, check.codes) == (1, ["SCH002"] * 3)
    for name in ("compile", "build"):
        result = site.run(name)
        left = "briefings/mine.yml: left out: title, summary and statement are still empty"
        assert left in result.stderr.splitlines()
        assert "SCH002" not in result.stderr
    assert (site.root / "site/briefings/example/index.html").is_file()
    assert not (site.root / "site/briefings/mine").exists()
    plain = command("mkdocs", "build", cwd=site.root)
    assert (plain.returncode, "left out: title" in plain.stderr) == (0, True)


@pytest.mark.parametrize(
    ("old", "new"),
    [("status: draft", "status: published"), ("title:\n", ""), ("kind: fact", "kind: fakt")],
)
def test_what_lacks_more_stops_it(tmp_path: Path, old: str, new: str) -> None:
    site, _ = started(tmp_path)
    site.run("new", "brief", "mine")
    brief = site.root / "briefings/mine.yml"
    brief.write_text(brief.read_text().replace(old, new, 1))
    result = site.run("build")
    assert (result.exit_code, "left out" in result.stderr) == (1, False)
    assert not (site.root / "site").exists()


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("profile", ["academic", "intelligence", "newsroom", "relaxed"])
def test_every_choice_checks(tmp_path: Path, host: str, profile: str) -> None:
    site, result = started(tmp_path, "--host", host, "--profile", profile, "--language", "ru")
    assert result.exit_code == 0, result.stderr
    check = site.run("check", "--fail-on", "warning")
    assert check.exit_code == 0, check.stdout
    assert result.stdout.split() == sorted(set(result.stdout.split()), key=result.stdout.find)
    made = {name for name in tree(site.root) if not name.startswith(".briefbook/")}
    assert {*result.stdout.split()} == made - {RECORD}


NAMES = ['A "desk": [x] # y', "Справки", "{{ config }} ${{ x }}", "'", "- a", "[[ name ]]", "<b>"]


@pytest.mark.parametrize("name", NAMES)
def test_any_name(tmp_path: Path, name: str) -> None:
    site, _ = started(tmp_path, "--name", name, "--author", name)
    assert yaml.safe_load((site.root / "mkdocs.yml").read_text())["site_name"] == name
    assert yaml.safe_load((site.root / "briefings/example.yml").read_text())["authors"] == name
    assert site.run("check").exit_code == 0
    assert site.run("compile").exit_code == 0


def test_workflows_are_sound(tmp_path: Path) -> None:
    site, _ = started(tmp_path, "--host", "github")
    folder = site.root / ".github/workflows"
    assert sorted(path.stem for path in folder.iterdir()) == [
        "comment", "publish", "review", "snippet", "weekly",
    ]  # fmt: skip
    for tool in (["actionlint"], ["zizmor", "--offline", "--no-progress", "--quiet"]):
        found = Path(sys.executable).with_name(tool[0])
        names = [str(path) for path in sorted(folder.iterdir())]
        done = subprocess.run(
            [found, *tool[1:], *names], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("host", "path", "schema"),
    [
        ("gitlab", ".gitlab-ci.yml", "vendor.gitlab-ci"),
        ("gitlab", ".gitlab/briefbook.yml", "vendor.gitlab-ci"),
        ("github", ".github/workflows/*.yml", "vendor.github-workflows"),
        ("github", ".github/ISSUE_TEMPLATE/*.yml", "vendor.github-issue-forms"),
        ("github", ".github/dependabot.yml", "vendor.dependabot"),
        ("forgejo", ".forgejo/workflows/*.yml", "vendor.github-workflows"),
    ],
)
def test_files_of_a_host_fit_its_schema(tmp_path: Path, host: str, path: str, schema: str) -> None:
    site, _ = started(tmp_path, "--host", host)
    tool = Path(sys.executable).with_name("check-jsonschema")
    files = sorted(map(str, site.root.glob(path)))
    assert files
    asked = [tool, "--builtin-schema", schema, *files]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--profile", "x"], "“x” is none of academic, intelligence, newsroom and relaxed"),
        (["--language", "fr"], "the interface speaks en, ru and zh, not “fr”"),
        (["--upgrade"], "it was not made by “briefbook new site”"),
    ],
)
def test_wrong_use_is_one_line(tmp_path: Path, options: list[str], said: str) -> None:
    site, result = started(tmp_path, *options)
    assert (result.exit_code, result.stderr.count("\n"), result.stdout) == (2, 1, "")
    assert said in result.stderr
    assert not site.root.exists()


def test_nothing_that_is_there_is_overwritten(tmp_path: Path) -> None:
    mine = Project(tmp_path / "desk")
    mine.write("README.md", "mine")
    mine.write("notes.txt", "mine")
    mine.git("init", "--quiet")
    site, result = started(tmp_path)
    assert result.exit_code == 0
    assert "left as it is: README.md" in result.stderr
    assert (site.root / "README.md").read_text() == (site.root / "notes.txt").read_text() == "mine"
    assert "README.md" not in result.stdout.split()
    assert site.run("check").exit_code == 0


def test_no_site_in_a_site(tmp_path: Path) -> None:
    started(tmp_path)
    for folder, said in {
        "desk": "has a mkdocs.yml already",
        "desk/briefings/inner": "lies in the site",
        "desk/README.md": "is a file; name a folder",
    }.items():
        before = tree(tmp_path)
        _, result = started(tmp_path, folder=folder)
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert said in result.stderr
        assert tree(tmp_path) == before


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    _, result = started(tmp_path, folder="/proc/desk")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert "cannot be written" in result.stderr


def test_upgrade_renews_what_nobody_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, _ = started(tmp_path, "--host", "gitlab")
    site.write("docs/about.md", "# Ours\n")
    (site.root / ".vscode/settings.json").unlink()
    before = tree(site.root)
    monkeypatch.setattr("briefbook.authoring.site.__version__", "9.9.9")
    result = site.run("new", "site", "--upgrade", ".")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "requirements.txt")
    assert "left as it is: docs/about.md" in result.stderr
    assert "-# Ours\n+# About this site { #about }" in result.stdout
    after = tree(site.root)
    assert {name for name in after if after[name] != before.get(name)} == {
        "requirements.txt",
        RECORD,
    }
    assert after["requirements.txt"] == b"briefbook==9.9.9\n"
    assert json.loads(after[RECORD])["answers"]["host"] == "gitlab"
    again = site.run("new", "site", "--upgrade", ".")
    assert "requirements.txt" not in again.stdout.split("\n")
    assert tree(site.root) == after


@pytest.mark.parametrize(
    "record", ["", "[]", "{}", '{"files": {}, "answers": {"x": 1}}', "\udcff",
               '{"files": {}, "answers": {"name": "a", "author": "b", "host": "../../etc"}}'],
    ids=ascii,
)  # fmt: skip
def test_a_broken_record_is_one_line(tmp_path: Path, record: str) -> None:
    site, _ = started(tmp_path)
    site.write(RECORD, record.encode(errors="surrogateescape"))
    result = site.run("new", "site", "--upgrade", ".")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert RECORD in result.stderr


def test_in_a_repository_the_files_of_a_host_go_to_its_top(tmp_path: Path) -> None:
    above = Project(tmp_path)
    above.git("init", "--quiet")
    above.write(".github/workflows/publish.yml", "mine")
    site, result = started(tmp_path, "--host", "github", folder="news/desk")
    assert "left as it is: ../../.github/workflows/publish.yml" in result.stderr
    assert (tmp_path / ".github/workflows/publish.yml").read_text() == "mine"
    review = (tmp_path / ".github/workflows/review.yml").read_text()
    assert 'project: "news/desk"' in review
    assert 'directory: "/news/desk"' in (tmp_path / ".github/dependabot.yml").read_text()
    before = tree(tmp_path)
    again = site.run("new", "site", "--upgrade", ".")
    assert "-mine\n" in again.stdout
    assert tree(tmp_path) == before


def test_workflows_beside_a_site_that_is_there(tmp_path: Path) -> None:
    site, _ = started(tmp_path)
    result = site.run("new", "workflows", "gitlab", "--today", "2026-11-23")
    assert result.exit_code == 0
    assert result.stdout.split() == [".gitlab/briefbook.yml", ".gitlab-ci.yml"]
    assert json.loads((site.root / RECORD).read_text())["answers"]["host"] == "gitlab"
    assert "README.md" in json.loads((site.root / RECORD).read_text())["files"]
    mine = Project(tmp_path / "mine")
    mine.write("mkdocs.yml", "site_name: Mine\n")
    assert mine.run("new", "workflows", "forgejo").exit_code == 0
    before = tree(mine.root)
    assert set(before) == {
        "mkdocs.yml", RECORD,
        *(f".forgejo/workflows/{name}.yml" for name in ("build", "review", "weekly")),
    }  # fmt: skip
    assert mine.run("new", "site", "--upgrade", ".").exit_code == 0
    assert tree(mine.root) == before
    wrong = mine.run("new", "workflows", "svn")
    assert (wrong.exit_code, "svn" in wrong.stderr) == (2, True)


def test_a_gitignore_that_is_there_is_told_what_it_lacks(tmp_path: Path) -> None:
    mine = Project(tmp_path / "desk")
    mine.write(".gitignore", "/site\n*.pyc\n")
    site, result = started(tmp_path)
    assert (site.root / ".gitignore").read_text() == "/site\n*.pyc\n"
    assert "add these lines to it:\n" in result.stdout
    assert "briefings/_private/" in result.stdout
    assert "\nsite/\n" not in result.stdout


def test_a_front_page_that_is_there_stays_the_only_one(tmp_path: Path) -> None:
    Project(tmp_path / "desk").write("docs/README.md", "# Mine\n")
    site, _ = started(tmp_path)
    assert not (site.root / "docs/index.md").exists()
    assert site.run("compile").exit_code == 0


@pytest.mark.parametrize("path", ["briefings", "docs", ".vscode"])
def test_no_half_a_site_where_a_file_stands_for_a_folder(tmp_path: Path, path: str) -> None:
    Project(tmp_path / "desk").write(path, "mine")
    _, result = started(tmp_path)
    assert (result.exit_code, "nothing was written" in result.stderr) == (2, True)
    assert set(tree(tmp_path / "desk")) == {path}


@pytest.mark.parametrize("name", ["  ", "a\tb", "x\u202ey", "a\u2028b", "a\x07", "bad\udcff", ""])
@pytest.mark.parametrize("option", ["--name", "--author"])
def test_what_is_no_name(tmp_path: Path, option: str, name: str) -> None:
    site, result = started(tmp_path, option, name)
    if name:
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1), result.stderr
        assert option in result.stderr
        assert not site.root.exists()


def test_odd_folders(tmp_path: Path) -> None:
    _, result = started(tmp_path, folder="")
    assert (result.exit_code, tree(tmp_path)) == (2, {})
    _, result = started(tmp_path, folder="it's ours")
    assert """next: cd 'it'"'"'s ours'; briefbook check""" in result.stderr
    Project(tmp_path / "yaml").write("mkdocs.yaml", "site_name: T\n")
    _, result = started(tmp_path, folder="yaml")
    assert (result.exit_code, "rename it to mkdocs.yml" in result.stderr) == (2, True)
    assert "rename it to mkdocs.yml" in Project(tmp_path / "yaml").run("check").stderr
