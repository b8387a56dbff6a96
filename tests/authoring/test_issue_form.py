"""Whatever is typed into an issue form, no character of an answer is lost."""

import io
import sys
from collections.abc import Mapping
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from briefbook.authoring.issue_form import ANSWER, CLAIM, ERROR, Form, read_form
from briefbook.authoring.snippet import snippet
from briefbook.text.terminal import visible
from harness import DAY, Project
from real_site import ROOT

FORMS = {"propose-a-claim": CLAIM, "report-an-error": ERROR, "answer-a-question": ANSWER}
LABELS = [label for form in FORMS.values() for label in form.labels]


def _issue(form: Form, answers: Mapping[str, str]) -> str:
    """An issue as GitHub writes it, and as `jq --raw-output` prints it."""
    parts = (f"### {label}\n\n{answers.get(label, '_No response_')}" for label in form.labels)
    return "\n\n".join(parts) + "\n"


def _error(was: str, now: str = "B.", reason: str = "C.") -> str:
    return _issue(ERROR, {"record": "a#b", "was": was, "now": now, "reason": reason})


def _correction(issue: str) -> Any:
    return yaml.load(snippet(issue, DAY), Loader=yaml.CBaseLoader)["corrections"][0]


@pytest.mark.parametrize("name", FORMS)
def test_the_forms_are_those_of_github(name: str) -> None:
    for folder in (".github", "scripts/briefbook/authoring/hosts/github/.github"):
        text = (ROOT / folder / f"ISSUE_TEMPLATE/{name}.yml").read_text()
        body = yaml.safe_load(text)["body"]
        form = FORMS[name]
        assert tuple(field["attributes"]["label"] for field in body) == form.labels
        optional = tuple(field["attributes"]["label"] for field in body
                         if not field.get("validations", {}).get("required"))  # fmt: skip
        assert optional == form.optional


@pytest.mark.parametrize(
    "was",
    [
        "### What it says\n\nThe bank paid.",
        "Before.\n\n### Background\n\n## was\n\n# now\n\nAfter.",
        "### statement\n\n### question\n\n### url",
        "#### now\n\n###now\n\n ### now\n\n### now, then\n\n### Now",
        "```\n### a heading in code\n\n### now\n\n### reason\n```",
        "~~~~ md\n\n### now\n\n~~~\n\n### reason\n\n~~~~",
        "A line\n### now\nright below it",
        "_No response_",
        "_No response_\n\nis what the form said.",
        "### was\n\n### record\n\nEarlier headings of the form.",
        "### reason\n\nA later heading that stands alone: with it there were fewer headings.",
        "  indented\n\n\nand with blank lines\n\n",
        "\r, \x0b and \u2028 end no line",
        "- a list\n- ---\n- %YAML 1.2\n- &a *a !b",
    ],
)
def test_an_answer_with_headings_stays_whole(was: str) -> None:
    made = _correction(_error(was))
    assert (made["was"], made["now"], made["reason"]) == (was, "B.", "C.")


def test_of_two_headings_that_stand_alone_the_first_counts() -> None:
    made = _correction(_error("A.\n\n### now\n\nTyped.", "B."))
    assert (made["was"], made["now"]) == ("A.", "Typed.\n\n### now\n\nB.")


def test_code_that_is_never_closed_hides_no_heading() -> None:
    made = _correction(_error("```\nA."))
    assert (made["was"], made["now"], made["reason"]) == ("```\nA.", "B.", "C.")


def test_an_answer_that_is_left_empty_is_none() -> None:
    answers = {"statement": "A.", "claimant": "B", "kind": "fact"}
    assert read_form(_issue(CLAIM, {**answers, "url": " \n\n"})).answers == answers


def test_what_is_on_no_line_of_its_own_becomes_comments() -> None:
    claim = _issue(CLAIM, {
        "statement": "One.\nTwo  three.", "claimant": "A paper", "url": "https://x.example/1",
        "said": "so it is", "evidence": "It is so:\n\n### kind\nof proof\x1b",
    })  # fmt: skip
    text = snippet(f"Hello!\n\n{claim}", DAY)
    assert text.startswith(
        "# before the form: Hello!\n"
        "# statement: One.\n# statement: Two  three.\n"
        "# evidence: It is so:\n# evidence: \n# evidence: ### kind\n# evidence: of proof\\x1b\n"
        "claims:\n"
    )
    question = "https://x.example/briefings/a/#who-pays"
    answer = _issue(ANSWER, {
        "question": question, "answer": "We.", "evidence": "E.", "status": "answered",
    })  # fmt: skip
    assert snippet(answer, DAY).startswith(f"# question: {question}\n# evidence: E.\nquestions:")


_ANY = st.text(max_size=60)
_HEADINGS = st.sampled_from(
    [
        *(f"### {label}" for label in LABELS),
        "### Other",
        "## was",
        "```",
        "~~~",
        "_No response_",
        "",
    ]
)
_LINES = st.lists(st.one_of(_ANY, _HEADINGS), max_size=8).map("\n".join)
_FREE = st.one_of(_ANY, _LINES)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n")


def _holds_a_heading(form: Form, text: str) -> bool:
    heads = {f"### {label}" for label in form.labels}
    return any(line.rstrip(" ") in heads for line in _plain(text).split("\n"))


@pytest.mark.parametrize("form", FORMS.values(), ids=[*FORMS])
@given(data=st.data())
def test_any_answers_come_back_as_they_were_typed(form: Form, data: st.DataObject) -> None:
    typed = {label: data.draw(_FREE, label) for label in form.labels}
    typed = {label: text for label, text in typed.items() if not _holds_a_heading(form, text)}
    issue = _issue(form, typed)
    found = read_form(issue).answers
    for label, text in typed.items():
        if text.strip() and not (label in form.optional and text.strip() == "_No response_"):
            # Where an answer ends with a carriage return, GitHub's line feed makes one end of both.
            assert found[label].rstrip("\r") == _plain(text).rstrip("\r")


@pytest.mark.parametrize("form", FORMS.values(), ids=[*FORMS])
@given(data=st.data())
def test_with_headings_of_the_form_itself_no_line_is_lost(form: Form, data: st.DataObject) -> None:
    typed = {label: data.draw(_FREE, label) for label in form.labels}
    issue = _issue(form, typed)
    filled = read_form(issue)
    told = [filled.before]
    for label, text in filled.answers.items():
        told += [f"### {label}", *text.split("\n")]
    # Headings come in the form's order, and between them is what was typed, line by line.
    assert [*filled.answers] == [label for label in form.labels if label in filled.answers]
    kept = [line.rstrip(" ") for line in told if line.strip() not in ("", "_No response_")]
    lines = [line.rstrip(" ") for line in _plain(issue).split("\n")]
    wanted = [line for line in lines if line.strip() not in ("", "_No response_")]
    # What is missing are headings below which nothing stands.
    heads = {f"### {label}" for label in form.labels}
    assert [line for line in wanted if line not in heads] == [
        line for line in kept if line not in heads
    ]


@pytest.mark.parametrize("form", FORMS.values(), ids=[*FORMS])
@given(data=st.data())
def test_every_answer_stands_in_the_yaml_or_in_its_comments(
    form: Form, data: st.DataObject
) -> None:
    typed = {label: f"X{data.draw(_FREE, label)}" for label in form.labels}
    issue = _issue(form, typed)
    text = snippet(issue, DAY)
    made = yaml.load(text, Loader=yaml.CBaseLoader)
    values = [*_leaves(made)]
    comments = [line for line in text.split("\n") if line.startswith("# ")]
    for label, answer in read_form(issue).answers.items():
        lines = [f"# {label}: {visible(line)}" for line in answer.split("\n")]
        assert answer in values or " ".join(lines) in " ".join(comments)


def _leaves(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [leaf for inner in value.values() for leaf in _leaves(inner)]
    return (
        [leaf for inner in value for leaf in _leaves(inner)] if isinstance(value, list) else [value]
    )


@given(st.text(max_size=300))
@example("### statement\n### statement\n### claimant")
@example("```\n### record\n### reason\n```")
def test_any_text_is_read_without_a_crash(text: str) -> None:
    for head in ("", "### statement\n", "### record\n", "### question\n"):
        for tail in ("", "\n### reason\nX", "\n### answer\nX"):
            try:
                read_form(head + text + tail)
            except Exception as error:
                assert type(error).__name__ == "WrongUse"


def test_ten_thousand_headings_are_read_in_one_go() -> None:
    found = read_form(_error("\n\n".join(["### now", "### reason"] * 10_000)))
    assert sum(text.count("### ") for text in found.answers.values()) > 19_990


def test_the_command_reads_standard_input_and_keeps_carriage_returns(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue = "\ufeff" + _error("one\rline").replace("\n", "\r\n")
    stdin = io.TextIOWrapper(io.BytesIO(issue.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    done = project.run("new", "snippet", "-")
    assert done.exit_code == 0, done.stderr
    assert yaml.safe_load(done.stdout)["corrections"][0]["was"] == "one\rline"


def test_what_is_missing_in_a_form_is_named(project: Project) -> None:
    path = project.write("issue.md", _issue(ERROR, {"record": " ", "was": "A.", "reason": ""}))
    done = project.run("new", "snippet", str(path))
    assert (done.exit_code, done.stdout) == (2, "")
    assert "the form is not filled in: record and reason are empty or missing" in done.stderr
