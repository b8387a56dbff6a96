"""The summary beside a run on GitHub: every finding, and nothing that acts."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from reports import TEXTS, finding, report

from briefbook.findings.render.github import summary
from briefbook.text.markdown import code_cell
from briefbook.text.terminal import visible
from harness import BRIEF, Project


def _summary(project: Project) -> str:
    return (project.root / "summary.md").read_text(encoding="utf-8")


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
        (item["severity"] for item in listed), key=["error", "warning", "note"].index
    )
    assert page.tags == ALLOWED


def test_the_summary_has_what_was_too_much_for_annotations() -> None:
    items = [finding(f"Finding {n}.", line=n + 1) for n in range(400)]
    rows = _page(summary(report(*items))).rows
    assert [row[2] for row in rows[1:]] == [f"Finding {n}." for n in range(400)]


def test_a_summary_of_nothing_has_no_table(github: Project) -> None:
    page = summary(report(waived=3))
    assert "0 errors, 0 warnings, 0 notes, 3 waived" in page
    assert _page(page).rows == []


def test_a_summary_stays_below_the_limit_and_says_what_is_left_out() -> None:
    """GitHub refuses a summary of more than 1 MiB whole."""
    items = [finding(f"{n} " + "银" * 590, "行" * 590) for n in range(2_000)]
    text = summary(report(*items))
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
    text = summary(report(finding(f"x{value}", f"y{value}", f"briefings/{value}.yml")))
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
    items = [finding(f"x{message}", f"y{remedy}") for message, remedy in texts]
    page = _page(summary(report(*items)))
    assert page.tags == ALLOWED
    assert page.rows[1:] == [
        ["error CLM001", "briefings/a.yml:1:2", _flat(f"x{message}"), _flat(f"y{remedy}")]
        for message, remedy in texts
    ]


@given(TEXTS)
def test_a_code_span_is_one_code_cell(value: str) -> None:
    page = _page(f"| a |\n|---|\n| {code_cell('x' + visible(value))} |\n")
    assert page.rows[1:] == [[_flat("x" + value)]]
    assert page.tags == ALLOWED - {"h2", "p"}
    assert "\n" not in code_cell(value)


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
