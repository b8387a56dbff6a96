"""`check --format github`: annotations that a brief cannot forge."""

import re
from collections import Counter
from dataclasses import dataclass

import pytest
from hypothesis import given
from reports import TEXTS, finding, report

from briefbook.findings import Severity
from briefbook.findings.render.github import render
from briefbook.text.terminal import visible
from briefbook.text.workflow import data, property_
from harness import BRIEF, Project

NAMES = {"error": "error", "warning": "warning", "note": "notice"}
COMMAND = re.compile(r"::(error|warning|notice) ([^:\r\n]*)::([^\r\n]*)")


@dataclass(frozen=True)
class Annotation:
    """A workflow command as the runner of GitHub Actions takes it apart."""

    level: str
    properties: dict[str, str]
    message: str


def _read(line: str) -> Annotation:
    """The one command of a line, decoded as the runner does: percent signs last."""
    match = COMMAND.fullmatch(line)
    assert match, line
    pairs = [pair.split("=", 1) for pair in match[2].split(",")]
    return Annotation(
        match[1],
        {key: _decoded(value, "%0D\r %0A\n %3A: %2C, %25%") for key, value in pairs},
        _decoded(match[3], "%0D\r %0A\n %25%"),
    )


def _decoded(text: str, codes: str) -> str:
    for code in codes.split(" "):
        text = text.replace(code[:3], code[3:])
    return text


def _annotations(output: str) -> list[Annotation]:
    """The commands of an output; its last line is the counts and no command."""
    *commands, counts, end = output.split("\n")
    assert counts.startswith("briefbook check: ")
    assert end == ""
    return [_read(line) for line in commands]


# Annotations


def test_an_annotation_says_where_what_and_how_to_mend_it(github: Project) -> None:
    github.write("briefings/a.yml", BRIEF + "    entities: [bnak]\n")
    result = github.run("check", "--format", "github", "--select", "REF")
    assert (result.exit_code, result.stderr) == (1, "")
    assert _annotations(result.stdout) == [
        Annotation(
            "error",
            {
                "file": "briefings/a.yml",
                "line": "9",
                "endLine": "9",
                "col": "16",
                "endColumn": "20",
                "title": "REF002 unknown-entity",
            },
            "There is no entity “bnak”. Did you mean “bank”? If not: add a line to "
            "briefings/_library/entities.yml: - {id: bnak, name: …, kind: …}, with the name in "
            "full and one of the kinds organization, person, state, place, model, document or "
            "other. Where somebody "
            "is named only here, write {name: …} instead of the id.",
        )
    ]


@pytest.mark.parametrize("level", list(Severity))
def test_a_note_is_a_notice(level: Severity) -> None:
    (found,) = _annotations(render(report(finding(severity=level))))
    assert found.level == NAMES[level.name]


def test_columns_are_left_out_where_they_lie_on_two_lines() -> None:
    """GitHub takes columns within one line only."""
    (found,) = _annotations(render(report(finding(line=3, end_line=5))))
    assert found.properties == {
        "file": "briefings/a.yml",
        "line": "3",
        "endLine": "5",
        "title": "CLM001 a-sample",
    }


def test_github_and_json_agree(github: Project) -> None:
    text = "status: drft\nsummary: So [@none].\ntitle: The bank\nclaims: [{id: A}]\n"
    github.write("briefings/a.yml", text)
    found = _annotations(github.run("check", "--format", "github").stdout)
    listed = github.run("check", "--format", "json").findings
    assert len(found) > 4
    rank = list(NAMES)
    listed.sort(key=lambda item: rank.index(item["severity"]))
    assert [
        (item["severity"], item["path"], item["line"], item["column"], item["end_column"])
        for item in listed
    ] == [
        (
            {word: name for name, word in NAMES.items()}[note.level],
            note.properties["file"],
            int(note.properties["line"]),
            int(note.properties["col"]),
            int(note.properties["endColumn"]),
        )
        for note in found
    ]
    assert [f"{item['message']} {item['help']}".strip() for item in listed] == [
        note.message for note in found
    ]


@pytest.mark.parametrize("number", [9, 10, 11, 250])
def test_ten_annotations_of_each_severity_and_the_rest_in_numbers(number: int) -> None:
    items = [
        finding(f"{level.name} {n}", severity=level, line=n + 1)
        for n in range(number)
        for level in Severity
    ]
    output = render(report(*items))
    shown = min(number, 10)
    assert [note.message for note in _annotations(output)] == [
        f"{level} {n}" for level in ("error", "warning", "note") for n in range(shown)
    ]
    counts = output.splitlines()[-1]
    assert counts == (f"briefbook check: {number} errors, {number} warnings, {number} notes")


def test_a_flood_of_notes_does_not_crowd_out_an_error() -> None:
    notes = [finding("A note.", severity=Severity.note) for _ in range(50)]
    found = _annotations(render(report(*notes, finding("An error."))))
    assert found[0] == Annotation("error", found[0].properties, "An error.")
    assert len(found) == 11


def test_the_last_line_counts(github: Project) -> None:
    output = render(report(finding(), waived=2, known=1234))
    assert output.splitlines()[-1] == (
        "briefbook check: 1 error, 0 warnings, 0 notes, 2 waived, 1234 in the baseline"
    )
    assert render(report()) == "briefbook check: 0 errors, 0 warnings, 0 notes\n"


# Escaping

HOSTILE = [
    "\n::error::forged",
    "\r\n::error::forged",
    "\r::error::forged",
    "%0A::error::forged",
    "%0D%0A::error::forged",
    "%250A::error::forged",
    "%25250A::error::forged",
    "::error::forged",
    "::add-mask::a",
    "::stop-commands::word",
    "x,line=1,file=/etc/passwd::forged",
    ",title=forged",
    "##[error]forged",
    "\u2028::error::forged",
    "\x85::error::forged",
    "\x0b::error::forged",
    "\x1b[31m::error::forged",
    "\u202e::error::forged",
]


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_that_looks_like_a_command_stays_one_message(value: str) -> None:
    item = finding(f"a {value} b", f"c {value} d", f"briefings/{value}.yml")
    (found,) = _annotations(render(report(item)))
    assert found.level == "error"
    assert set(found.properties) == {"file", "line", "endLine", "col", "endColumn", "title"}
    assert found.properties["file"] == visible(f"briefings/{value}.yml")
    assert found.message == visible(f"a {value} b c {value} d")


@pytest.mark.parametrize(
    "value",
    [
        "\\n::error::forged",
        "%0A::error::forged",
        "x::error::y",
        "\\r::warning file=a::b",
        "##[error]x",
    ],
)
def test_a_hostile_brief_forges_no_command(value: str, github: Project) -> None:
    """Titles, ids, keys and links are all told in messages."""
    github.write(
        "briefings/a.yml",
        f'title: "{value} ban\u0441k"\nsummary: "So [@none] [[{value}]]."\nstatus: "{value}"\n'
        f'"{value}": 1\n' + BRIEF.split("draft\n")[1] + f'    entities: ["{value}"]\n'
        f'    depends_on: ["{value}"]\n    as_of: "{value}"\n',
    )
    result = github.run("check", "--format", "github")
    found = _annotations(result.stdout)
    real = github.run("check", "--format", "json").findings
    counts = Counter(NAMES[item["severity"]] for item in real)
    assert Counter(note.level for note in found) == {
        level: min(number, 10) for level, number in counts.items()
    }
    assert counts["error"] > 4
    assert {note.properties["file"] for note in found} <= {item["path"] for item in real}


def test_a_hostile_file_name_forges_no_command(github: Project) -> None:
    name = "a,line=7::b%0A::error::c\n::warning::d.yml"
    github.write(f"briefings/{name}", BRIEF)
    found = _annotations(github.run("check", "--format", "github", "--select", "SCH").stdout)
    assert [note.properties["file"] for note in found] == [visible(f"briefings/{name}")]
    assert found[0].properties["line"] == "1"


@given(TEXTS)
def test_the_message_of_a_command_is_read_back(value: str) -> None:
    escaped = data(value)
    assert not re.search(r"[\r\n]", escaped)
    assert _decoded(escaped, "%0D\r %0A\n %25%") == value


@given(TEXTS)
def test_a_property_of_a_command_is_read_back(value: str) -> None:
    escaped = property_(value)
    assert not re.search(r"[\r\n:,]", escaped)
    assert _decoded(escaped, "%0D\r %0A\n %3A: %2C, %25%") == value


@given(TEXTS, TEXTS, TEXTS)
def test_one_finding_is_one_command_whatever_it_says(message: str, remedy: str, name: str) -> None:
    item = finding(message, remedy, f"briefings/{name}.yml")
    output = render(report(item))
    assert len(output.splitlines()) == 2
    (found,) = _annotations(output)
    assert found.properties["file"] == visible(f"briefings/{name}.yml")
    assert found.properties["title"] == "CLM001 a-sample"
    assert found.message == visible(" ".join(part for part in (message, remedy) if part))
