"""Values as code in Markdown for GitHub: what was typed is read back, in bullets and in tables."""

import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefbook.analysis.edition import Edition
from briefbook.corpus import gather
from briefbook.diff.change_report import ChangeReport, read_report
from briefbook.diff.render.markdown import page
from briefbook.findings import Finding, Kind, LocatedFinding, Place, Region, Report, Severity
from briefbook.findings.render.github import summary
from briefbook.model.settings import Settings
from briefbook.review.issue import due_text
from briefbook.text.markdown import code_cell, code_span
from harness import DAY

VALUES = [
    "a | b", "|", "a \\| b", "a \\\\| b", "\\|\\", "a\\", "`|`", "`` | ``` \\| `", "||--|--||",
    "`", "``", "\\`", "|`|", "[[claim|text]]",
]  # fmt: skip
GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


class _Codes(HTMLParser):
    """The texts of all code spans of a page, in order, by whether they stand in a table."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.outside: list[str] = []
        self.cells: list[str] = []
        self._open: list[str] | None = None
        self._table = False
        self.feed(GITHUB.render(markdown))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._table = True
        if tag == "code":
            self._open = self.cells if self._table else self.outside
            self._open.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self._table = False
        if tag == "code":
            self._open = None

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self._open[-1] += data


@given(st.sampled_from(VALUES) | st.text("|\\`a -:~*", min_size=1))
def test_a_value_is_read_back_in_a_bullet_and_in_a_cell(value: str) -> None:
    flat = " ".join(value.split())
    if flat:
        assert _Codes(f"- so: {code_span(value)}, and\n").outside == [flat]
        assert _Codes(f"### {code_span(value)}\n").outside == [flat]
        table = _Codes(f"| a | b |\n|---|---|\n| {code_cell(value)} | {code_cell('z')} |\n")
        assert table.cells == [flat, "z"]


def _finding(value: str) -> LocatedFinding:
    kind = Kind("CLM001", "a-sample", Severity.error)
    place = Place("briefings/a.yml")
    return LocatedFinding(Finding(kind, value, place, value), Region(place.path, 1, 1, 1, 1))


def _report(value: str) -> ChangeReport:
    side = {"brief": "office", "record": value, "path": "briefings/office.yml", "line": 1}
    changes = [
        {**side, "kind": "verdict-moved", "field": "verdict", "before": value, "after": value},
        {**side, "kind": "basis-moved", "field": "", "before": None, "after": value},
        {**side, "kind": "grade-moved", "field": "", "before": value, "after": value},
    ]
    alarm = {"code": "CHG001", "severity": "error", "message": value, "help": value,
             "path": value, "line": 3}  # fmt: skip
    return read_report(json.dumps({
        "version": 1, "base": "a", "head": None, "changes": changes, "alarms": [alarm],
        "unread": [value], "titles": {"office": value}, "says": {f"office#{value}": value},
    }).encode())  # fmt: skip


@pytest.mark.parametrize("value", VALUES)
def test_comments_summaries_and_issues_show_what_was_typed(value: str) -> None:
    comment = _Codes(page(_report(value)))
    assert comment.outside.count(value) >= 5
    assert {*comment.outside} <= {value, "briefbook check", "office", "briefings/office.yml:1"}
    assert {*comment.cells} == {value, f"{value}:3"}
    assert comment.cells.count(value) == 2
    findings = Report((_finding(value),), {})
    assert _Codes(summary(findings)).cells[1:] == [value, value]
    due = due_text(findings, Edition(gather(iter(())), DAY, Settings()))
    assert _Codes(due).outside == ["briefings/a.yml", value, value]
