"""Profiles: what each makes of one brief, and how many sign-offs it asks for."""

from itertools import combinations

import pytest
from mixed import BRIEF_PATH, DEFAULTS, set_rules, severities

from briefbook.findings import Finding, Place, Severity
from briefbook.lint.policy import Policy
from briefbook.lint.profiles import profiles
from briefbook.model.settings import RulesSettings
from briefbook.rules import all_rules
from harness import Project

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
        "QUO008": "warning",
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
        "QUO008": None,
        "SRC001": None,
        "SRC002": None,
    },
}
"""What each profile makes of the same brief; None: it is not reported."""


def test_without_settings_every_rule_has_its_own_severity(mixed: Project) -> None:
    own = {rule.kind.code: rule.kind.severity.name for rule in all_rules()}
    assert severities(mixed) == DEFAULTS
    assert {code: own[code] for code in DEFAULTS} == DEFAULTS


def test_there_are_these_profiles_and_each_is_tested() -> None:
    assert set(profiles()) == set(CHANGES) == {"newsroom", "academic", "intelligence", "relaxed"}
    assert all(profile.description.endswith(".") for profile in profiles().values())


@pytest.mark.parametrize("profile", CHANGES)
def test_a_profile_changes_this_and_nothing_else(profile: str, mixed: Project) -> None:
    set_rules(mixed, f"{{profile: {profile}}}")
    expected = {**DEFAULTS, **CHANGES[profile]}
    assert severities(mixed) == {code: level for code, level in expected.items() if level}


def test_each_two_profiles_differ(mixed: Project) -> None:
    seen = []
    for name in CHANGES:
        set_rules(mixed, f"{{profile: {name}}}")
        seen.append(severities(mixed))
    assert all(one != other for one, other in combinations([*seen, DEFAULTS], 2))


ERRORS = {
    "newsroom": {"EVD002", "SRC005"},
    "academic": {"CLM010", "SRC004", "SRC007"},
    "intelligence": {
        "EST",
        "JDG",
        "FCT",
        "ASM",
        "HYP",
        "SRC002",
        "SRC003",
        "EVD001",
        "EVD006",
    },
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
    set_rules(mixed, rules)
    result = mixed.run("check", "--format", "json", "--select", "BRF005")
    assert [f"{needed} must sign" in item["message"] for item in result.findings] == (
        [True] if needed else []
    )


@pytest.mark.parametrize("number", range(4))
def test_as_many_sign_offs_as_needed_are_enough(number: int, mixed: Project) -> None:
    set_rules(mixed, "{profile: academic}")
    for n in range(number):
        name = BRIEF_PATH.rpartition("/")[2].removesuffix(".yml")
        assert mixed.run("sign", name, "--by", f"Reviewer {n}").exit_code == 0
    assert ("BRF005" in severities(mixed)) == (number < 2)
