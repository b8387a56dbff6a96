"""`waivers:` of a brief: what they set aside, what they cannot, and when they are findings."""

from collections.abc import Mapping

import pytest

from briefbook.findings import Severity
from briefbook.rules import all_rules
from harness import BRIEF, SOUND, Project

BARE = """\
title: A small brief
summary: One sentence.
status: draft
claims:
  - id: first
    statement: The bank opened an office.
    kind: fact
    verdict: supported
    evidence:
      - {source: agency-report, stance: supports, note: It names the street.}
      - {source: newspaper-copy, stance: supports}
  - id: second
    statement: The office is large.
    kind: fact
    verdict: supported
  - id: third
    statement: The office is blue.
    kind: fact
    verdict: supported
"""
"""CLM001 at `second` and `third`; CLM004 and EVD003 at `first`."""

FOUND = [
    ("CLM004", "first"),
    ("EVD003", "first"),
    ("CLM001", "second"),
    ("CLM001", "third"),
]
RECORDS = ("first", "second", "third")
PATH = "briefings/small.yml"
SOUND_WAIVER = {"reason": "It is a sample.", "until": "2027-05-23"}


@pytest.fixture
def library(project: Project) -> Project:
    project.write_standard()
    return project


def _waivers(*items: Mapping[str, str | None]) -> str:
    lines = ["waivers:\n"]
    for item in items:
        fields = {key: value for key, value in {**SOUND_WAIVER, **item}.items() if value}
        lines.append(
            "  - {" + ", ".join(f"{key}: {value}" for key, value in fields.items()) + "}\n"
        )
    return "".join(lines)


def _write(project: Project, *items: Mapping[str, str | None], brief: str = BARE) -> None:
    project.write(PATH, brief + (_waivers(*items) if items else ""))


def _found(project: Project, *arguments: str) -> list[tuple[str, str]]:
    """The findings of the brief: code, and the record that they stand at (or the key)."""
    result = project.run("check", "--format", "json", *arguments)
    return [(item["code"], _record(item["route"])) for item in result.of(PATH)]


def _record(route: list[str | int]) -> str:
    if route[:1] == ["claims"]:
        assert isinstance(route[1], int)
        return RECORDS[route[1]]
    return f"{route[0]} {route[1]}"


def _summary(project: Project, *arguments: str) -> dict[str, int]:
    return dict(project.run("check", "--format", "json", *arguments).json["summary"])


def test_the_brief_without_waivers(library: Project) -> None:
    _write(library)
    assert sorted(_found(library)) == sorted(FOUND)
    assert _summary(library) == {"error": 0, "warning": 3, "note": 1, "waived": 0}


def test_a_waiver_of_the_whole_brief(library: Project) -> None:
    _write(library, {"rule": "CLM001"})
    assert _found(library) == FOUND[:2]
    assert _summary(library) == {"error": 0, "warning": 1, "note": 1, "waived": 2}


def test_a_waiver_of_one_record(library: Project) -> None:
    _write(library, {"rule": "CLM001", "at": "third"})
    assert _found(library) == FOUND[:3]
    assert _summary(library)["waived"] == 1


def test_a_waiver_of_a_record_covers_what_is_inside_it(library: Project) -> None:
    _write(library, {"rule": "EVD003", "at": "first"})
    assert ("EVD003", "first") not in _found(library)


@pytest.mark.parametrize("rule", ["CLM001", "clm001", "claim-without-evidence"])
@pytest.mark.parametrize("at", ["second", "small#second"])
def test_a_rule_and_a_record_have_two_names_each(rule: str, at: str, library: Project) -> None:
    _write(library, {"rule": rule, "at": at})
    assert _found(library) == [*FOUND[:2], ("CLM001", "third")]


def test_a_waiver_holds_in_its_own_brief_only(library: Project) -> None:
    _write(library)
    library.write("briefings/other.yml", BARE + _waivers({"rule": "CLM001"}))
    assert sorted(_found(library)) == sorted(FOUND)


def test_a_waiver_of_a_record_of_another_brief_holds_nothing(library: Project) -> None:
    """Both briefs have a record `second` that has the finding."""
    library.write("briefings/other.yml", BARE)
    _write(library, {"rule": "CLM001", "at": "other#second"})
    assert _found(library) == [*FOUND, ("WVR001", "waivers 0")]
    assert _summary(library)["waived"] == 0


def test_a_waiver_never_reaches_into_the_library(library: Project) -> None:
    source = "- {id: yearbook, title: A yearbook, type: report, accessed: 2026-11-20}\n"
    library.write("briefings/_library/sources/more.yml", source)
    _write(library, {"rule": "SRC004"})
    result = library.run("check", "--format", "json", "--select", "SRC004,WVR")
    assert result.codes == ["SRC004", "WVR001"]


def test_two_waivers_of_one_finding_are_both_used(library: Project) -> None:
    _write(library, {"rule": "CLM001"}, {"rule": "CLM001", "at": "second"})
    assert _found(library) == FOUND[:2]
    assert _summary(library)["waived"] == 2


def test_what_is_waived_never_fails(library: Project) -> None:
    rules = "extra: {briefbook: {rules: {severity: {CLM001: error}}}}\n"
    library.write("mkdocs.yml", f"site_name: Test\n{rules}")
    _write(library)
    assert library.run("check").exit_code == 1
    _write(library, {"rule": "CLM001"})
    assert library.run("check").exit_code == 0


@pytest.mark.parametrize(("items", "said"), [(1, "(1 waived)"), (2, "(2 waived)")])
def test_the_terminal_counts_what_is_waived(items: int, said: str, library: Project) -> None:
    _write(library, *[{"rule": "CLM001", "at": name} for name in RECORDS[1 : 1 + items]])
    assert library.run("check").stdout.rstrip().splitlines()[-1].endswith(said)


def test_the_terminal_does_not_speak_of_waivers_where_there_are_none(library: Project) -> None:
    _write(library)
    assert "waive" not in library.run("check").stdout


# Findings about waivers


@pytest.mark.parametrize(
    "waiver",
    [
        {"rule": "CLM009"},
        {"rule": "CLM001", "at": "first"},
        {"rule": "EVD003", "at": "second"},
        {"rule": "long-statement", "at": "small#first"},
    ],
)
def test_an_unused_waiver_is_a_finding(waiver: dict[str, str | None], library: Project) -> None:
    _write(library, waiver)
    assert _found(library) == [*FOUND, ("WVR001", "waivers 0")]


def test_a_waiver_is_used_whatever_is_selected(library: Project) -> None:
    _write(library, {"rule": "CLM001"}, {"rule": "CLM009"})
    for arguments in (["--select", "WVR"], ["--ignore", "CLM,EVD"], ["--select", "WVR", PATH]):
        assert _found(library, *arguments) == [("WVR001", "waivers 1")]


def test_a_waiver_is_used_whatever_the_policy(library: Project) -> None:
    rules = "extra: {briefbook: {rules: {select: [WVR]}}}\n"
    library.write("mkdocs.yml", f"site_name: Test\n{rules}")
    _write(library, {"rule": "CLM001"}, {"rule": "CLM009"})
    assert _found(library) == [("WVR001", "waivers 1")]


@pytest.mark.parametrize(
    ("until", "last_day", "day_after"),
    [
        ("2026-11-23", "2026-11-23", "2026-11-24"),
        ("2026-11", "2026-11-30", "2026-12-01"),
        ("2026", "2026-12-31", "2027-01-01"),
        ("2026-01-01/2026-02-28", "2026-02-28", "2026-03-01"),
    ],
)
def test_a_waiver_holds_through_its_last_day(
    until: str, last_day: str, day_after: str, library: Project
) -> None:
    _write(library, {"rule": "CLM001", "until": until})
    assert _found(library, "--today", last_day) == FOUND[:2]
    assert _found(library, "--today", day_after) == [*FOUND, ("WVR002", "waivers 0")]
    assert _summary(library, "--today", day_after)["waived"] == 0


@pytest.mark.parametrize("until", [None, "unknown", "2026-01-01/..", "2026-01-01/"])
def test_a_waiver_without_end_holds_and_is_a_finding(until: str | None, library: Project) -> None:
    _write(library, {"rule": "CLM001", "until": until})
    assert _found(library, "--today", "2100-01-01") == [*FOUND[:2], ("WVR005", "waivers 0")]


def test_a_waiver_without_reason_holds_and_is_a_finding(library: Project) -> None:
    _write(library, {"rule": "CLM001", "reason": None})
    assert _found(library) == [*FOUND[:2], ("WVR003", "waivers 0")]


@pytest.mark.parametrize(
    ("rule", "hint"),
    [
        ("CLM999", "briefbook explain --list"),
        ("CLM", "briefbook explain --list"),
        ("claim-without-evidense", "claim-without-evidence"),
        ("claims-without-evidence", "claim-without-evidence"),
    ],
)
def test_an_unknown_rule_is_an_error_and_the_waiver_holds_nothing(
    rule: str, hint: str, library: Project
) -> None:
    _write(library, {"rule": rule})
    assert _found(library) == [*FOUND, ("WVR004", "waivers 0")]
    (found,) = library.run("check", "--format", "json", "--select", "WVR").findings
    assert found["severity"] == "error"
    assert rule in found["message"]
    assert f"“{hint}”" in found["help"]


READING = {
    "SYN014": ("title: A small brief", "title: A small bri\u0435f"),
    "SYN005": ("status: draft", "status: draft\nstatus: draft"),
    "REF001": ("source: newspaper-copy", "source: newspaper"),
    "REF002": ("id: third\n", "id: third\n    entities: [nobody]\n"),
    "REF004": ("id: third\n", "id: third\n    depends_on: [nothing]\n"),
    "REF006": ("id: third\n", "id: second\n"),
    "SCH001": ("status: draft", "status: draft\nauthor: A reporter"),
}
"""A finding of reading or of references, and how the brief comes to have it."""


@pytest.mark.parametrize("code", READING)
def test_errors_of_reading_and_of_references_cannot_be_waived(code: str, library: Project) -> None:
    old, new = READING[code]
    assert old in BARE
    kinds = {rule.kind.code: rule.kind for rule in all_rules()}
    for word in (code, kinds[code].name):
        brief = BARE.replace(old, new, 1)
        _write(library, {"rule": word}, brief=brief)
        result = library.run("check", "--format", "json", "--select", "SYN,SCH,REF")
        assert code in result.codes
        assert result.exit_code == (kinds[code].severity is Severity.error)
        assert result.json["summary"]["waived"] == 0


@pytest.mark.parametrize("code", ["REF001", "SCH004", "SYN003", "WVR003"])
def test_a_waiver_of_what_cannot_be_waived_says_so(code: str, library: Project) -> None:
    _write(library, {"rule": code, "reason": None})
    result = library.run("check", "--format", "json", "--select", "WVR")
    assert result.codes == ["WVR003", "WVR004"]
    assert f"{code} cannot be waived" in result.findings[1]["message"]


def test_a_finding_about_a_waiver_cannot_be_waived(library: Project) -> None:
    _write(library, {"rule": "CLM009"}, {"rule": "WVR001"})
    assert _found(library, "--select", "WVR") == [("WVR001", "waivers 0"), ("WVR004", "waivers 1")]


def test_policy_can_ignore_findings_about_waivers(library: Project) -> None:
    rules = "extra: {briefbook: {rules: {ignore: [WVR003], severity: {WVR001: error}}}}\n"
    library.write("mkdocs.yml", f"site_name: Test\n{rules}")
    _write(library, {"rule": "CLM009", "reason": None})
    result = library.run("check", "--format", "json", "--select", "WVR")
    assert [(item["code"], item["severity"]) for item in result.findings] == [("WVR001", "error")]


@pytest.mark.parametrize(
    ("first", "second", "sorted_"),
    [
        ({"rule": "CLM001"}, {"rule": "EVD003"}, True),
        ({"rule": "EVD003"}, {"rule": "CLM001"}, False),
        ({"rule": "CLM001", "at": "second"}, {"rule": "CLM001", "at": "third"}, True),
        ({"rule": "CLM001", "at": "third"}, {"rule": "CLM001", "at": "second"}, False),
        ({"rule": "CLM001", "at": "third"}, {"rule": "EVD003", "at": "first"}, True),
        ({"rule": "CLM001"}, {"rule": "CLM001", "at": "third"}, True),
        ({"rule": "CLM001"}, {"rule": "CLM001"}, True),
        ({"rule": "clm001"}, {"rule": "EVD003"}, True),
    ],
)
def test_waivers_are_in_the_order_of_rules_and_records(
    first: dict[str, str | None], second: dict[str, str | None], sorted_: bool, library: Project
) -> None:
    _write(library, first, second)
    result = library.run("check", "--format", "json", "--select", "WVR006")
    assert result.codes == ([] if sorted_ else ["WVR006"])


def test_a_sound_brief_with_a_used_waiver_has_no_finding(library: Project) -> None:
    brief = SOUND.replace("verdict: supported", "verdict: refuted")
    assert brief != SOUND
    _write(library, brief=brief)
    codes = {code for code, _ in _found(library)}
    assert codes
    _write(library, *[{"rule": code, "at": "first"} for code in sorted(codes)], brief=brief)
    result = library.run("check", "--fail-on", "note")
    assert (result.exit_code, result.stdout) == (0, f"no findings ({len(codes)} waived)\n")


WAIVED = "waivers:\n  - {rule: CLM001, reason: So., until: 2027-01-01}\n"


def test_only_waived_findings_of_the_files_asked_for_are_counted(project: Project) -> None:
    project.write_standard()
    project.write("briefings/waived.yml", BRIEF + WAIVED)
    project.write("briefings/sound.yml", SOUND)
    assert project.run("check", "briefings/waived.yml").stdout == "no findings (1 waived)\n"
    assert project.run("check", "briefings/sound.yml").stdout == "no findings\n"


def test_only_waived_findings_of_the_rules_asked_for_are_counted(project: Project) -> None:
    project.write_standard()
    project.write("briefings/waived.yml", BRIEF + WAIVED)
    assert project.run("check", "--select", "REF").stdout == "no findings\n"


def test_a_waiver_at_no_record_has_one_finding(project: Project) -> None:
    project.write_standard()
    waiver = WAIVED.replace("reason", "at: nothing, reason")
    project.write("briefings/a.yml", BRIEF + waiver)
    assert project.run("check", "--format", "json", "--select", "REF,WVR").codes == ["REF004"]
