"""`check --format sarif`: SARIF 2.1.0 as the standard and GitHub code scanning want it."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from briefbook.findings import Finding, Kind, LocatedFinding, Place, Region, Report, Severity
from briefbook.findings.render.sarif import MOST, render
from briefbook.rules import all_rules
from briefbook.rules.pages import whole_page
from harness import BRIEF, Project

SCHEMA = Path(__file__).with_name("sarif-2.1.0-rtm.5.json")  # its licence lies beside it
SCHEMA_ADDRESS = "https://json.schemastore.org/sarif-2.1.0.json"

TROUBLED = """\
title: The bank, the ban\u0441k and the 银行
summary: An agency wrote so 𝔸𝔸 [@agency-reprot].
status: drft
published: 2026-02-30
autors: [A reporter]
status: draft
"""


@pytest.fixture
def troubled(project: Project) -> Project:
    """Errors, warnings and notes of many families, in odd places and files."""
    project.write_standard()
    project.write("briefings/2026/bad.yml", TROUBLED.replace("status: draft\n", ""))
    project.write("briefings/twice.yml", TROUBLED)
    project.write("briefings/tabs.yml", "title: A brief\n\tsummary: One sentence.\n")
    project.write("briefings/latin.yml", "title: caf\xe9\n".encode("latin-1"))
    project.write("briefings/empty.yml", "")
    project.write("briefings/a b%41#?ü:[x].yml", BRIEF)
    project.write("briefings/ends.yaml", BRIEF)
    project.write("briefings/small.yml", BRIEF + "    entities: [bnak, bnak]\n")
    (project.root / "briefings/link.yml").symlink_to("/etc/hosts")
    return project


def _log(project: Project, *arguments: str) -> Any:
    return project.run("check", "--format", "sarif", *arguments).json


def _results(log: Any) -> list[dict[str, Any]]:
    (run,) = log["runs"]
    return list(run["results"])


def _rules(log: Any) -> list[dict[str, Any]]:
    return list(log["runs"][0]["tool"]["driver"]["rules"])


def _physical(location: dict[str, Any]) -> tuple[str, int, int, int, int]:
    """Path, line, column, last line, last column."""
    physical = location["physicalLocation"]
    region = physical["region"]
    names = ("startLine", "startColumn", "endLine", "endColumn")
    uri = physical["artifactLocation"]["uri"]
    return (unquote(uri), *(region[name] for name in names))


def _listed(project: Project, *arguments: str) -> list[dict[str, Any]]:
    """The findings as JSON has them, in the order of SARIF: the gravest first."""
    found = project.run("check", "--format", "json", *arguments).findings
    order = ("error", "warning", "note")
    return sorted(found, key=lambda item: order.index(item["severity"]))


def _report(number: int, severity: Callable[[int], Severity] = lambda _: Severity.note) -> Report:
    """That many findings, a line each."""
    return Report(
        tuple(
            LocatedFinding(
                Finding(Kind("CLM001", "a-sample", severity(n)), f"Finding {n}.", Place("a.yml")),
                Region("a.yml", n + 1, 1, n + 1, 2),
            )
            for n in range(number)
        ),
        {},
    )


def test_every_log_is_valid_sarif(troubled: Project, tmp_path: Path) -> None:
    logs = [
        troubled.run("check", "--format", "sarif").stdout,
        troubled.run("check", "--format", "sarif", "--select", "CLM010").stdout,
        render(Report((), {})),
        render(_report(3)),
    ]
    files = [tmp_path / f"{number}.sarif.json" for number in range(len(logs))]
    for file, text in zip(files, logs, strict=True):
        file.write_text(text, encoding="utf-8")
    wrong = tmp_path / "wrong.sarif.json"
    wrong.write_text(logs[0].replace('"startColumn": 1,', '"startColumn": 0,'), encoding="utf-8")
    command = [str(Path(sys.executable).parent / "check-jsonschema"), "--output-format", "json"]
    # One pattern of the schema has a stray bracket that only Python's kind of patterns allows.
    command += ["--regex-variant", "python", "--schemafile", str(SCHEMA)]
    command += [*map(str, files), str(wrong)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    errors = json.loads(result.stdout)["errors"]
    assert {Path(error["filename"]).name for error in errors} == {wrong.name}


def test_the_log_is_of_version_2_1_0_and_has_one_run(troubled: Project) -> None:
    log = _log(troubled)
    assert (log["version"], log["$schema"]) == ("2.1.0", SCHEMA_ADDRESS)
    (run,) = log["runs"]
    assert run["tool"]["driver"]["name"] == "Briefbook"
    assert re.fullmatch(r"\d+\.\d+\.\d+", run["tool"]["driver"]["version"])


def test_without_findings_results_are_there_and_empty(project: Project) -> None:
    """No `results` at all would mean that nothing was looked at."""
    project.write("briefings/a.yml", BRIEF)
    result = project.run("check", "--format", "sarif", "--select", "REF")
    assert result.exit_code == 0
    assert _results(result.json) == _rules(result.json) == []


def test_sarif_and_json_agree(troubled: Project) -> None:
    listed = _listed(troubled)
    assert len({item["code"][:3] for item in listed}) > 3
    assert [
        (item["ruleId"], item["level"], item["message"]["text"], *_physical(item["locations"][0]))
        for item in _results(_log(troubled))
    ] == [
        (
            item["code"],
            item["severity"],
            f"{item['message']} {item['help']}".strip(),
            *(item[key] for key in ("path", "line", "column", "end_line", "end_column")),
        )
        for item in listed
    ]


def test_the_exit_code_is_that_of_the_other_forms(troubled: Project) -> None:
    assert troubled.run("check", "--format", "sarif").exit_code == 1
    assert troubled.run("check", "--format", "sarif", "--select", "SYN014").exit_code == 0


# Rules


def test_each_rule_of_a_result_is_described_once(troubled: Project) -> None:
    log = _log(troubled)
    ids = [rule["id"] for rule in _rules(log)]
    assert ids == sorted(set(ids))
    assert set(ids) == {item["ruleId"] for item in _results(log)}


def test_the_index_of_a_result_points_to_its_rule(troubled: Project) -> None:
    log = _log(troubled)
    rules, results = _rules(log), _results(log)
    assert len({item["ruleIndex"] for item in results}) == len(rules) > 5
    assert all(rules[item["ruleIndex"]]["id"] == item["ruleId"] for item in results)


def test_a_rule_says_what_github_shows(troubled: Project) -> None:
    pages = {rule.kind.code: rule for rule in all_rules()}
    for rule in _rules(_log(troubled)):
        page = pages[rule["id"]].page
        opening = " ".join(page.split("\n## ")[0].split("\n", 1)[1].split())
        assert rule["shortDescription"]["text"] == opening.replace("`", "")
        assert rule["fullDescription"]["text"].startswith(rule["shortDescription"]["text"])
        assert len(rule["fullDescription"]["text"]) <= 1_024
        assert rule["help"]["text"]
        assert rule["help"]["markdown"] == whole_page(pages[rule["id"]])
        assert rule["defaultConfiguration"]["level"] == pages[rule["id"]].kind.severity.name
        words = pages[rule["id"]].kind.name.split("-")
        assert rule["name"].lower() == "".join(words)
        assert rule["name"].isalnum()


def test_a_rule_without_a_page_still_has_a_description() -> None:
    (rule,) = _rules(json.loads(render(_report(1))))
    assert rule["shortDescription"]["text"] and rule["help"]["text"]


def test_policy_decides_about_the_level_of_a_result(troubled: Project) -> None:
    rules = "{severity: {SYN014: error, REF002: note}}"
    troubled.write("mkdocs.yml", f"site_name: Test\nextra: {{briefbook: {{rules: {rules}}}}}\n")
    levels = {item["ruleId"]: item["level"] for item in _results(_log(troubled))}
    assert (levels["SYN014"], levels["REF002"]) == ("error", "note")


# Places


def test_columns_count_characters(project: Project) -> None:
    """`columnKind` says so, and characters beyond U+FFFF are one of them."""
    project.write_standard()
    project.write("briefings/a.yml", BRIEF.replace("One", "Это 银行 𝔸 [@none]"))
    log = _log(project, "--select", "REF")
    (found,) = _results(log)
    assert log["runs"][0]["columnKind"] == "unicodeCodePoints"
    assert _physical(found["locations"][0])[1:] == (2, 20, 2, 25)


def test_places_count_from_one_and_never_end_before_they_begin(troubled: Project) -> None:
    for item in _results(_log(troubled)):
        (location,) = item["locations"]
        _, line, column, end_line, end_column = _physical(location)
        assert min(line, column, end_line, end_column) >= 1
        assert (line, column) <= (end_line, end_column)


def test_addresses_are_relative_and_percent_encoded(troubled: Project) -> None:
    seen = set()
    for item in _results(_log(troubled)):
        uri = item["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        parts = urlsplit(uri)
        assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
        assert re.fullmatch(r"[A-Za-z0-9._~/-]+(?:%[0-9A-F]{2}[A-Za-z0-9._~/-]*)*", uri)
        assert not uri.startswith("/")
        seen.add(unquote(uri))
    assert {"briefings/a b%41#?ü:[x].yml", "briefings/2026/bad.yml"} <= seen


def test_the_log_names_no_place_of_this_machine(troubled: Project) -> None:
    text = troubled.run("check", "--format", "sarif").stdout
    assert str(troubled.root) not in text
    assert "\\\\" not in text


def test_related_places_are_told(troubled: Project) -> None:
    troubled.write("briefings/again.yml", BRIEF + "status: published\n")
    (found,) = _results(_log(troubled, "briefings/again.yml", "--select", "SYN"))
    (related,) = found["relatedLocations"]
    assert related["message"]["text"]
    assert _physical(related) == ("briefings/again.yml", 3, 1, 3, 7)


# Fingerprints


def _marks(log: Any) -> list[str]:
    """Rule, file, message and fingerprints of each result, sorted."""
    return sorted(
        json.dumps(
            [
                item["ruleId"],
                _physical(item["locations"][0])[0],
                item["message"]["text"],
                item["partialFingerprints"],
            ]
        )
        for item in _results(log)
    )


def test_every_result_has_a_fingerprint_of_its_own(troubled: Project) -> None:
    """Two findings that say the same of one record are told apart, too."""
    results = _results(_log(troubled))
    marks = [item["partialFingerprints"]["primaryLocationLineHash"] for item in results]
    assert len(set(marks)) == len(marks)
    same = [item for item in results if "bnak" in item["message"]["text"]]
    assert len(same) == 2
    assert len({item["message"]["text"] for item in same}) == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "# One.\n\n# Two.\n" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace(
            "entities: [bnak, bnak]", "entities:\n      - bnak\n      - bnak"
        ),
        lambda text: text.replace("kind: fact", "kind:   fact"),
        lambda text: text.replace("status: draft\n", "") + "status: draft\n",
    ],
    ids=["comments", "crlf", "list", "spaces", "order"],
)
def test_fingerprints_stay_when_lines_move(change: Callable[[str], str], troubled: Project) -> None:
    path = "briefings/small.yml"
    text = (troubled.root / path).read_text()
    before = _log(troubled)
    troubled.write(path, change(text))
    after = _log(troubled)
    assert _marks(after) == _marks(before)
    assert change(text) != text


def test_fingerprints_differ_between_files_and_records(project: Project) -> None:
    project.write_standard()
    bad = BRIEF + "    entities: [bnak]\n"
    project.write("briefings/one.yml", bad)
    project.write("briefings/two.yml", bad)
    project.write("briefings/three.yml", bad.replace("id: first", "id: second"))
    log = _log(project, "--select", "REF")
    marks = {item["partialFingerprints"]["primaryLocationLineHash"] for item in _results(log)}
    assert len(marks) == 3


# Size and bytes


def test_no_more_results_than_github_shows_and_the_gravest_are_kept() -> None:
    report = _report(MOST + 3, lambda n: Severity.error if n == MOST + 2 else Severity.note)
    results = _results(json.loads(render(report)))
    assert MOST == 5_000
    assert len(results) == MOST
    assert results[0]["message"]["text"] == f"Finding {MOST + 2}."
    assert [item["level"] for item in results].count("error") == 1


def test_hostile_text_comes_out_of_json_as_it_was(project: Project) -> None:
    value = "</script>\\u2028\\\\ \\\" <b>'"
    project.write("briefings/a.yml", BRIEF + f'    entities: ["{value}"]\n')
    result = project.run("check", "--format", "sarif", "--select", "SCH")
    (found,) = _results(result.json)
    (listed,) = _listed(project, "--select", "SCH")
    assert listed["message"] in found["message"]["text"]
    assert "</script>\u2028\\ \" <b>'" in found["message"]["text"]


def test_two_runs_give_the_same_bytes(troubled: Project, tmp_path: Path) -> None:
    text = troubled.run("check", "--format", "sarif").stdout
    assert text == troubled.run("check", "--format", "sarif").stdout
    assert text.endswith("}\n")
    moved = troubled.root.rename(tmp_path / "another place")
    assert Project(moved).run("check", "--format", "sarif").stdout == text


def test_the_log_can_be_written_to_a_file(troubled: Project) -> None:
    text = troubled.run("check", "--format", "sarif").stdout
    result = troubled.run("check", "--format", "sarif", "-o", "out/briefbook.sarif")
    assert (result.exit_code, result.stdout) == (1, "")
    assert (troubled.root / "out/briefbook.sarif").read_bytes() == text.encode()


@pytest.mark.parametrize("key", ["[Log in](https://evil.example)", "[x](0)"])
def test_no_text_of_a_brief_becomes_a_link(key: str, project: Project) -> None:
    """SARIF 3.11.6: “[text](destination)” in a message is a link."""
    project.write("briefings/a.yml", f'{BRIEF}"{key}": 1\n')
    for result in project.run("check", "--format", "sarif").json["runs"][0]["results"]:
        assert not re.search(r"(?<!\\)\[(?:[^\\\[\]]|\\.)*\]\([^)]*\)", result["message"]["text"])


def test_no_text_of_a_brief_is_a_placeholder(project: Project) -> None:
    """SARIF 3.11.5: “{0}” stands for an argument, and there are none; braces are doubled."""
    project.write("briefings/a.yml", f'{BRIEF}"{{0}}": 1\n')
    for result in project.run("check", "--format", "sarif").json["runs"][0]["results"]:
        text = result["message"]["text"].replace("{{", "").replace("}}", "")
        assert not re.search(r"\{\d+\}", text)
