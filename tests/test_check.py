"""`briefbook check`: the shape of its JSON, its options, and what a person sees at a terminal."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from harness import BRIEF, SOUND, Project

BAD = """\
title: The bank, the banк and the 银行 (Сбербанк)
summary: An agency wrote so [@agency-reprot], and a newspaper copied it.
status: drft
published: 2026-02-30
autors: [A reporter]
claims:
  - id: first
    statement: The bank opened an office, and this line is so long that only a part of it is shown.
    kind: fact
    verdict: supported
    entities: [bank, oficer]
    depends_on: [second]
    evidence:
      - {source: agency-report, stance: supports, note: "A long note before the place.", lokator: 3}
  - id: first
    statement: The bank closed an office.
    kind: fact
    verdict: contested
"""


@pytest.fixture
def troubled(project: Project) -> Project:
    """Two briefs with errors, one of them with a warning too, and one without."""
    project.write_standard()
    project.write("briefings/2026/bad.yml", BAD)
    project.write("briefings/fine.yml", SOUND)
    project.write("briefings/tabs.yml", "title: A brief\n\tsummary: One sentence.\n")
    return project


def test_json_shape(project: Project) -> None:
    project.write_standard()
    project.write("briefings/a.yml", BRIEF + "    entities: [bnak]\n")
    result = project.check()
    assert list(result.json) == ["version", "summary", "findings"]
    assert result.json["version"] == 1
    assert result.json["summary"] == {"error": 1, "warning": 0, "note": 0, "waived": 0}
    assert result.findings == [
        {
            "code": "REF002",
            "rule": "unknown-entity",
            "severity": "error",
            "message": "There is no entity “bnak”.",
            "help": (
                "Did you mean “bank”? If not: add a line to briefings/_library/entities.yml: "
                "- {id: bnak, name: …, kind: …}, with the name in full and one of the kinds "
                "organization, person, state, place, model, document or other. Where somebody is "
                "named only here, write {name: …} instead of the id."
            ),
            "path": "briefings/a.yml",
            "line": 9,
            "column": 16,
            "end_line": 9,
            "end_column": 20,
            "route": ["claims", 0, "entities", 0],
            "related": [],
        }
    ]
    assert list(result.findings[0]) == [
        *("code", "rule", "severity", "message", "help"),
        *("path", "line", "column", "end_line", "end_column", "route", "related"),
    ]


def test_related_places_have_regions(project: Project) -> None:
    project.write_standard()
    project.write("briefings/a.yml", BRIEF + "status: published\n")
    (found,) = project.check().findings
    assert found["related"] == [
        {
            "message": "it stands here already",
            "path": "briefings/a.yml",
            "line": 3,
            "column": 1,
            "end_line": 3,
            "end_column": 7,
        }
    ]


def test_columns_count_characters_and_not_bytes(project: Project) -> None:
    project.write_standard()
    project.write("briefings/a.yml", BRIEF.replace("One", "Это 银行 𝔸 [@none]"))
    (found,) = project.check().findings
    assert (found["column"], found["end_column"]) == (20, 25)


def test_nothing_wrong(project: Project) -> None:
    project.write_standard()
    project.write("briefings/a.yml", SOUND)
    assert project.check().json["findings"] == []
    result = project.run("check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "no findings\n", "")


def test_terminal(troubled: Project, snapshot: SnapshotAssertion) -> None:
    result = troubled.run("check")
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout == snapshot


def test_terminal_and_json_agree(troubled: Project) -> None:
    lines = troubled.run("check").stdout.split("\n")
    heads = [line for line in lines if line.startswith("briefings/")]
    assert [head.split(": ")[0] for head in heads] == [
        f"{item['path']}:{item['line']}:{item['column']}" for item in troubled.check().findings
    ]


def test_terminal_shows_no_raw_control_character(project: Project) -> None:
    project.write("briefings/a.yml", "title: \x1b[31mred\x1b[0m \u202egnp\n")
    output = project.run("check").stdout
    assert output.isprintable() or set(output) - {"\n"} == {
        char for char in output if char.isprintable()
    }
    assert "\\x1b" in output


def test_two_runs_give_the_same_bytes(troubled: Project) -> None:
    for form in ("json", "terminal"):
        first, second = (troubled.run("check", "--format", form) for _ in range(2))
        assert first == second


@pytest.mark.parametrize(
    ("arguments", "families"),
    [
        (["--select", "REF"], {"REF"}),
        (["--select", "ref"], {"REF"}),
        (["--select", "REF,SYN"], {"REF", "SYN"}),
        (["--select", "REF", "--select", "SYN"], {"REF", "SYN"}),
        (["--select", "SYN, SCH"], {"SYN", "SCH"}),
        (["--select", "REF, "], {"REF"}),
        (["--ignore", "REF"], {"SYN", "SCH"}),
        (["--ignore", "REF,SYN"], {"SCH"}),
        (["--ignore", "REF, "], {"SYN", "SCH"}),
        (["--select", "REF,SCH", "--ignore", "SCH"], {"REF"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_select_and_ignore(arguments: list[str], families: set[str], troubled: Project) -> None:
    result = troubled.check(*arguments)
    assert {code[:3] for code in result.codes} == families
    everything = [code for code in troubled.check().codes if code[:3] in families]
    assert result.codes == everything


def test_select_one_code(troubled: Project) -> None:
    assert troubled.check("--select", "REF001").codes == ["REF001"]
    assert "REF001" not in troubled.check("--ignore", "REF001").codes


@pytest.mark.parametrize(
    ("level", "code", "expected"),
    [
        ("error", "SYN014", 0),
        ("warning", "SYN014", 1),
        ("note", "SYN014", 1),
        ("error", "SCH001", 1),
        ("note", "REF010", 0),
    ],
)
def test_fail_on(level: str, code: str, expected: int, troubled: Project) -> None:
    result = troubled.check("--select", code, "--fail-on", level)
    assert result.exit_code == expected
    assert len(result.codes) == sum(result.json["summary"].values())


@pytest.mark.parametrize("form", ["json", "terminal"])
def test_output_file_holds_what_would_be_printed(form: str, troubled: Project) -> None:
    printed = troubled.run("check", "--format", form)
    written = troubled.run("check", "--format", form, "-o", "out/findings.txt")
    assert (written.exit_code, written.stdout) == (printed.exit_code, "")
    assert (troubled.root / "out/findings.txt").read_text(encoding="utf-8") == printed.stdout
    assert [path.name for path in (troubled.root / "out").iterdir()] == ["findings.txt"]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["briefings"], {"briefings/2026/bad.yml", "briefings/tabs.yml"}),
        (["."], {"briefings/2026/bad.yml", "briefings/tabs.yml"}),
        (["briefings/.."], {"briefings/2026/bad.yml", "briefings/tabs.yml"}),
        (["briefings/2026"], {"briefings/2026/bad.yml"}),
        (["briefings/2026/"], {"briefings/2026/bad.yml"}),
        (["briefings/../briefings/2026/.."], {"briefings/2026/bad.yml", "briefings/tabs.yml"}),
        (["briefings/tabs.yml"], {"briefings/tabs.yml"}),
        (["briefings/tabs.yml", "briefings/2026/bad.yml"],
         {"briefings/2026/bad.yml", "briefings/tabs.yml"}),
        (["briefings/fine.yml"], set()),
        (["briefings/_library"], set()),
    ],
)  # fmt: skip
def test_paths(paths: list[str], expected: set[str], troubled: Project) -> None:
    result = troubled.check(*paths)
    assert {item["path"] for item in result.findings} == expected
    assert result.exit_code == bool(expected)


def test_paths_may_be_absolute(troubled: Project) -> None:
    result = troubled.check(str(troubled.root / "briefings" / "tabs.yml"))
    assert {item["path"] for item in result.findings} == {"briefings/tabs.yml"}


def test_a_file_is_checked_in_the_light_of_the_corpus(project: Project) -> None:
    """Asking for one file only leaves out findings, it changes none."""
    project.write_standard()
    project.write("briefings/one.yml", BRIEF + "    contradicts: [two#first]\n")
    project.write("briefings/two.yml", BRIEF + "    contradicts: [one#frist]\n")
    assert project.check("briefings/one.yml").codes == []
    assert project.check("briefings/two.yml").codes == ["REF004"]


def test_project_is_found_upward_and_by_option(
    troubled: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = Project(troubled.root / "briefings" / "2026")
    assert inside.check() == troubled.check()
    outside = Project(tmp_path)
    assert outside.check("--project", "project") == troubled.check()
    assert outside.check("--project", str(troubled.root)) == troubled.check()


def test_hidden_and_underscored_files_are_no_briefs(project: Project) -> None:
    for path in ("_private/draft.yml", "_draft.yml", ".draft.yml", ".git/config.yml", "notes.md"):
        project.write(f"briefings/{path}", "not: a: brief")
    assert project.check().codes == []
