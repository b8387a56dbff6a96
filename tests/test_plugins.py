"""A package of one's own adds rules, forms, scales, slots and page types through entry points."""

import json
from pathlib import Path

import pytest

from harness import BRIEF, WITH_REFERENCE, Project
from packages import Acme

RULE = '''\
"""ACM001 shouted-title: a title in capitals."""

from collections.abc import Iterator

from briefbook.api import Brief, Edition, Finding, Kind, Placed, Rule, Severity, each

KIND = Kind("ACM001", "shouted-title", Severity.warning)


def check(at: Placed[Brief], edition: Edition) -> Iterator[Finding]:
    """Whether the title is in capitals."""
    if at.record.title.isupper():
        yield Finding(KIND, "This title shouts.", at.place("title"), "Lower your voice.")


RULE = Rule(KIND, __name__, each(Brief)(check))
'''

PAGE = """\
# ACM001 shouted-title

A title is in capitals.

## What it checks

Whether the `title` has capitals only.

## Why it matters

Capitals are hard to read.

## Flagged

## Fine

## Settings

A warning by default.
"""

SHOWN = PAGE.replace("in capitals.\n", "in capitals.\n\n*Since 0.1.0.*\n")
"""The page with its line about the life of the rule."""

FORM = '''\
"""Findings as a number."""

from briefbook.api import Renderer, Report

RENDERER = Renderer("acme", lambda report: f"{len(report.findings)} in all\\n")
'''

SCALE = '''\
"""A scale of two terms."""

from briefbook.api import Band, Scale

SCALE = Scale(
    "acme", "ACME scale", "ACME house rules, 2026",
    (Band("hardly", 0, 50), Band("surely", 50, 100)),
)
'''

PROFILE = '''\
"""Silence."""

from briefbook.api import Profile

PROFILE = Profile("silent", "Says nothing.", ignore=("ACM", "CLM"))
'''

SLOT = '''\
"""A greeting."""

from briefbook.api import Slot, tag

SLOT = Slot("greeting", lambda context, number: tag("p", "Hello from <ACME>."))
'''

GROUPS = {
    "briefbook.rules": "acme.rules",
    "briefbook.findings.render": "acme.form",
    "briefbook.model.scales": "acme.scale",
    "briefbook.lint.profiles": "acme.profile",
    "briefbook.pages.slots": "acme.slot",
}


@pytest.fixture
def acme(project: Project, tmp_path: Path) -> Acme:
    project.write_standard()
    project.write("briefings/loud.yml", BRIEF.replace("A small brief", "A LOUD BRIEF"))
    return Acme(tmp_path / "packages", project)


@pytest.fixture
def installed(acme: Acme) -> Acme:
    """With a package that adds one thing of each sort."""
    acme.install(
        {
            "acme/__init__.py": "",
            "acme/rules/__init__.py": '"""Rules of ACME."""\n',
            "acme/rules/shouted_title.py": RULE,
            "acme/rules/shouted_title.md": PAGE,
            "acme/form.py": FORM,
            "acme/scale.py": SCALE,
            "acme/profile.py": PROFILE,
            "acme/slot.py": SLOT,
        },
        GROUPS,
    )
    return acme


def test_a_rule_finds_and_is_chosen_like_any_other(installed: Acme) -> None:
    result = installed.here("check", "--format", "json", "--select", "ACM", "--fail-on", "warning")
    assert (result.code, result.stderr) == (1, "")
    (found,) = json.loads(result.stdout)["findings"]
    said = (found["code"], found["rule"], found["severity"])
    assert said == ("ACM001", "shouted-title", "warning")
    assert (found["path"], found["line"], found["column"]) == ("briefings/loud.yml", 1, 8)
    assert '"code": "ACM001"' in installed.here("check", "--format", "json").stdout


def test_a_rule_is_explained_and_gives_its_reason(installed: Acme) -> None:
    for word in ("ACM001", "shouted-title"):
        result = installed.here("explain", word)
        assert (result.code, result.stdout) == (0, SHOWN)
    assert "ACM001  warning shouted-title\n" in installed.here("explain", "--list").stdout
    assert "   why: Capitals are hard to read.\n" in installed.here("check").stdout


def test_a_rule_can_be_waived_and_set_by_policy(installed: Acme) -> None:
    brief = installed.project.root / "briefings/loud.yml"
    text = brief.read_text()
    waivers = "waivers:\n  - {rule: shouted-title, reason: It is loud., until: 2027-01-01}\n"
    brief.write_text(text + waivers)
    waived = json.loads(installed.here("check", "--format", "json", "--select", "ACM,WVR").stdout)
    assert (waived["findings"], waived["summary"]["waived"]) == ([], 1)
    brief.write_text(text)
    rules = "{select: [ACM], severity: {ACM: error}}"
    installed.project.write(
        "mkdocs.yml", f"site_name: Test\nextra: {{briefbook: {{rules: {rules}}}}}\n"
    )
    result = installed.here("check")
    assert result.code == 1
    assert result.stdout.endswith("1 error\n")


def test_a_form_is_a_choice_of_check(installed: Acme) -> None:
    number = len(json.loads(installed.run("check", "--format", "json").stdout)["findings"])
    result = installed.run("check", "--format", "acme")
    assert (result.code, result.stdout, result.stderr) == (0, f"{number} in all\n", "")
    assert "acme|github|json|sarif|terminal" in installed.run("check", "--help").stdout


JUDGMENT = """\
judgments:
  - {id: it-stays, statement: The office will stay., likelihood: hardly, depends_on: [first]}
"""


def test_a_scale_can_be_named_by_a_brief(installed: Acme) -> None:
    place = "briefings/loud.yml"
    installed.project.write(place, BRIEF + "scale: acme\n" + JUDGMENT)
    result = installed.here("check", "--format", "json", "--select", "SYN,SCH,REF,EST")
    assert (result.code, json.loads(result.stdout)["findings"]) == (0, [])
    installed.project.write(place, BRIEF + "scale: icd203\n" + JUDGMENT)
    result = installed.here("check", "--format", "json", "--select", "SYN,SCH,REF,EST")
    assert [item["code"] for item in json.loads(result.stdout)["findings"]] == ["EST001"]
    assert result.code == 1


def test_a_scale_can_be_the_default_of_a_site(installed: Acme) -> None:
    installed.project.write("mkdocs.yml", "site_name: Test\nextra: {briefbook: {scale: acme}}\n")
    installed.project.write("briefings/loud.yml", BRIEF + JUDGMENT)
    result = installed.here("check", "--format", "json", "--select", "SYN,SCH,REF,EST")
    assert (result.code, json.loads(result.stdout)["findings"]) == (0, [])


def test_a_profile_can_be_named_in_the_settings(installed: Acme) -> None:
    installed.project.write(
        "mkdocs.yml", "site_name: Test\nextra: {briefbook: {rules: {profile: silent}}}\n"
    )
    result = installed.here("check", "--format", "json")
    codes = {item["code"][:3] for item in json.loads(result.stdout)["findings"]}
    assert result.code == 0
    assert not codes & {"ACM", "CLM"}


def test_a_slot_and_the_page_of_a_rule_are_on_the_site(installed: Acme) -> None:
    installed.project.write("mkdocs.yml", WITH_REFERENCE)
    installed.project.write("docs/index.md", "# Home\n\n<!-- briefbook: greeting -->\n")
    result = installed.here("compile")
    assert result.code == 0, result.stderr
    compiled = installed.project.root / "build/docs"
    assert "<p>Hello from &lt;ACME&gt;.</p>" in (compiled / "index.md").read_text()
    page = (compiled / "reference/rules/ACM001/index.md").read_text()
    assert "Capitals are hard to read." in page
    assert "[ACM001](ACM001/index.md)" in (compiled / "reference/rules/index.md").read_text()


def test_without_the_package_none_of_it_is_known(acme: Acme) -> None:
    assert acme.run("explain", "ACM001").code == 2
    assert acme.run("check", "--format", "acme").code == 2
    acme.project.write("briefings/loud.yml", BRIEF + "scale: acme\n")
    assert acme.run("check", "--select", "SCH").code == 1


BROKEN = {
    "no module": ({}, "acme.rules"),
    "raises": ({"acme.py": "1 / 0\n"}, "acme"),
    "no Python": ({"acme.py": "def (\n"}, "acme"),
    "lacks the name": ({"acme.py": ""}, "acme:RULE"),
}


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("case", BROKEN)
def test_a_package_that_cannot_be_imported_is_one_line(case: str, group: str, acme: Acme) -> None:
    files, target = BROKEN[case]
    acme.install(files, {group: target})
    if group.endswith("profiles"):
        acme.project.write(
            "mkdocs.yml", "site_name: Test\nextra: {briefbook: {rules: {profile: x}}}\n"
        )
    run = acme.run if group.endswith("render") else acme.here
    result = run("compile" if group.endswith("slots") else "check")
    assert (result.code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("briefbook: ")
    assert "acme" in line and group in line


CLASHES = {
    "code": (
        {"acme/__init__.py": "", "acme/a.py": RULE.replace("ACM001", "REF001"), "acme/a.md": PAGE},
        "briefbook.rules",
        "acme.a",
        "REF001",
    ),
    "name": (
        {
            "acme/__init__.py": "",
            "acme/a.py": RULE.replace("shouted-title", "unknown-source"),
            "acme/a.md": PAGE,
        },
        "briefbook.rules",
        "acme.a",
        "unknown-source",
    ),
    "scale": (
        {"acme.py": SCALE.replace('"acme"', '"icd203"')},
        "briefbook.model.scales",
        "acme",
        "icd203",
    ),
    "form": (
        {"acme.py": FORM.replace('"acme"', '"json"')},
        "briefbook.findings.render",
        "acme",
        "json",
    ),
}


@pytest.mark.parametrize("case", CLASHES)
def test_a_name_that_is_taken_is_one_line(case: str, acme: Acme) -> None:
    files, group, target, name = CLASHES[case]
    acme.install(files, {group: target})
    result = acme.run("check") if case == "form" else acme.here("check")
    assert (result.code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert name in line


def test_a_rule_in_a_module_of_its_own_is_explained(acme: Acme) -> None:
    acme.install({"acme.py": RULE, "acme.md": PAGE}, {"briefbook.rules": "acme"})
    assert acme.here("explain", "ACM001").stdout == SHOWN
