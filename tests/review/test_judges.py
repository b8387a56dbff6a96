"""A change does not choose its judge: settings and waivers of the base count.

What was not looked at is named.
"""

import json
import os

import pytest
from changed_briefs import base, changed_comment

from briefbook.diff.outside import by_sort
from harness import SOUND, Project

PATH = "briefings/example.yml"
PUBLIC = SOUND.replace("status: draft", "status: published\npublished: 2026-10-01")
MOVED = PUBLIC.replace("verdict: supported", "verdict: refuted")


@pytest.fixture
def reviewed(project: Project) -> Project:
    """A repository with a published brief, and a branch for a change."""
    project.write_standard()
    project.write(".gitignore", "/out/\n/.briefbook/\n")
    project.write(PATH, PUBLIC)
    project.commit("base")
    project.git("branch", "--move", "main")
    project.git("switch", "--quiet", "--create", "change")
    return project


def _comment(project: Project) -> str:
    project.commit("a change")
    done = project.run("review", "--base", "main", "--report", "out", "--today", "2026-11-29")
    assert "Traceback" not in done.stderr
    return (project.root / "out/comment.md").read_text()


def _codes(project: Project) -> set[str]:
    report = json.loads((project.root / "out/changes.json").read_text())
    return {one["code"] for one in report["alarms"]}


@pytest.mark.parametrize(
    "rules",
    ["{ignore: [CHG]}", "{select: [SYN]}", "{severity: {CHG001: note, CHG003: note}}",
     "{paths: {briefings: {ignore: [CHG]}}}"],
)  # fmt: skip
def test_rules_of_the_change_silence_nothing_in_it(reviewed: Project, rules: str) -> None:
    reviewed.write(PATH, MOVED)
    settings = f"site_name: Test\nextra:\n  briefbook:\n    rules: {rules}\n"
    reviewed.write("mkdocs.yml", settings)
    comment = _comment(reviewed)
    assert {"CHG001", "CHG003"} <= _codes(reviewed)
    assert "| warning CHG001 |" in comment
    assert "**Not looked at: policy and settings of the site**: `mkdocs.yml`" in comment
    reviewed.git("branch", "--force", "main", "HEAD")
    reviewed.write(PATH, PUBLIC)
    _comment(reviewed)
    assert "severity" in rules or _codes(reviewed) == set()


def test_settings_that_cannot_be_read_are_those_of_the_change(reviewed: Project) -> None:
    reviewed.write("mkdocs.yml", "site_name: [Test\n")
    reviewed.write(PATH, MOVED)
    reviewed.commit("broken")
    done = reviewed.run("review", "--base", "main", "--report", "out")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)


def test_a_waiver_that_comes_with_the_change_is_told_with_what_it_waives(
    reviewed: Project,
) -> None:
    waiver = "waivers:\n  - {rule: CHG001, at: first, reason: As agreed., until: 2027-10-01}\n"
    reviewed.write(PATH, MOVED + waiver)
    comment = _comment(reviewed)
    assert "Waived by this change itself: CHG001 `The verdict of “first” moved" in comment
    assert "**Waiver added** in `example`: `CHG001 at first: As agreed.`" in comment
    reviewed.git("branch", "--force", "main", "HEAD")
    reviewed.write(PATH, PUBLIC + waiver)
    assert "Waived by this change itself" not in _comment(reviewed)


def test_what_was_not_looked_at_is_named(reviewed: Project) -> None:
    for path in (".github/workflows/x.yml", ".github/CODEOWNERS", "hooks/pre.py", "docs/about.md",
                 "overrides/main.html", "docs/schema/v1/brief.schema.json", "briefings/notes.txt",
                 "briefings/_private/x.yml", ".gitattributes", "briefings/a.yaml"):  # fmt: skip
        reviewed.write(path, "x: y\n")
    reviewed.write(PATH, MOVED)
    comment = _comment(reviewed)
    for line in (
        "**Not looked at: workflows**: `.github/workflows/x.yml`",
        "**Not looked at: who must review**: `.github/CODEOWNERS`",
        "**Not looked at: hooks and programs**: `hooks/pre.py`",
        "**Not looked at: how git reads files**: `.gitattributes`",
        "**Not looked at: theme**: `overrides/main.html`",
        "**Not looked at: schemas**: `docs/schema/v1/brief.schema.json`",
        "**Not looked at: in the folder of the briefs, but no brief**: `briefings/_private/x.yml`, "
        "`briefings/a.yaml`, `briefings/notes.txt`",
        "#### 10 files outside the briefs",
        "- others: `docs/about.md`",
    ):
        assert line in comment, line
    assert "**Verdict moved**" in comment


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (".pre-commit-hooks.yaml", "hooks and programs"), ("lefthook.yml", "hooks and programs"),
        (".husky/pre-commit", "hooks and programs"), ("Jenkinsfile", "workflows"),
        ("azure-pipelines.yml", "workflows"), (".woodpecker/x.yml", "workflows"),
        (".circleci/config.yml", "workflows"),
        ("news/locale/de.po", "policy and settings of the site"),
        ("profiles/newsroom.yml", "policy and settings of the site"), ("notes.md", "others"),
    ],
)  # fmt: skip
def test_what_decides_is_never_among_others(path: str, words: str) -> None:
    ((sort, paths),) = by_sort([path])
    assert (sort.words, paths) == (words, [path])


def test_every_sort_of_file_is_named_once() -> None:
    paths = ["a/.github/workflows/b.yml", "news/mkdocs.yml", "README.md", "x/CODEOWNERS"]
    found = {sort.words: names for sort, names in by_sort(paths)}
    assert found == {
        "workflows": ["a/.github/workflows/b.yml"], "who must review": ["x/CODEOWNERS"],
        "policy and settings of the site": ["news/mkdocs.yml"], "others": ["README.md"],
    }  # fmt: skip


def test_findings_that_the_change_brings_are_named_and_those_that_stood_are_not(
    reviewed: Project,
) -> None:
    stood = PUBLIC + "    entities: [ghost]\n"
    reviewed.write(PATH, stood)
    reviewed.commit("a finding that stands")
    reviewed.git("branch", "--force", "main", "HEAD")
    reviewed.write(PATH, stood + "    depends_on: [nobody]\n")
    comment = _comment(reviewed)
    assert "#### New with this change: 1 finding of `briefbook check`" in comment
    assert "“nobody”" in comment
    assert "ghost" not in comment
    reviewed.git("branch", "--force", "main", "HEAD")
    reviewed.write(PATH, stood)
    assert "Cured with it: 1 finding (REF00" in _comment(reviewed)


def test_findings_beside_new_settings_say_by_which_settings_they_go(reviewed: Project) -> None:
    reviewed.write(PATH, PUBLIC + "    depends_on: [nobody]\n")
    assert "Findings go by the settings" not in _comment(reviewed)
    reviewed.write("mkdocs.yml", "site_name: Test\nextra:\n  briefbook: {rules: {ignore: [REF]}}\n")
    comment = _comment(reviewed)
    assert "by the settings before this change, which alters `mkdocs.yml` too" in comment
    reviewed.write(PATH, PUBLIC)
    assert "Findings go by the settings" not in _comment(reviewed)


SOURCES = "briefings/_library/sources/deepseek.yml"
BRIEF = "briefings/deepseek-cost-claims.yml"


def test_one_verdict_stands_before_two_thousand_harmless_rows() -> None:
    files = dict(base())
    more = "".join(f"\n- id: harmless-{n}\n  title: Harmless {n}\n" for n in range(2_100))
    files[SOURCES] += more.encode()
    assert b"verdict: contested" in files[BRIEF]
    files[BRIEF] = files[BRIEF].replace(b"verdict: contested", b"verdict: refuted", 1)
    comment = changed_comment(files)
    first = comment.splitlines()[2]
    assert first.startswith("- **Verdict moved**: ")
    assert "`contested` → `refuted`" in first
    assert " × source added" in comment
    assert len(comment.encode()) <= 60_000


def test_a_file_name_that_is_no_utf_8_stops_no_review(reviewed: Project) -> None:
    (reviewed.root / os.fsdecode(b"b\xff\xfe")).write_text("x")
    reviewed.write(PATH, MOVED)
    comment = _comment(reviewed)
    assert "**Verdict moved**" in comment
    assert "1 file outside the briefs" in comment


def test_letters_that_look_alike_are_named_once() -> None:
    files = dict(base())
    assert b"title: What did DeepSeek" in files[BRIEF]
    new = "title: What did D\u0435epSeek".encode()
    files[BRIEF] = files[BRIEF].replace(b"title: What did DeepSeek", new, 1)
    comment = changed_comment(files)
    assert "[\u0435 (Cyrillic)]" in comment
    assert "(Cyrillic)] (Cyrillic)" not in comment
    assert "[\u0435 [" not in comment
