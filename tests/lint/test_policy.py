"""`extra.briefbook.rules`: profiles, choices for all, choices for some paths, and their limits."""

from itertools import combinations

import pytest

from briefbook.findings import Finding, Place, Severity
from briefbook.lint.policy import Policy
from briefbook.lint.profiles import profiles
from briefbook.model.settings import RulesSettings
from briefbook.rules import all_rules
from harness import BRIEF, DAY, SOUND, Project

MIXED = """\
title: A small brief
summary: One sentence.
status: published
judgments:
  - id: it-stays-open
    statement: The office will stay open next year.
    likelihood: probable
    confidence: low
    confidence_because: One report stands behind it.
    depends_on: [first]
  - id: it-grows
    statement: The office will have more rooms next year.
    likelihood: likely
    depends_on: [first]
claims:
  - id: first
    statement: The bank opened an office.
    kind: fact
    verdict: supported
    evidence:
      - source: agency-report
        stance: supports
        note: It names the street.
        quote: The bank opened its new office in the main street on a Monday morning.
      - {source: yearbook, stance: context, note: It lists all offices of the bank.}
  - id: second
    statement: The office is large.
    kind: fact
    verdict: supported
sources:
  - {id: yearbook, title: The bank's yearbook, type: report, accessed: 2026-11-20}
  - id: evening-news
    title: News at six
    type: article-newspaper
    url: https://example.org/six
    accessed: 2026-11-20
    reliability: {grade: B, because: A named reporter was there.}
"""
"""Notes and warnings of many families, no error, and nobody who signed."""

DEFAULTS = {
    "CLM001": "warning",  # claim-without-evidence
    "CLM004": "note",  # single-origin
    "CNF004": "warning",  # unquestioned-key-judgment
    "EST003": "warning",  # mixed-term-rows
    "EVD002": "warning",  # long-quotation
    "EVD005": "note",  # evidence-without-locator
    "JDG003": "warning",  # judgment-without-confidence
    "SRC001": "note",  # unused-source
    "SRC002": "warning",  # ungraded-source
    "SRC004": "warning",  # source-without-address
    "SRC005": "warning",  # undated-news
}

CHANGES: dict[str, dict[str, str | None]] = {
    "newsroom": {
        "CLM004": "warning",
        "CNF004": "note",
        "EST003": "note",
        "EVD002": "error",
        "SRC005": "error",
        "BRF005": "warning",
    },
    "academic": {
        "CLM004": "warning",
        "EVD005": "warning",
        "SRC004": "error",
        "BRF005": "warning",
    },
    "intelligence": {
        "EST003": "error",
        "JDG003": "error",
        "SRC002": "error",
        "BRF005": "warning",
    },
    "relaxed": {
        "CLM001": "note",
        "CLM004": None,
        "CNF004": None,
        "EST003": None,
        "EVD005": None,
        "JDG003": "note",
        "SRC001": None,
        "SRC002": None,
    },
}
"""What each profile makes of the same brief; None: it is not reported."""

BRIEF_PATH = "briefings/2026/mixed.yml"


@pytest.fixture
def mixed(project: Project) -> Project:
    project.write_standard()
    project.write(BRIEF_PATH, MIXED)
    return project


def _set(project: Project, rules: str) -> None:
    """Write `extra.briefbook.rules`, given as one line of YAML."""
    project.write("mkdocs.yml", f"site_name: Test\nextra: {{briefbook: {{rules: {rules}}}}}\n")


def _severities(project: Project, *paths: str) -> dict[str, str]:
    """The codes that are reported in files, and how grave each is."""
    found = project.run("check", "--format", "json", *paths).findings
    return {item["code"]: item["severity"] for item in found}


def test_without_settings_every_rule_has_its_own_severity(mixed: Project) -> None:
    own = {rule.kind.code: rule.kind.severity.name for rule in all_rules()}
    assert _severities(mixed) == DEFAULTS
    assert {code: own[code] for code in DEFAULTS} == DEFAULTS


def test_there_are_these_profiles_and_each_is_tested() -> None:
    assert set(profiles()) == set(CHANGES) == {"newsroom", "academic", "intelligence", "relaxed"}
    assert all(profile.description.endswith(".") for profile in profiles().values())


@pytest.mark.parametrize("profile", CHANGES)
def test_a_profile_changes_this_and_nothing_else(profile: str, mixed: Project) -> None:
    _set(mixed, f"{{profile: {profile}}}")
    expected = {**DEFAULTS, **CHANGES[profile]}
    assert _severities(mixed) == {code: level for code, level in expected.items() if level}


def test_each_two_profiles_differ(mixed: Project) -> None:
    seen = []
    for name in CHANGES:
        _set(mixed, f"{{profile: {name}}}")
        seen.append(_severities(mixed))
    assert all(one != other for one, other in combinations([*seen, DEFAULTS], 2))


ERRORS = {
    "newsroom": {"EVD002", "SRC005"},
    "academic": {"CLM010", "SRC004", "SRC007"},
    "intelligence": {"EST", "JDG", "FCT", "SRC002", "SRC003", "EVD001"},
    "relaxed": set[str](),
}
"""What the guide calls errors under each profile; a family is all of its rules."""


@pytest.mark.parametrize("profile", ERRORS)
def test_these_become_errors_under_a_profile(profile: str) -> None:
    policy = Policy.of(RulesSettings(profile=profile))
    raised = set()
    for rule in all_rules():
        finding = policy.apply(Finding(rule.kind, "So.", Place(BRIEF_PATH)))
        if finding and finding.kind.severity > rule.kind.severity is not Severity.note:
            raised.add(rule.kind.code)
    expected = {
        rule.kind.code
        for rule in all_rules()
        if rule.kind.severity is Severity.warning
        and rule.kind.code.startswith(tuple(ERRORS[profile]))
    }
    assert raised == expected
    assert bool(expected) == bool(ERRORS[profile])


def test_the_relaxed_profile_leaves_these_alone() -> None:
    """Grades, locators, likelihood scales and questions, as it says of itself."""
    policy = Policy.of(RulesSettings(profile="relaxed"))
    left = {
        rule.kind.code
        for rule in all_rules()
        if policy.apply(Finding(rule.kind, "So.", Place(BRIEF_PATH))) is None
    }
    families = ("EST", "QST", "SRC002", "SRC003", "EVD005")
    assert {r.kind.code for r in all_rules() if r.kind.code.startswith(families)} <= left
    assert not [code for code in left if code.startswith(("SYN", "SCH", "REF", "FCT"))]


def test_profiles_name_rules_that_there_are() -> None:
    """A misspelt code in a profile would change nothing, and nobody would notice."""
    codes = [rule.kind.code for rule in all_rules()]
    for profile in profiles().values():
        for word in (*profile.ignore, *profile.severity):
            assert any(code.startswith(word) for code in codes), (profile.name, word)


@pytest.mark.parametrize(
    ("rules", "needed"),
    [
        ("{profile: newsroom}", 1),
        ("{profile: intelligence}", 1),
        ("{profile: academic}", 2),
        ("{profile: relaxed}", 0),
        ("{}", 0),
        ("{signoffs: 3}", 3),
        ("{profile: academic, signoffs: 1}", 1),
        ("{profile: academic, signoffs: 0}", 0),
    ],
)
def test_sign_offs_are_those_of_the_settings_else_of_the_profile(
    rules: str, needed: int, mixed: Project
) -> None:
    _set(mixed, rules)
    result = mixed.run("check", "--format", "json", "--select", "BRF005")
    assert [f"{needed} must sign" in item["message"] for item in result.findings] == (
        [True] if needed else []
    )


@pytest.mark.parametrize("number", range(4))
def test_as_many_sign_offs_as_needed_are_enough(number: int, mixed: Project) -> None:
    _set(mixed, "{profile: academic}")
    lines = [f"  - {{by: Reviewer {n}, on: 2026-11-20}}\n" for n in range(number)]
    mixed.write(BRIEF_PATH, MIXED + "".join(["signoffs:\n", *lines] if lines else []))
    assert ("BRF005" in _severities(mixed)) == (number < 2)


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ("{select: [CLM]}", {"CLM001", "CLM004"}),
        ("{select: CLM}", {"CLM001", "CLM004"}),
        ("{select: [clm001]}", {"CLM001"}),
        ("{select: [single-origin, SRC]}", {"CLM004", "SRC001", "SRC002", "SRC004", "SRC005"}),
        ("{select: [CLM], ignore: [single-origin]}", {"CLM001"}),
        ("{ignore: [CLM, SRC, EST003]}", {"CNF004", "EVD002", "EVD005", "JDG003"}),
        ("{select: [CLM], ignore: [CLM]}", set()),
        ("{select: [], ignore: []}", set(DEFAULTS)),
    ],
)
def test_select_and_ignore(rules: str, expected: set[str], mixed: Project) -> None:
    _set(mixed, rules)
    found = _severities(mixed)
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
    _set(mixed, f"{{severity: {severity}}}")
    assert _severities(mixed) == {**DEFAULTS, **changed}


def test_settings_win_over_the_profile(mixed: Project) -> None:
    _set(mixed, "{profile: newsroom, severity: {EVD002: note}, ignore: [SRC005]}")
    found = _severities(mixed)
    assert found["EVD002"] == "note"
    assert "SRC005" not in found
    assert found["CLM004"] == "warning"


def test_settings_bring_back_what_the_profile_leaves_out(mixed: Project) -> None:
    _set(mixed, "{profile: relaxed, select: [CLM004, SRC002]}")
    assert set(_severities(mixed)) == {"CLM004", "SRC002"}


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
    _set(mixed, f'{{paths: {{"{pattern}": {{severity: {{CLM001: error}}}}}}}}')
    assert _severities(mixed) == {**DEFAULTS, "CLM001": "error"}


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
    _set(
        mixed, f'{{paths: {{"{pattern}": {{ignore: [CLM, SRC, EVD], severity: {{EST: error}}}}}}}}'
    )
    assert _severities(mixed) == DEFAULTS


def test_a_path_layer_leaves_the_other_briefs_alone(mixed: Project) -> None:
    mixed.write("briefings/other.yml", BRIEF)
    _set(mixed, "{paths: {briefings/other.yml: {ignore: [CLM001]}}}")
    assert _severities(mixed, "briefings/other.yml") == {}
    assert _severities(mixed, BRIEF_PATH) == DEFAULTS


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
    _set(mixed, rules)
    assert _severities(mixed, BRIEF_PATH) == expected


def test_options_choose_among_what_the_policy_leaves(mixed: Project) -> None:
    _set(mixed, "{ignore: [CLM001]}")
    result = mixed.run("check", "--format", "json", "--select", "CLM")
    assert set(result.codes) == {"CLM004"}


@pytest.mark.parametrize("level", [level.name for level in Severity])
@pytest.mark.parametrize("fail_on", [level.name for level in Severity])
def test_the_changed_severity_decides_about_failing(
    level: str, fail_on: str, mixed: Project
) -> None:
    _set(mixed, f"{{select: [CLM004], severity: {{CLM004: {level}}}}}")
    result = mixed.run("check", "--format", "json", "--fail-on", fail_on)
    assert result.codes == ["CLM004"]
    assert result.json["summary"][level] == 1
    assert result.exit_code == (Severity[level] >= Severity[fail_on])


def test_the_changed_severity_is_the_one_that_is_printed(mixed: Project) -> None:
    _set(mixed, "{severity: {CLM004: error}}")
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
    _set(mixed, rules)
    result = mixed.run("check")
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("briefbook: mkdocs.yml: extra.briefbook.rules")
    assert said in line


def test_an_unknown_profile_is_answered_with_those_there_are(mixed: Project) -> None:
    _set(mixed, "{profile: press}")
    line = mixed.run("check").stderr
    assert all(name in line for name in CHANGES)


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
    _set(project, rules)
    assert project.run("check").exit_code == 0
    result = project.run("compile")
    assert result.exit_code == 1
    assert f": error {family}" in result.stderr
    assert not (project.root / "build").exists()


def test_a_policy_may_raise_a_rule_without_stopping_publication(mixed: Project) -> None:
    """Editorial findings only set the exit code of `check`."""
    _set(mixed, "{severity: {CLM: error}}")
    assert mixed.run("check", "--today", DAY.isoformat()).exit_code == 1
    assert mixed.run("compile").exit_code == 0
