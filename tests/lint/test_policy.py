"""`extra.briefbook.rules`: choices for all, choices for some paths, and their limits."""

import re

import pytest
from mixed import BRIEF_PATH, DEFAULTS, set_rules, severities

from briefbook.findings import Severity
from briefbook.lint.profiles import profiles
from harness import BRIEF, DAY, SOUND, Project


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ("{select: [CLM]}", {"CLM001", "CLM004"}),
        ("{select: CLM}", {"CLM001", "CLM004"}),
        ("{select: [clm001]}", {"CLM001"}),
        ("{select: [single-origin, SRC]}", {"CLM004", "SRC001", "SRC002", "SRC004", "SRC005"}),
        ("{select: [CLM], ignore: [single-origin]}", {"CLM001"}),
        ("{ignore: [CLM, SRC, EST003]}", {"CNF004", "EVD002", "EVD005", "JDG003", "QUO008"}),
        ("{select: [CLM], ignore: [CLM]}", set()),
        ("{select: [], ignore: []}", set(DEFAULTS)),
    ],
)
def test_select_and_ignore(rules: str, expected: set[str], mixed: Project) -> None:
    set_rules(mixed, rules)
    found = severities(mixed)
    assert found == {code: DEFAULTS[code] for code in expected}


@pytest.mark.parametrize(
    ("severity", "changed"),
    [
        ("{CLM004: error}", {"CLM004": "error"}),
        ("{single-origin: error}", {"CLM004": "error"}),
        ("{clm: error}", {"CLM001": "error", "CLM004": "error"}),
        ("{CLM: error, CLM004: note}", {"CLM001": "error", "CLM004": "note"}),
        ("{CLM004: note, CLM: error}", {"CLM001": "error", "CLM004": "note"}),
        ("{CLM00: warning, CLM: error}", {"CLM001": "warning", "CLM004": "warning"}),
    ],
)
def test_the_severity_with_the_closest_name_counts(
    severity: str, changed: dict[str, str], mixed: Project
) -> None:
    set_rules(mixed, f"{{severity: {severity}}}")
    assert severities(mixed) == {**DEFAULTS, **changed}


def test_settings_win_over_the_profile(mixed: Project) -> None:
    set_rules(mixed, "{profile: newsroom, severity: {EVD002: note}, ignore: [SRC005]}")
    found = severities(mixed)
    assert found["EVD002"] == "note"
    assert "SRC005" not in found
    assert found["CLM004"] == "warning"


def test_settings_bring_back_what_the_profile_leaves_out(mixed: Project) -> None:
    set_rules(mixed, "{profile: relaxed, select: [CLM004, SRC002]}")
    assert set(severities(mixed)) == {"CLM004", "SRC002"}


@pytest.mark.parametrize(
    "pattern",
    [
        "briefings",
        "briefings/",
        "briefings/2026",
        "/briefings/2026/",
        "briefings/2026/mixed.yml",
        "briefings/*/mixed.yml",
        "briefings/*.yml",
        "*",
        "briefings/[0-9]*/m?xed.yml",
    ],
)
def test_a_path_layer_holds_where_its_pattern_fits(pattern: str, mixed: Project) -> None:
    set_rules(mixed, f'{{paths: {{"{pattern}": {{severity: {{CLM001: error}}}}}}}}')
    assert severities(mixed) == {**DEFAULTS, "CLM001": "error"}


@pytest.mark.parametrize(
    "pattern",
    [
        "briefings/20",
        "briefings/2026/mixed",
        "briefings/2025",
        "2026",
        "mixed.yml",
        "BRIEFINGS",
        "briefings/_library",
        "briefings/?/mixed.yml",
    ],
)
def test_a_path_layer_holds_nowhere_else(pattern: str, mixed: Project) -> None:
    set_rules(
        mixed, f'{{paths: {{"{pattern}": {{ignore: [CLM, SRC, EVD], severity: {{EST: error}}}}}}}}'
    )
    assert severities(mixed) == DEFAULTS


def test_a_path_layer_leaves_the_other_briefs_alone(mixed: Project) -> None:
    mixed.write("briefings/other.yml", BRIEF)
    set_rules(mixed, "{paths: {briefings/other.yml: {ignore: [CLM001]}}}")
    assert severities(mixed, "briefings/other.yml") == {}
    assert severities(mixed, BRIEF_PATH) == DEFAULTS


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        # what is left out for all counts again there
        ("{ignore: [CLM], paths: {briefings/2026: {select: [CLM001]}}}", {"CLM001": "warning"}),
        (
            "{select: [SRC], paths: {briefings/2026: {select: [CLM]}}}",
            {"CLM001": "warning", "CLM004": "note"},
        ),
        # what is chosen for all is left out there
        (
            "{select: [CLM], paths: {briefings/2026: {ignore: [CLM001]}}}",
            {"CLM004": "note"},
        ),
        # the severity there wins, even if the general one is closer by name
        (
            "{select: [CLM], severity: {CLM001: note}, "
            "paths: {briefings/2026: {severity: {CLM: error}}}}",
            {"CLM001": "error", "CLM004": "error"},
        ),
        # over the profile as well
        (
            "{profile: newsroom, paths: {briefings/2026: {select: [EVD002], "
            "severity: {EVD002: note}}}}",
            {"EVD002": "note"},
        ),
        # of two layers that fit, the later one
        (
            "{select: [CLM001], paths: {briefings: {severity: {CLM: note}}, "
            "briefings/2026: {severity: {CLM: error}}}}",
            {"CLM001": "error"},
        ),
        (
            "{select: [CLM001], paths: {briefings/2026: {severity: {CLM: error}}, "
            "briefings: {severity: {CLM: note}}}}",
            {"CLM001": "note"},
        ),
    ],
)
def test_path_layers_win_over_general_ones(
    rules: str, expected: dict[str, str], mixed: Project
) -> None:
    set_rules(mixed, rules)
    assert severities(mixed, BRIEF_PATH) == expected


def test_options_choose_among_what_the_policy_leaves(mixed: Project) -> None:
    set_rules(mixed, "{ignore: [CLM001]}")
    result = mixed.run("check", "--format", "json", "--select", "CLM")
    assert set(result.codes) == {"CLM004"}


@pytest.mark.parametrize("level", [level.name for level in Severity])
@pytest.mark.parametrize("fail_on", [level.name for level in Severity])
def test_the_changed_severity_decides_about_failing(
    level: str, fail_on: str, mixed: Project
) -> None:
    set_rules(mixed, f"{{select: [CLM004], severity: {{CLM004: {level}}}}}")
    result = mixed.run("check", "--format", "json", "--fail-on", fail_on)
    assert result.codes == ["CLM004"]
    assert result.json["summary"][level] == 1
    assert result.exit_code == (Severity[level] >= Severity[fail_on])


def test_the_changed_severity_is_the_one_that_is_printed(mixed: Project) -> None:
    set_rules(mixed, "{severity: {CLM004: error}}")
    printed = mixed.run("check").stdout
    assert ": error CLM004 single-origin: " in printed
    assert "1 error, " in printed


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ("{profile: newsrooms}", "newsrooms"),
        ("{profile: newsrooms, signoffs: 1}", "newsrooms"),
        ('{profile: "news\\nroom"}', "news room"),
        ("{profile: Newsroom}", "newsroom"),
        ("{profile: [newsroom]}", "profile"),
        ("{select: [CLM999]}", "CLM999"),
        ("{select: [CLM0011]}", "CLM0011"),
        ("{ignore: [single-orgin]}", "single-origin"),
        ("{ignore: [XYZ]}", "XYZ"),
        ("{ignore: {CLM: note}}", "ignore"),
        ("{severity: {CLM999: note}}", "CLM999"),
        ("{severity: {CLM001: fatal}}", "fatal"),
        ("{severity: [CLM001]}", "severity"),
        ("{severity: {CLM001: }}", "severity"),
        ("{paths: {briefings/2026: {select: [CLM999]}}}", "CLM999"),
        ("{paths: {briefings/nowhere: {ignore: [CLM999]}}}", "CLM999"),
        ("{paths: {briefings/2026: {severity: {CLM001: fatal}}}}", "fatal"),
        ("{paths: {briefings/2026: {profile: newsroom}}}", "profile"),
        ("{paths: {briefings/2026: [CLM]}}", "briefings/2026"),
        ("{paths: [briefings]}", "paths"),
        ("{signoffs: many}", "many"),
        ("{signoffs: -1}", "-1"),
        ("{signoffs: 1.5}", "1.5"),
        ("{signoffs: yes}", "signoffs"),
        ("{sevrity: {CLM001: note}}", "severity"),
        ("[CLM001]", "rules"),
        ("newsroom", "rules"),
    ],
)
def test_settings_that_make_no_sense_are_wrong_use(rules: str, said: str, mixed: Project) -> None:
    set_rules(mixed, rules)
    result = mixed.run("check")
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert re.match(r"briefbook: mkdocs\.yml:\d+:\d+: extra\.briefbook\.rules", line)
    assert said in line


def test_an_unknown_profile_is_answered_with_those_there_are(mixed: Project) -> None:
    set_rules(mixed, "{profile: press}")
    line = mixed.run("check").stderr
    assert all(name in line for name in profiles())


BROKEN = {
    "SYN": "title: A brief\n\tsummary: One sentence.\n",
    "SCH": SOUND.replace("status: draft", "status: drft"),
    "REF": SOUND + "    entities: [nobody]\n",
}
HIDING = {
    "ignored": "{ignore: [SYN, SCH, REF]}",
    "not selected": "{select: [CLM]}",
    "made notes": "{severity: {SYN: note, SCH: note, REF: note}}",
    "ignored in that folder": "{paths: {briefings: {ignore: [SYN, SCH, REF]}}}",
    "ignored in that file": '{profile: relaxed, paths: {"*": {select: [BAR]}}}',
}


@pytest.mark.parametrize("rules", HIDING.values(), ids=HIDING)
@pytest.mark.parametrize("family", BROKEN)
def test_no_policy_publishes_a_broken_brief(family: str, rules: str, project: Project) -> None:
    """Errors of reading and of references stop publication, whatever `check` shows of them."""
    project.write_standard()
    project.write("briefings/broken.yml", BROKEN[family])
    set_rules(project, rules)
    assert project.run("check").exit_code == 0
    result = project.run("compile")
    assert result.exit_code == 1
    assert f": error {family}" in result.stderr
    assert not (project.root / "build").exists()


def test_a_policy_may_raise_a_rule_without_stopping_publication(mixed: Project) -> None:
    """Editorial findings only set the exit code of `check`."""
    set_rules(mixed, "{severity: {CLM: error}}")
    assert mixed.run("check", "--today", DAY.isoformat()).exit_code == 1
    assert mixed.run("compile").exit_code == 0
