"""What is withdrawn is judged by no editorial rule: every flagged example falls silent with it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import yaml

from briefbook.rules import Rule, all_rules
from harness import Block, Example, Project, examples

TODAY = "2026-11-23"
GONE = {"date": "2026-11-20", "reason": "It was wrong.", "notice": "We withdrew it."}
RECORDS = (
    "judgments", "claims", "barriers", "questions", "assumptions", "hypotheses", "events",
    "sources",
)  # fmt: skip
EDITORIAL = ("CLM", "EVD", "JDG", "QST", "BAR", "FCT", "CNF", "EST", "SRC")
ON_WITHDRAWAL = ("BRF004", "BRF006", "BRF007", "WVR006")
"""Rules of a brief that apply for ever: how it was withdrawn or superseded, and how it is typed."""
OF_CHANGE = ("CHG001", "CHG002", "CHG008", "CHG007")
"""Alarms at a record that moved; the others are about the withdrawal itself, or about the brief."""


def _examples(*families: str) -> list[Any]:
    return list(_each(families))


def _each(families: tuple[str, ...]) -> Iterator[Any]:
    for rule in all_rules():
        if rule.kind.code.startswith(families) and rule.kind.code not in ON_WITHDRAWAL:
            for number, example in enumerate(examples(rule.page, "Flagged")):
                yield pytest.param(rule, example, id=f"{rule.kind.code}-{number}")


def _records_withdrawn(block: Block) -> Block:
    data = yaml.safe_load(block.content)
    if "revision" in block.attributes or not block.path.endswith(".yml"):
        return block
    lists = [data] if isinstance(data, list) else [data.get(name, []) for name in RECORDS]
    for records in lists:
        for record in records:
            record["withdrawn"] = dict(GONE)
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    return replace(block, content=text)


def _brief_withdrawn(block: Block) -> Block:
    if "_library" in block.path or "revision" in block.attributes:
        return block
    gone = "withdrawn: {date: 2026-11-20, reason: It was wrong., notice: We withdrew it.}\n"
    return replace(block, content=f"{block.content}{gone}")


def _found(rule: Rule, example: Example, project: Project) -> list[dict[str, Any]]:
    example.write(project)
    if rule.compare:
        alarms: list[dict[str, Any]] = project.diff("--today", TODAY).json["alarms"]
        return [item for item in alarms if item["code"] == rule.kind.code]
    answers = ("--links", str(project.root / "links.json")) if rule.check_answers else ()
    result = project.check("--select", f"SYN,SCH,{rule.kind.code}", "--today", TODAY, *answers)
    return result.findings


@pytest.mark.parametrize(("rule", "example"), _examples(*EDITORIAL, *OF_CHANGE))
def test_a_withdrawn_record_is_not_judged(rule: Rule, example: Example, project: Project) -> None:
    blocks = tuple(
        _records_withdrawn(block) if block.path.startswith("briefings/") else block
        for block in example.blocks
    )
    assert _found(rule, replace(example, blocks=blocks), project) == []


@pytest.mark.parametrize(("rule", "example"), _examples(*EDITORIAL, *OF_CHANGE, "BRF", "WVR"))
def test_a_withdrawn_brief_is_not_judged(rule: Rule, example: Example, project: Project) -> None:
    blocks = tuple(
        _brief_withdrawn(block) if block.path.startswith("briefings/") else block
        for block in example.blocks
    )
    found = _found(rule, replace(example, blocks=blocks), project)
    assert [item for item in found if "_library" not in item["path"]] == []


OPEN_QUESTION = """\
title: T
summary: S.
status: draft
judgments:
  - {id: j, statement: It holds., confidence: low, confidence_because: Little., because: B.}
questions:
  - id: q
    question: Does it?
    status: open
    bears_on: [j]
"""


def test_a_withdrawn_question_is_not_open(project: Project) -> None:
    project.write("briefings/b.yml", OPEN_QUESTION)
    assert project.check("--select", "SCH,CNF004").codes == []
    project.write("briefings/b.yml", f"{OPEN_QUESTION}    withdrawn: {{date: 2026, reason: R.}}\n")
    assert project.check("--select", "SCH,CNF004").codes == ["CNF004"]


def test_of_two_sources_that_are_one_work_one_is_withdrawn(project: Project) -> None:
    url = "url: 'https://example.org/x'"
    twice = f"- {{id: a, title: A, {url}}}\n- {{id: b, title: B, {url}%s}}\n"
    project.write("briefings/_library/sources/s.yml", twice % "")
    assert project.check("--select", "SCH,SRC007").codes == ["SRC007"]
    gone = ", withdrawn: {date: 2026, reason: The same as a.}"
    project.write("briefings/_library/sources/s.yml", twice % gone)
    assert project.check("--select", "SCH,SRC007").codes == []


def test_the_withdrawal_itself_is_judged(project: Project) -> None:
    text = OPEN_QUESTION.replace("draft", "published") + "    withdrawn: {date: 2026, reason: R.}\n"
    project.write("briefings/b.yml", text)
    assert "BRF007" in project.check("--select", "SCH,BRF").codes
    project.write("briefings/b.yml", f"{OPEN_QUESTION}withdrawn: {{date: 2026, reason: R.}}\n")
    assert project.check("--select", "SCH,BRF").codes == []
    project.write("briefings/b.yml", OPEN_QUESTION.replace("draft", "withdrawn"))
    assert project.check("--select", "SCH,BRF").codes == ["BRF007"]
