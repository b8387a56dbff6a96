"""Wrong use: one line on standard error, exit 2, nothing on standard output."""

import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from briefbook.project.files import read_named
from harness import BRIEF, Project, Result

OTHER = BRIEF.replace("status: draft", "status: drft")


WRONG_CONFIG: list[Any] = [
    pytest.param("site_name: [\n", id="not yaml"),
    pytest.param("site_name: Test\n\tx: y\n", id="tab"),
    pytest.param("- site_name\n", id="list"),
    pytest.param("", id="empty"),
    pytest.param("site_name: é\n".encode("latin-1"), id="latin-1"),
    pytest.param("[" * 1000, id="brackets"),
    pytest.param("site_name: Test\nextra:\n  briefbook: {scael: icd203}\n", id="unknown setting"),
    pytest.param("site_name: Test\nextra:\n  briefbook: {scale: icd204}\n", id="wrong scale"),
    pytest.param("site_name: Test\nextra:\n  briefbook: {scale: [icd203]}\n", id="list for scale"),
    pytest.param("site_name: Test\nextra:\n  briefbook: {edit_url: {}}\n", id="mapping for a text"),
    pytest.param("site_name: Test\nextra:\n  briefbook: [x]\n", id="list of settings"),
    pytest.param(
        "site_name: Test\nextra:\n  briefbook: {report_url: 'javascript:alert(1)//'}\n",
        id="a form that is a script",
    ),
    pytest.param(
        "site_name: Test\nextra:\n  briefbook: {contact_url: mailto}\n", id="no way to anybody"
    ),
    pytest.param(
        "site_name: Test\nextra:\n  briefbook: {license: GPL}\n", id="no licence of texts"
    ),
    pytest.param(
        "site_name: Test\nextra:\n  briefbook: {license: CC-BY-9.0}\n", id="no such licence"
    ),
]


def _assert_wrong_use(result: Result) -> None:
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("briefbook: ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("config", WRONG_CONFIG)
def test_wrong_mkdocs_yml(config: str | bytes, project: Project) -> None:
    project.write_standard()
    project.write("mkdocs.yml", config)
    result = project.run("check")
    _assert_wrong_use(result)
    assert "mkdocs.yml" in result.stderr


def test_unknown_setting_is_named_with_the_nearest(project: Project) -> None:
    project.write("mkdocs.yml", "site_name: Test\nextra:\n  briefbook: {scael: icd203}\n")
    result = project.run("check")
    assert "scael" in result.stderr
    assert "“scale”" in result.stderr


def test_settings_are_said_to_be_what_they_are(project: Project) -> None:
    project.write("mkdocs.yml", "site_name: Test\nextra:\n  briefbook: {edit_url: 5}\n")
    result = project.run("check")
    _assert_wrong_use(result)
    assert "not a mapping" not in result.stderr


LATER: list[Any] = [
    "site_name: [a]",
    "site_url: [b]",
    "site_url: 'https://[::1/x'",
    "theme: 5",
    "theme: {name: material, language: [en]}",
    "theme: {name: material, palette: 5}",
    "plugins: text",
    "nav: text",
    "INHERIT: mkdocs.yml",
    "x: " + "[" * 100_000,
]


@pytest.mark.parametrize("line", LATER, ids=lambda line: line[:40])
def test_what_mkdocs_would_stumble_over(line: str, project: Project) -> None:
    """Said by every command, and in one line."""
    project.write_standard()
    project.write("mkdocs.yml", line + "\n")
    for command in ("check", "compile"):
        _assert_wrong_use(project.run(command))


@pytest.mark.parametrize("where", [[], ["--project", "."], ["--project", "nowhere"]])
def test_missing_mkdocs_yml(where: list[str], project: Project) -> None:
    project.write_standard()
    (project.root / "mkdocs.yml").unlink()
    result = project.run("check", *where)
    _assert_wrong_use(result)
    assert "mkdocs.yml" in result.stderr


def test_missing_briefings(project: Project) -> None:
    result = project.run("check")
    _assert_wrong_use(result)
    assert "briefings" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--no-such-flag"],
        ["check", "--format", "xml"],
        ["check", "--fail-on", "always"],
        ["diff", "HEAD", "--fail-on", ""],
        ["diff", "HEAD", "--fail-on", "zzzzzz"],
        ["check", "--today", "tomorrow"],
        ["check", "--today", "2026-02-30"],
        ["check", "--today", "20261123"],
        ["check", "--today", "2026-W10-1"],
        ["check", "--update-baseline"],
        ["check", "--baseline", "nowhere.json"],
        ["compile", "--no-such-flag"],
        ["compile", "somewhere"],
        ["build", "--engine", "nope"],
        ["build", "--project", "nowhere"],
        ["serve", "--port", "x"],
        ["schema", "--nope"],
        ["new", "brief"],
        ["new", "brief", "No Id"],
        ["new", "brief", "other"],
        ["new", "brief", "timeline"],
        ["check", "--project"],
        ["check", "briefings/nothing.yml"],
        ["check", "/etc"],
        ["check", ".."],
        ["check", "-o", "mkdocs.yml/findings.json"],
        ["check", "-o", "briefings"],
        ["check", "--select", "NOPE01"],
        ["check", "--ignore", "NOPE01"],
        ["chekc"],
        ["explain"],
        ["explain", "SYN999"],
    ],
    ids=" ".join,
)
def test_wrong_command_line(arguments: list[str], project: Project) -> None:
    project.write_standard()
    project.write("briefings/other.yml", OTHER)
    _assert_wrong_use(project.run(*arguments))


@pytest.mark.parametrize("name", ["BRIEFBOOK_TODAY", "SOURCE_DATE_EPOCH"])
def test_wrong_day_in_the_environment(
    name: str, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write_standard()
    monkeypatch.delenv("BRIEFBOOK_TODAY")
    monkeypatch.setenv(name, "not a day")
    _assert_wrong_use(project.run("check"))


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--links", "pipe"), ("check", "--published", "pipe"), ("due", "--links", "pipe"),
        ("check", "--baseline", "pipe"), ("preview", "--report", "pipe", "-o", "copy"),
        ("add", "source", "pipe"), ("snapshot", "agency-report", "pipe"),
    ],
)  # fmt: skip
def test_a_pipe_into_which_nobody_writes_is_told(
    library: Project, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setattr("briefbook.project.files._PATIENCE", 0)
    os.mkfifo(library.root / "pipe")
    done = library.run(*arguments)
    assert done.exit_code == 2
    assert "pipe" in done.stderr.splitlines()[-1]


@pytest.mark.parametrize("arguments", [("check", "--baseline"), ("check", "--links"),
                                       ("check", "--published"), ("add", "source")])  # fmt: skip
def test_a_file_without_end_is_refused(
    library: Project, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setattr("briefbook.project.files.read_named.__defaults__", (2**20,))
    monkeypatch.setattr("briefbook.authoring.references.file._MOST", 2**20)
    done = library.run(*arguments, "/dev/zero")
    assert (done.exit_code, "/dev/zero is larger than 1 MiB" in done.stderr) == (2, True)


def test_who_writes_slowly_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefbook.project.files._PATIENCE", 0)
    reader, writer = os.pipe()

    def slow() -> None:
        time.sleep(0.3)
        os.write(writer, b"late")
        os.close(writer)

    with ThreadPoolExecutor(1) as pool:
        pool.submit(slow)
        assert read_named(Path(f"/dev/fd/{reader}")) == b"late"
    os.close(reader)


def test_a_pipe_is_read_to_its_end(library: Project) -> None:
    os.mkfifo(library.root / "pipe")
    reader = library.root / "pipe"
    with ThreadPoolExecutor(1) as pool:
        pool.submit(reader.write_text, "@book{a, title={A}}")
        assert library.run("add", "source", "pipe").exit_code == 0
