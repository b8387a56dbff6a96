"""One mistake is one finding: it hides no other, and it gives no echoes elsewhere."""

import os
from pathlib import Path
from typing import NoReturn

import pytest

from harness import BRIEF, Project

TOPICS = "briefings/_library/topics.yml"
SOURCES = "briefings/_library/sources/sources.yml"


def _found(project: Project) -> list[tuple[str, str]]:
    return [(item["path"].removeprefix("briefings/"), item["code"])
            for item in project.check().findings]  # fmt: skip


HIDDEN = """\
title: A small brief
summary: One sentence.
status: drft
claims: []
hypotheses:
  - id: h
    question: Q?
    options:
      - {id: a, statement: A.}
      - {id: a, statement: B.}
    matrix:
      - {evidence: own, ratings: {b: neutral}}
sources:
  - {id: own, title: T, derives_from: other}
  - {id: other, title: T, derives_from: own}
  - {id: other, title: T, url: 'javascript:1'}
"""


def test_a_wrong_word_hides_no_mistake_of_the_whole_brief(project: Project) -> None:
    project.write("briefings/bad.yml", HIDDEN)
    assert [(f["code"], f["line"]) for f in project.check().findings] == [
        ("SCH003", 3), ("SCH009", 4), ("REF006", 10), ("REF014", 12),
        ("REF008", 15), ("REF011", 16), ("SCH008", 16),
    ]  # fmt: skip


def test_a_wrong_entry_of_the_library_hides_no_circle_and_no_duplicate(project: Project) -> None:
    project.write(
        SOURCES,
        "- {id: a, title: A, derives_from: b, type: nwespaper}\n"
        "- {id: b, title: B, derives_from: a}\n"
        "- {id: b, title: B, seen: hole}\n",
    )
    project.write("briefings/good.yml", BRIEF)
    assert [(f["code"], f["line"]) for f in project.check().findings] == [
        ("REF008", 1), ("SCH003", 1), ("REF011", 3), ("SCH003", 3),
    ]  # fmt: skip


def test_a_key_that_only_resembles_a_missing_one_is_a_mistake_of_its_own(project: Project) -> None:
    project.write("briefings/bad.yml", BRIEF.replace("title:", "subtitle:"))
    assert [code for _, code in _found(project)] == ["SCH001", "SCH002"]


def test_each_of_two_citations_of_nothing_is_found(project: Project) -> None:
    project.write_standard()
    project.write("briefings/bad.yml", BRIEF.replace("One", "[@nope] and [@nope]. One", 1)
                  .replace("summary: ", "summary: See "))  # fmt: skip
    assert [(f["code"], f["column"]) for f in project.check().findings] == [
        ("REF001", 15), ("REF001", 27),
    ]  # fmt: skip


def test_a_record_named_like_an_unreadable_brief_is_missing_all_the_same(project: Project) -> None:
    project.write("briefings/broken.yml", "title: [\n")
    project.write("briefings/small.yml", BRIEF + "    depends_on: [broken]\n")
    assert _found(project) == [("broken.yml", "SYN001"), ("small.yml", "REF004")]


@pytest.mark.parametrize("reference", ["superseded_by: broken", "    depends_on: ['broken#x']"])
@pytest.mark.parametrize("name", ["broken.yml", "broken.yaml"])
def test_what_names_a_brief_that_cannot_be_read_is_no_mistake(
    reference: str, name: str, project: Project
) -> None:
    project.write(f"briefings/{name}", "title: [\n")
    project.write("briefings/small.yml", f"{BRIEF}{reference}\n")
    assert [path for path, _ in _found(project)] == [name]


@pytest.mark.parametrize("way", ["ending", "place", "link", "folder", "empty"])
def test_topics_that_are_not_read_give_one_finding(way: str, project: Project) -> None:
    project.write_standard()
    project.write("briefings/small.yml", BRIEF + "topics: [banking]\n")
    topics = project.root / TOPICS
    match way:
        case "ending":
            topics.rename(topics.with_suffix(".yaml"))
        case "place":
            topics.rename(topics.with_name("topics-of-ours.yml"))
        case "link":
            topics.rename(project.root / "elsewhere.yml")
            topics.symlink_to(project.root / "elsewhere.yml")
        case "folder":
            topics.unlink()
            topics.mkdir()
        case _:
            topics.write_text("")
    ((path, code),) = _found(project)
    assert "topics" in path
    assert code.startswith("SYN")


def test_an_empty_library_file_is_told_what_it_should_hold(project: Project) -> None:
    project.write(TOPICS, "")
    (found,) = project.check().findings
    assert "- id:" in found["help"]
    assert "summary" not in found["help"]


def test_a_folder_named_like_a_brief_is_said(project: Project) -> None:
    (project.root / "briefings/x.yml").mkdir(parents=True)
    (found,) = project.check().findings
    assert (found["path"], found["code"]) == ("briefings/x.yml", "SYN012")
    assert "folder" in found["message"]


def test_a_folder_that_cannot_be_read_hides_nothing_else(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write("briefings/closed/a.yml", BRIEF)
    project.write("briefings/small.yml", BRIEF.replace("draft", "drft") + "superseded_by: a\n")
    scan = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr("briefbook.corpus.walk.os.scandir", refuse)
    assert _found(project) == [("closed", "SYN012"), ("small.yml", "SCH003")]


def test_two_byte_order_marks_shift_no_column(project: Project) -> None:
    project.write("briefings/bad.yml", "\ufeff\ufeff" + BRIEF.replace("A small brief", ""))
    assert [(f["code"], f["line"], f["column"]) for f in project.check().findings] == [
        ("SYN014", 1, 1), ("SCH002", 1, 7),
    ]  # fmt: skip


def test_why_it_matters_is_said_once_for_each_rule(project: Project) -> None:
    project.write("briefings/bad.yml", BRIEF + "topics: [a-b, a-c]\nsuperseded_by: nope\n")
    said = project.run("check", "--select", "REF").stdout
    assert said.count("REF003 unknown-topic") == 2
    assert said.count("   why: ") == 2
    assert said.index("   why: Readers find briefs by topic") < said.index("topic “a-c”")


def test_no_briefs_at_all_are_said(project: Project) -> None:
    (project.root / "briefings").mkdir()
    result = project.run("check")
    assert result.exit_code == 0
    assert "no brief in briefings/ yet" in result.stderr


def test_a_clean_file_system_error_is_one_line(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no other words are found for it: the file and the reason, never a traceback."""
    project.write("briefings/small.yml", BRIEF)

    def refuse(*_: object) -> NoReturn:
        raise OSError(30, "Read-only file system", "/somewhere/file")

    monkeypatch.setattr("briefbook.cli.check.run", refuse)
    result = project.run("check")
    assert (result.exit_code, result.stderr) == (
        2, "briefbook: /somewhere/file: read-only file system\n",
    )  # fmt: skip


def test_a_missing_file_of_ours_is_our_bug(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    import briefbook

    project.write("briefings/small.yml", BRIEF)
    ours = Path(briefbook.__file__).with_name("gone.md")

    def refuse(*_: object) -> NoReturn:
        raise FileNotFoundError(2, "No such file", str(ours))

    monkeypatch.setattr("briefbook.cli.check.run", refuse)
    assert project.run("check").exit_code == 70


def test_a_file_that_cannot_be_read_hides_nothing_else(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = project.write("briefings/closed.yml", BRIEF)
    project.write("briefings/small.yml", BRIEF + "superseded_by: closed\nauthor: x\n")
    opened = Path.open

    def refuse(self: Path, *arguments: str, **named: str) -> object:
        if self == closed:
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *arguments, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    assert _found(project) == [("closed.yml", "SYN012"), ("small.yml", "SCH001")]
    (found, _) = project.check().findings
    assert "permission denied" in found["message"]


def test_one_mistake_is_one_finding(project: Project) -> None:
    """A misspelt key is not missing too, and what cannot be an id is not unknown too."""
    project.write(
        "briefings/small.yml",
        BRIEF.replace("statement:", "statment:")
        + "    evidence:\n      - {source: First Source, stance: supports}\n",
    )
    assert project.run("check", "--format", "json").codes == ["SCH001", "SCH007"]
