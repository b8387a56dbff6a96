"""Baselines: known findings are counted and pass, new ones fail, gone ones are mentioned."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.findings import Finding, Kind, LocatedFinding, Place, Region, Report
from briefbook.lint.baseline import Baseline, UnreadableBaseline
from harness import BRIEF, Project

PATH = "briefings/small.yml"
BAD = BRIEF + "    entities: [nobody]\n    depends_on: [nothing]\n"
EVENT = "  - {date: 2026-01-10, what: The bank opened an office., entities: [nobody]}\n"


@pytest.fixture
def old(project: Project) -> Project:
    """A project with two errors and a warning, all of them in its baseline."""
    project.write_standard()
    project.write(PATH, BAD)
    known = ["CLM001", "REF002", "REF004"]
    assert sorted(code for code in _check(project)[1] if code[:3] != "SRC") == known
    _update(project)
    return project


def _update(project: Project, name: str = "known.json") -> bytes:
    result = project.run("check", "--baseline", name, "--update-baseline")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.endswith(f" in {name}\n")
    return (project.root / name).read_bytes()


def _check(project: Project, *arguments: str) -> tuple[int, list[str], dict[str, int], str]:
    """Exit code, codes, summary, and what was said."""
    result = project.run("check", "--format", "json", *arguments)
    return result.exit_code, result.codes, result.json["summary"], result.stderr


def _against(project: Project, *arguments: str) -> tuple[int, list[str], dict[str, int], str]:
    return _check(project, "--baseline", "known.json", *arguments)


def test_known_findings_are_counted_and_pass(old: Project) -> None:
    number = len(_check(old)[1])
    nothing = {"error": 0, "warning": 0, "note": 0, "waived": 0, "known": number}
    assert _against(old, "--fail-on", "note") == (0, [], nothing, "")
    assert old.run("check").exit_code == 1
    printed = old.run("check", "--baseline", "known.json").stdout
    assert printed == f"no findings ({number} in the baseline)\n"


def test_without_a_baseline_nothing_is_said_of_known_findings(old: Project) -> None:
    assert "known" not in _check(old)[2]
    assert "baseline" not in old.run("check").stdout


def test_a_new_finding_fails(old: Project) -> None:
    number = len(_check(old)[1])
    old.write(PATH, BAD.replace("status: draft", "status: draft\ntopics: [trade]"))
    code, found, summary, said = _against(old)
    assert (code, found, said) == (1, ["REF003"], "")
    assert summary == {"error": 1, "warning": 0, "note": 0, "waived": 0, "known": number}


def test_a_new_finding_below_the_failing_level_is_shown_and_passes(old: Project) -> None:
    second = "  - id: second\n    statement: The office is large.\n    kind: fact\n"
    old.write(PATH, BAD + second + "    verdict: supported\n")
    assert _against(old)[:2] == (0, ["CLM001"])
    assert _against(old, "--fail-on", "warning")[:2] == (1, ["CLM001"])


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "# A comment.\n\n\n" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("    verdict: supported\n", "    verdict:    supported # so\n"),
        lambda text: text.replace("entities: [nobody]", "entities:\n      - nobody"),
        lambda text: text.replace("summary: One sentence.", "summary: >-\n  One\n  sentence."),
        lambda text: text.replace("status: draft\n", "") + "status: draft\n",
        lambda text: text.replace(
            "claims:\n",
            "claims:\n  - {id: zero, statement: Big., kind: opinion, verdict: not-checkable}\n",
        ),
    ],
    ids=["comment", "crlf", "mark", "spaces", "list", "wrapped", "order", "record before"],
)
def test_findings_stay_known_when_lines_move(old: Project, change: object) -> None:
    assert callable(change)
    before = (old.root / "known.json").read_bytes()
    moved = change(BAD)
    assert moved != BAD
    old.write(PATH, moved)
    assert _against(old)[1:2] == ([],)
    assert _against(old)[3] == ""
    assert _update(old) == before


def test_findings_stay_known_when_an_item_is_put_before_them(old: Project) -> None:
    items = ["{source: none-such, stance: supports, note: So.}", "{source: agency-report, "]
    lines = [f"      - {items[0]}\n", f"      - {items[1]}stance: context, note: So.}}\n"]
    old.write(PATH, BAD + "    evidence:\n" + lines[0])
    _update(old)
    old.write(PATH, BAD + "    evidence:\n" + lines[1] + lines[0])
    assert "REF001" not in _against(old)[1]


@pytest.mark.parametrize(
    ("old_text", "new_text", "new"),
    [
        ("entities: [nobody]", "entities: [somebody]", ["REF002"]),
        ("entities: [nobody]", "claimant: nobody", ["REF002"]),
        ("id: first", "id: primary", ["CLM001", "REF002", "REF004"]),
    ],
    ids=["message", "field", "record"],
)
def test_another_finding_of_the_same_rule_is_new(
    old: Project, old_text: str, new_text: str, new: list[str]
) -> None:
    assert old_text in BAD
    old.write(PATH, BAD.replace(old_text, new_text))
    code, found, _, said = _against(old)
    assert (code, sorted(found)) == (1, new)
    assert said.startswith(f"{len(new)} in known.json no longer occur")


def test_the_same_finding_in_another_file_is_new(old: Project) -> None:
    old.write("briefings/other.yml", BAD)
    result = old.run("check", "--format", "json", "--baseline", "known.json")
    assert {item["path"] for item in result.findings} == {"briefings/other.yml"}
    assert result.exit_code == 1


def test_a_changed_severity_does_not_make_it_new(old: Project) -> None:
    rules = "extra: {briefbook: {rules: {severity: {CLM001: error}}}}\n"
    old.write("mkdocs.yml", f"site_name: Test\n{rules}")
    assert _against(old)[:2] == (0, [])


@pytest.mark.parametrize("known", range(4))
@pytest.mark.parametrize("now", range(4))
def test_the_same_finding_twice_counts_twice(known: int, now: int, project: Project) -> None:
    project.write_standard()
    project.write(PATH, BRIEF + "events:\n" + EVENT * known if known else BRIEF)
    _update(project)
    project.write(PATH, BRIEF + "events:\n" + EVENT * now if now else BRIEF)
    code, found, _, said = _against(project)
    assert found == ["REF002"] * max(0, now - known)
    assert code == (now > known)
    gone = max(0, known - now)
    assert said.startswith(f"{gone} in known.json no longer occur" if gone else "")
    assert bool(said) == bool(gone)


def test_findings_that_are_gone_are_mentioned_until_the_baseline_is_renewed(old: Project) -> None:
    old.write(PATH, BAD.replace("    entities: [nobody]\n", ""))
    code, found, _, said = _against(old)
    assert (code, found) == (0, [])
    assert said == "1 in known.json no longer occur; --update-baseline drops them\n"
    _update(old)
    assert _against(old)[3] == ""
    old.write(PATH, BAD)
    assert _against(old)[:2] == (1, ["REF002"])


@pytest.mark.parametrize("arguments", [["--select", "SRC"], ["--ignore", "REF"], ["briefings/b"]])
def test_who_looks_at_a_part_is_not_told_that_the_rest_is_gone(
    old: Project, arguments: list[str]
) -> None:
    (old.root / "briefings/b").mkdir()
    code, found, _, said = _against(old, *arguments)
    assert (code, found, said) == (0, [], "")


def test_waived_findings_are_not_in_the_baseline(old: Project) -> None:
    waivers = "waivers:\n  - {rule: CLM001, reason: So., until: 2027-01-01}\n"
    old.write(PATH, BAD + waivers)
    _, found, summary, said = _against(old)
    assert (found, summary["waived"]) == ([], 1)
    assert said.startswith("1 in known.json no longer occur")


def test_an_update_writes_all_findings_anew_and_passes(old: Project) -> None:
    old.write(PATH, "title: A brief\n\tsummary: One sentence.\n")
    _update(old)
    assert _against(old, "--fail-on", "note")[:2] == (0, [])


def test_known_errors_still_stop_publication(old: Project) -> None:
    assert old.run("compile").exit_code == 1


# The file


def test_the_file_is_sorted_readable_json(old: Project) -> None:
    for name in ("zebra", "alpha"):
        old.write(f"briefings/{name}.yml", BAD)
    text = _update(old).decode()
    data = json.loads(text)
    assert list(data) == ["version", "findings"]
    assert data["version"] == 1
    files = data["findings"]
    assert list(files) == sorted(files)
    assert all(list(marks) == sorted(marks) for marks in files.values())
    assert sum(sum(marks.values()) for marks in files.values()) == len(_check(old)[1])
    assert text.endswith("}\n")
    assert len(text.splitlines()) > len(files)


def test_the_same_findings_give_the_same_bytes(old: Project, tmp_path: Path) -> None:
    elsewhere = Project(tmp_path / "another place" / "проект")
    elsewhere.write("mkdocs.yml", "site_name: Another\n")
    elsewhere.write_standard()
    elsewhere.write(PATH, BAD)
    assert _update(old) == _update(old, "again.json") == _update(elsewhere)


def test_the_file_may_lie_in_a_new_folder(old: Project) -> None:
    assert _update(old, "checks/known/all.json") == _update(old)


def test_the_file_is_looked_for_from_here(old: Project) -> None:
    inside = Project(old.root / "briefings")
    assert inside.run("check", "--baseline", "../known.json").exit_code == 0
    assert inside.run("check", "--baseline", "known.json").exit_code == 2


COUNTS = '{"version": 1, "findings": {"briefings/small.yml": %s}}'
UNREADABLE: dict[str, str | bytes] = {
    "empty": "",
    "not JSON": "known: findings\n",
    "cut off": '{"version": 1, "findings": {',
    "two values": "{} {}",
    "not UTF-8": b'{"version": 1, "findings": {"\xff": {}}}',
    "UTF-16": '{"version": 1, "findings": {}}'.encode("utf-16"),
    "a list": "[]",
    "a number": "1",
    "null": "null",
    "no version": '{"findings": {}}',
    "a later version": '{"version": 2, "findings": {}}',
    "a version in words": '{"version": "1", "findings": {}}',
    "no findings": '{"version": 1}',
    "findings in a list": '{"version": 1, "findings": []}',
    "a file with a number": COUNTS % "1",
    "a file with a list": COUNTS % '["a"]',
    "a file with nothing": COUNTS % "null",
    "a count in words": COUNTS % '{"a": "1"}',
    "a broken count": COUNTS % '{"a": 1.5}',
    "a negative count": COUNTS % '{"a": -1}',
    "a true count": COUNTS % '{"a": true}',
    "no count": COUNTS % '{"a": null}',
    "counts in counts": COUNTS % '{"a": {"b": 1}}',
    "infinite": COUNTS % '{"a": Infinity}',
    "no number": COUNTS % '{"a": NaN}',
    "a count of 5,000 digits": COUNTS % f'{{"a": {"9" * 5000}}}',
    "lists nested without end": "[" * 100_000,
    "mappings nested deeply": '{"a":' * 50_000 + "1" + "}" * 50_000,
    "counts nested deeply": COUNTS % ('{"a":' * 50_000 + "1" + "}" * 50_000),
}


def _is_refused(project: Project, name: str) -> None:
    result = project.run("check", "--baseline", name)
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("briefbook: ")
    assert name in line
    assert len(line) < 250


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_baseline_is_wrong_use(content: str | bytes, old: Project) -> None:
    old.write("known.json", content)
    _is_refused(old, "known.json")


@pytest.mark.parametrize(
    "name", ["missing.json", "briefings", "missing/known.json", "known.json/x"]
)
def test_a_baseline_that_is_no_file_is_wrong_use(name: str, old: Project) -> None:
    _is_refused(old, name)


def test_a_missing_baseline_says_how_to_write_one(old: Project) -> None:
    assert "--update-baseline" in old.run("check", "--baseline", "missing.json").stderr


@pytest.mark.parametrize("name", ["briefings", "known.json/x", "mkdocs.yml/checks/known.json"])
def test_a_baseline_that_cannot_be_written_is_wrong_use(name: str, old: Project) -> None:
    before = (old.root / "known.json").read_bytes()
    result = old.run("check", "--baseline", name, "--update-baseline")
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"briefbook: {name} cannot be written")
    assert (old.root / "known.json").read_bytes() == before


def test_an_update_without_a_file_is_wrong_use(old: Project) -> None:
    result = old.run("check", "--update-baseline")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--baseline FILE" in result.stderr


# Counting, with invented findings

PLACES = st.tuples(
    st.sampled_from(["briefings/a.yml", "briefings/b.yml"]), st.sampled_from(["one", "two", "три"])
)
FINDINGS = st.lists(PLACES, max_size=12)


def _report(findings: list[tuple[str, str]]) -> Report:
    """Findings a line each, by file and message."""
    return Report(
        tuple(
            LocatedFinding(
                Finding(Kind("CLM001", "a-sample"), message, Place(path)),
                Region(path, line, 1, line, 2),
            )
            for line, (path, message) in enumerate(findings, 1)
        ),
        {},
    )


def _bare(report: Report) -> Counter[tuple[str, str]]:
    return Counter((item.finding.place.path, item.finding.message) for item in report.findings)


@given(FINDINGS, FINDINGS)
def test_known_new_and_gone_are_the_differences_of_bags(
    known: list[tuple[str, str]], now: list[tuple[str, str]]
) -> None:
    baseline = Baseline.parse(Baseline.of(_report(known)).text())
    left = baseline.without_known(_report(now))
    assert _bare(left) == Counter(now) - Counter(known)
    assert left.known == (Counter(now) & Counter(known)).total()
    assert baseline.gone(_report(now)) == (Counter(known) - Counter(now)).total()


@given(FINDINGS)
def test_the_order_of_findings_does_not_show_in_the_file(known: list[tuple[str, str]]) -> None:
    text = Baseline.of(_report(known)).text()
    assert Baseline.of(_report(known[::-1])).text() == text
    assert Baseline.parse(text).text() == text


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["version", "findings", "a"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(
    st.text() | JSON.map(json.dumps) | JSON.map(lambda v: json.dumps({"version": 1, "findings": v}))
)
def test_any_text_is_a_baseline_or_refused(text: str) -> None:
    try:
        baseline = Baseline.parse(text)
    except UnreadableBaseline as error:
        assert "\n" not in str(error)
    else:
        assert Baseline.parse(baseline.text()) == baseline
        baseline.without_known(_report([("briefings/a.yml", "one")]))


@pytest.mark.parametrize("version", ["true", "1.0"])
def test_another_version_is_refused(version: str, project: Project) -> None:
    project.write("briefings/a.yml", BRIEF)
    project.write("known.json", f'{{"version": {version}, "findings": {{}}}}')
    assert project.run("check", "--baseline", "known.json").exit_code == 2
