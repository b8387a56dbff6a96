"""Each rule has its page, in one form, and the examples on the pages are true."""

import re
from typing import Any

import pytest

from briefbook.findings import Severity
from briefbook.rules import Rule, all_rules
from briefbook.rules.pages import whole_page
from briefbook.rules.retired import all_retired
from harness import SECTIONS, Example, Project, Result, examples, headings, section

TODAY = "2026-11-23"
BY_CODE = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.kind.code)


def _examples(name: str) -> list[object]:
    """Every example of every page; a page that is missing fails in a test of its own."""
    return [
        pytest.param(rule, example, id=f"{rule.kind.code}-{number}")
        for rule in all_rules()
        for number, example in enumerate(_of(rule, name), 1)
    ]


def _of(rule: Rule, name: str) -> list[Example]:
    try:
        return list(examples(rule.page, name))
    except (FileNotFoundError, ValueError):
        return []


def test_codes_and_names_are_unique() -> None:
    kinds = [rule.kind for rule in all_rules()]
    assert len({kind.code for kind in kinds}) == len(kinds)
    assert len({kind.name for kind in kinds}) == len(kinds)


def test_codes_of_a_family_have_no_gap_but_retired_ones() -> None:
    codes = sorted(
        [*(rule.kind.code for rule in all_rules()), *(one.code for one in all_retired())]
    )
    for family in {code[:3] for code in codes}:
        mine = [code for code in codes if code.startswith(family)]
        assert mine == [f"{family}{number:03}" for number in range(1, len(mine) + 1)]


def test_retired_codes_are_never_used_again() -> None:
    kinds = [rule.kind for rule in all_rules()]
    assert not {kind.code for kind in kinds} & {one.code for one in all_retired()}
    assert not {kind.name for kind in kinds} & {one.name for one in all_retired()}


def test_the_families_are_these() -> None:
    families = {rule.kind.family for rule in all_rules()}
    assert families == set(
        "SYN SCH REF SRC JDG CLM EVD EST CNF QST ASM BAR HYP FCT BRF WVR CHG QUO".split(" ")  # noqa: SIM905
    )


@BY_CODE
def test_codes_and_names_have_their_form(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.kind.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+|alias|tag", rule.kind.name)
    # “allow unused-source” must read as allowing something that is there, never as a command.
    assert not rule.kind.name.startswith(("no-", "check-", "require-", "must-"))


@BY_CODE
def test_module_is_called_like_the_rule(rule: Rule) -> None:
    family, name = rule.module.split(".")[-2:]
    assert rule.kind.code.lower().startswith(family)
    assert name.replace("_", "-") == rule.kind.name


@BY_CODE
def test_page_has_the_sections_in_order(rule: Rule) -> None:
    title = f"# {rule.kind.code} {rule.kind.name}"
    assert headings(rule.page) == [title, *(f"## {name}" for name in SECTIONS)]


@BY_CODE
def test_every_section_says_something(rule: Rule) -> None:
    opening = rule.page.split("\n## ", 1)[0].split("\n", 1)[1].strip()
    assert opening.endswith(".") and "\n\n" not in opening
    assert all(section(rule.page, name).strip() for name in SECTIONS)


@BY_CODE
def test_why_it_matters_is_one_to_four_sentences(rule: Rule) -> None:
    assert 1 <= len(re.findall(r"[.!?”)](?=\s|$)", section(rule.page, "Why it matters"))) <= 4


@BY_CODE
def test_settings_name_the_severity(rule: Rule) -> None:
    assert rule.kind.severity.name in section(rule.page, "Settings")


@BY_CODE
def test_there_are_examples_of_both_sorts(rule: Rule) -> None:
    assert list(examples(rule.page, "Flagged"))
    assert list(examples(rule.page, "Fine"))


def _check(rule: Rule, project: Project) -> Result:
    """All findings of reading and of references, and those of the rule; other opinions are left."""
    answers = ("--links", str(project.root / "links.json")) if rule.check_answers else ()
    return project.check("--select", f"SYN,SCH,REF,{rule.kind.code}", "--today", TODAY, *answers)


def _alarms(rule: Rule, project: Project) -> list[dict[str, Any]]:
    """The alarms of a rule of change, from the first revision of an example to the second."""
    found = project.diff("--today", TODAY).json["alarms"]
    return [item for item in found if item["code"] == rule.kind.code]


@pytest.mark.parametrize(("rule", "example"), _examples("Flagged"))
def test_flagged(rule: Rule, example: Example, project: Project) -> None:
    example.write(project)
    if rule.compare:
        alarms = _alarms(rule, project)
        assert {(item["path"], item["line"]) for item in alarms} == example.marked != set()
        return
    result = _check(rule, project)
    assert set(result.codes) == {rule.kind.code}
    assert result.exit_code == (rule.kind.severity is Severity.error)
    if example.marked:
        assert {(item["path"], item["line"]) for item in result.findings} == example.marked


@pytest.mark.parametrize(("rule", "example"), _examples("Fine"))
def test_fine(rule: Rule, example: Example, project: Project) -> None:
    example.write(project)
    assert bool(rule.compare) == example.compares
    if rule.compare:
        assert _alarms(rule, project) == []
    result = _check(rule, project)
    assert (result.findings, result.exit_code) == ([], 0)


@BY_CODE
def test_explain_prints_the_page(rule: Rule, project: Project) -> None:
    for word in (rule.kind.code, rule.kind.code.lower(), rule.kind.name):
        result = project.run("explain", word)
        assert (result.exit_code, result.stdout) == (0, whole_page(rule))


@BY_CODE
def test_the_life_of_a_rule_stands_below_its_first_sentence(rule: Rule) -> None:
    opening, sections = rule.page.split("\n## ", 1)
    assert whole_page(rule) == f"{opening.rstrip()}\n\n{rule.kind.life}\n\n## {sections}"
    assert str(rule.kind.life).startswith(f"*Since {rule.kind.life.since}")
