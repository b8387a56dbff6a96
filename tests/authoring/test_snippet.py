"""Filled-in issue forms become YAML that reads back as what was typed, whatever was typed."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefbook.authoring.snippet import fenced, snippet
from briefbook.project.wrong_use import WrongUse
from harness import DAY, Project
from real_site import ROOT

CLAIM = """\
### statement

By February 2025 the bank and the university were partners.

### claimant

A newspaper

### url

https://example.org/news/1

### said

_No response_

### kind

fact

### evidence

A dean denies it:
https://example.org/news/2
"""


def _read(text: str) -> Any:
    return yaml.load(text, Loader=yaml.CBaseLoader)


def test_a_claim(project: Project) -> None:
    path = project.write("issue.md", CLAIM)
    text = project.run("new", "snippet", str(path)).stdout
    assert text.startswith(
        "# evidence: A dean denies it:\n# evidence: https://example.org/news/2\n"
    )
    made = _read(text)
    assert made["claims"] == [{
        "id": "by-february-2025-the-bank-and",
        "statement": "By February 2025 the bank and the university were partners.",
        "claimant": {"name": "A newspaper"}, "kind": "fact", "verdict": "unverified",
        "appearance": "example-org",
    }]  # fmt: skip
    assert made["sources"][0]["url"] == "https://example.org/news/1"
    brief = f"title: T\nsummary: S.\nstatus: draft\n{text}"
    project.write("briefings/small.yml", brief)
    assert project.check("--select", "SYN,SCH,REF").findings == []


def test_an_error_and_an_answer() -> None:
    error = (
        "### record\n\nhttps://x.org/briefings/a/#first-claim\n\n### was\n\nA.\n\n### now\n\nB.\n\n"
    )
    made = _read(snippet(f"{error}### reason\n\nIt was seen.\n", DAY))["corrections"][0]
    assert made["date"] == "2026-11-23"
    assert (made["records"], made["was"], made["now"]) == (["first-claim"], "A.", "B.")
    answer = "### question\n\nhttps://x.org/briefings/a/#who-pays\n\n### answer\n\nThe city.\n"
    made = _read(snippet(answer, DAY))["questions"][0]
    assert made == {"id": "who-pays", "status": "partly-answered", "answer": "The city."}


def test_an_error_in_a_whole_brief_names_no_record() -> None:
    said = snippet(
        "### record\n\nhttps://x.org/briefings/a/\n\n### was\n\nA.\n\n### reason\n\nC.\n",
        DAY,
    )
    assert "records" not in yaml.safe_load(said)["corrections"][0]
    assert said.startswith("# record: https://x.org/briefings/a/\n")


def test_a_long_id_stays_whole() -> None:
    name = "what-the-bank-and-the-university-have-agreed-upon"
    for typed in (f"https://x.org/briefings/a/#{name}", name, f"a#{name} "):
        answer = f"### question\n\n{typed}\n\n### answer\n\nThe city.\n"
        assert _read(snippet(answer, DAY))["questions"][0]["id"] == name


@given(st.text(max_size=200), st.text(max_size=200))
def test_what_was_typed_stays_a_text(statement: str, evidence: str) -> None:
    issue = f"### statement\n\nX {statement}\n\n### claimant\n\nY\n\n### evidence\n\n{evidence}\n"
    try:
        text = snippet(issue, DAY)
    except WrongUse:
        return
    made = _read(text)
    assert set(made) == {"claims"}
    assert made["claims"][0]["statement"].startswith("X")
    block = fenced(text, "yaml")
    fence = block.partition("yaml")[0]
    assert block.count(f"\n{fence}\n") == 1


@pytest.mark.parametrize(
    "text", ["", "Hello", "### other\n\nx\n", "### statement\n\n\n", "x" * 300_000]
)
def test_what_is_no_form(project: Project, text: str) -> None:
    path = project.write("issue.md", text)
    result = project.run("new", "snippet", str(path))
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)


def test_the_forms_have_the_fields_that_are_read() -> None:
    forms = "".join(path.read_text() for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("*-*.yml"))
    labels = (
        "statement claimant url said kind evidence record was now reason question answer status"
    )
    for label in labels.split():
        assert f"label: {label}\n" in forms
