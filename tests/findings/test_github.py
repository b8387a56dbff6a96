"""`check --format github`: annotations that a brief cannot forge, and the step summary."""

import re
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefbook.findings import Finding, Kind, LocatedFinding, Place, Region, Report, Severity
from briefbook.findings.render.github import render, summary
from briefbook.text.markdown import code_span
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


def _finding(
    message: str = "So.",
    remedy: str = "",
    path: str = "briefings/a.yml",
    severity: Severity = Severity.error,
    line: int = 1,
    end_line: int | None = None,
) -> LocatedFinding:
    return LocatedFinding(
        Finding(Kind("CLM001", "a-sample", severity), message, Place(path), remedy),
        Region(path, line, 2, end_line or line, 5),
    )


def _report(*items: LocatedFinding, waived: int = 0, known: int | None = None) -> Report:
    return Report(items, {}, waived, known)


@pytest.fixture
def github(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project in a step of a workflow, whose summary is summary.md."""
    project.write_standard()
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(project.root / "summary.md"))
    return project


def _summary(project: Project) -> str:
    return (project.root / "summary.md").read_text(encoding="utf-8")


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
            "There is no entity “bnak”. Did you mean “bank”? Add it to _library/entities.yml, or "
            "write {name: …} where somebody is named only here.",
        )
    ]


@pytest.mark.parametrize("level", list(Severity))
def test_a_note_is_a_notice(level: Severity) -> None:
    (found,) = _annotations(render(_report(_finding(severity=level))))
    assert found.level == NAMES[level.name]


def test_columns_are_left_out_where_they_lie_on_two_lines() -> None:
    """GitHub takes columns within one line only."""
    (found,) = _annotations(render(_report(_finding(line=3, end_line=5))))
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
        _finding(f"{level.name} {n}", severity=level, line=n + 1)
        for n in range(number)
        for level in Severity
    ]
    output = render(_report(*items))
    shown = min(number, 10)
    assert [note.message for note in _annotations(output)] == [
        f"{level} {n}" for level in ("error", "warning", "note") for n in range(shown)
    ]
    counts = output.splitlines()[-1]
    assert counts == (f"briefbook check: {number} errors, {number} warnings, {number} notes")


def test_a_flood_of_notes_does_not_crowd_out_an_error() -> None:
    notes = [_finding("A note.", severity=Severity.note) for _ in range(50)]
    found = _annotations(render(_report(*notes, _finding("An error."))))
    assert found[0] == Annotation("error", found[0].properties, "An error.")
    assert len(found) == 11


def test_the_last_line_counts(github: Project) -> None:
    output = render(_report(_finding(), waived=2, known=1234))
    assert output.splitlines()[-1] == (
        "briefbook check: 1 error, 0 warnings, 0 notes, 2 waived, 1234 in the baseline"
    )
    assert render(_report()) == "briefbook check: 0 errors, 0 warnings, 0 notes\n"


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
    item = _finding(f"a {value} b", f"c {value} d", f"briefings/{value}.yml")
    (found,) = _annotations(render(_report(item)))
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


TEXTS = st.text(st.sampled_from("%0AaDd25:,;=\r\n \t\\[]#é银\u2028\x85\x0b\x1b|`<>&*_")) | st.text(
    st.characters(exclude_categories=["Cs"])
)


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
    item = _finding(message, remedy, f"briefings/{name}.yml")
    output = render(_report(item))
    assert len(output.splitlines()) == 2
    (found,) = _annotations(output)
    assert found.properties["file"] == visible(f"briefings/{name}.yml")
    assert found.properties["title"] == "CLM001 a-sample"
    assert found.message == visible(" ".join(part for part in (message, remedy) if part))


# The step summary


class _Cells(HTMLParser):
    """The table of a page: the texts of its cells, row by row, and every tag that it has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: set[str] = set()
        self._open = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not [name for name, _ in attrs if name != "style"]
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
            self._open = True

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._open:
            self.rows[-1][-1] += data


ALLOWED = {"h2", "p", "table", "thead", "tbody", "tr", "th", "td", "code"}


def _page(markdown: str) -> _Cells:
    """A summary as a reader of Markdown with tables and raw HTML shows it."""
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return _Cells(reader.render(markdown))


def _flat(text: str) -> str:
    return " ".join(visible(text).split())


def test_the_summary_lists_every_finding_the_gravest_first(github: Project) -> None:
    github.write("briefings/a.yml", BRIEF + "    entities: [bnak]\n")
    result = github.run("check", "--format", "github", "--today", "2026-11-23")
    assert result.exit_code == 1
    page = _page(_summary(github))
    head, *rows = page.rows
    assert head == ["", "Where", "What", "How to mend it"]
    listed = github.run("check", "--format", "json").findings
    assert len(rows) == len(listed) > 2
    assert rows[0] == [
        "error REF002",
        "briefings/a.yml:9:16",
        "There is no entity “bnak”.",
        listed[-1]["help"],
    ]
    assert [row[0].split()[0] for row in rows] == sorted(
        (item["severity"] for item in listed), key=list(NAMES).index
    )
    assert page.tags == ALLOWED


def test_the_summary_has_what_was_too_much_for_annotations() -> None:
    items = [_finding(f"Finding {n}.", line=n + 1) for n in range(400)]
    rows = _page(summary(_report(*items))).rows
    assert [row[2] for row in rows[1:]] == [f"Finding {n}." for n in range(400)]


def test_a_summary_of_nothing_has_no_table(github: Project) -> None:
    page = summary(_report(waived=3))
    assert "0 errors, 0 warnings, 0 notes, 3 waived" in page
    assert _page(page).rows == []


def test_a_summary_stays_below_the_limit_and_says_what_is_left_out() -> None:
    """GitHub refuses a summary of more than 1 MiB whole."""
    items = [_finding(f"{n} " + "银" * 590, "行" * 590) for n in range(2_000)]
    text = summary(_report(*items))
    assert len(text.encode()) < 1_000_000
    shown = len(_page(text).rows) - 1
    assert 100 < shown < 2_000
    assert text.rstrip().endswith(
        f"{2_000 - shown:,} more findings: run `briefbook check` to see them all."
    )


def test_a_summary_is_added_to_what_the_step_has_written(github: Project) -> None:
    github.write("summary.md", "# Mine\n\n")
    github.write("briefings/a.yml", BRIEF)
    for _ in range(2):
        github.run("check", "--format", "github")
    assert _summary(github).startswith("# Mine\n\n## Briefbook\n")
    assert _summary(github).count("## Briefbook\n") == 2


def test_other_forms_and_other_places_write_no_summary(
    github: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    github.write("briefings/a.yml", BRIEF)
    for form in ("json", "sarif", "terminal"):
        github.run("check", "--format", form)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY")
    github.run("check", "--format", "github")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "")
    assert github.run("check", "--format", "github").stderr == ""
    assert not (github.root / "summary.md").exists()


@pytest.mark.parametrize("name", ["missing/summary.md", "briefings"])
def test_a_summary_that_cannot_be_written_is_one_line(
    name: str, github: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    github.write("briefings/a.yml", BRIEF)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(github.root / name))
    result = github.run("check", "--format", "github")
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"briefbook: {github.root / name} cannot be written")


MARKUP = [
    "<script>alert(1)</script>",
    "<img src=https://evil.example/x.png>",
    "![x](https://evil.example/x.png)",
    "[x](https://evil.example)",
    "https://evil.example",
    "a | b | c",
    "a \\| b",
    "a \\\\| b",
    "|---|---|",
    "`",
    "``` a `` b ` c",
    "`|`",
    "\\`",
    "a`",
    "` <b>x</b> `",
    "@somebody #1 GH-1",
    "\n\n# A heading\n\n<b>x</b>",
    "\r\n| error | x |\n",
    "&lt;b&gt; &amp;",
    "**x** __y__ ~~z~~",
    "<!-- ",
    "]]> <?x",
    "",
    " ",
    "\t",
]


@pytest.mark.parametrize("value", MARKUP)
def test_nothing_acts_in_the_summary(value: str) -> None:
    text = summary(_report(_finding(f"x{value}", f"y{value}", f"briefings/{value}.yml")))
    page = _page(text)
    assert page.tags == ALLOWED
    (_, row) = page.rows
    assert row == [
        "error CLM001",
        _flat(f"briefings/{value}.yml:1:2"),
        _flat(f"x{value}"),
        _flat(f"y{value}"),
    ]


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=3))
def test_nothing_invented_acts_in_the_summary(texts: list[tuple[str, str]]) -> None:
    items = [_finding(f"x{message}", f"y{remedy}") for message, remedy in texts]
    page = _page(summary(_report(*items)))
    assert page.tags == ALLOWED
    assert page.rows[1:] == [
        ["error CLM001", "briefings/a.yml:1:2", _flat(f"x{message}"), _flat(f"y{remedy}")]
        for message, remedy in texts
    ]


@given(TEXTS)
def test_a_code_span_is_one_code_span(value: str) -> None:
    page = _page(f"| a |\n|---|\n| {code_span('x' + visible(value))} |\n")
    assert page.rows[1:] == [[_flat("x" + value)]]
    assert page.tags == ALLOWED - {"h2", "p"}
    assert "\n" not in code_span(value)


def test_a_hostile_brief_does_not_act_in_the_summary(github: Project) -> None:
    value = "<img src=x> | `[x](//evil.example) @a"
    github.write("briefings/a.yml", BRIEF + f"    entities: ['{value}']\n    as_of: '{value}'\n")
    github.run("check", "--format", "github")
    page = _page(_summary(github))
    assert page.tags == ALLOWED
    assert sum(value in cell for row in page.rows for cell in row) >= 2


def test_the_summary_names_no_place_of_this_machine(github: Project) -> None:
    github.write("briefings/a.yml", BRIEF)
    github.run("check", "--format", "github")
    assert str(Path(github.root)) not in _summary(github)
