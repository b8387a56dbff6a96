"""Rules come through preview and go through deprecation; whoever names an old one is told."""

import json
from pathlib import Path

import pytest

import briefbook
from briefbook.rules import all_rules, find_rule
from briefbook.rules.retired import all_retired
from harness import BRIEF, WITH_REFERENCE, Project
from packages import Acme, Run

MODULE = '''\
"""{code} {name}: every brief has one."""

from briefbook.findings import Deprecated, Finding, Kind, Life, Severity
from briefbook.model import Brief
from briefbook.rules import Rule, each

KIND = Kind("{code}", "{name}", Severity.{severity}, {life})


def check(at, edition):
    yield Finding(KIND, "{code} was here.", at.place("title"))


RULE = Rule(KIND, __name__, each(Brief)(check))
'''

PAGE = """\
# {code} {name}

It finds a title.

## What it checks

All.

## Why it matters

It is tried out here.
"""

LIVES = {
    ("ACM002", "plain-title", "warning"): 'Life("0.1.0")',
    ("ACM003", "late-title", "warning"): (
        'Life("0.1.0", deprecated=Deprecated("0.2.0", "Write plain-title instead."))'
    ),
    ("ACM004", "early-title", "error"): 'Life("0.2.0", preview=True)',
    ("SYN900", "early-reading", "error"): 'Life("0.2.0", preview=True)',
}

RETIRED = '''\
"""Rules of ACME that are gone."""

from briefbook.rules.retired import Retired

MOVED = Retired("ACM001", "old-title", "0.2.0", now="ACM002")
FIRST = Retired("ACM000", "oldest-title", "0.1.0", now="ACM001")
GONE = Retired("ACM005", "gone-title", "0.2.0", remedy="Take it out, nobody missed it.")
ROUND = Retired("ACM006", "round-title", "0.2.0", now="ACM007")
TRIP = Retired("ACM007", "trip-title", "0.2.0", now="ACM006")
'''

IS_PLAIN = "is ACM002 (plain-title) since 0.2.0: write that"
IS_LATE = "is deprecated since 0.2.0: Write plain-title instead."
IS_GONE = "is gone since 0.2.0: Take it out, nobody missed it."


@pytest.fixture
def acme(project: Project, tmp_path: Path) -> Acme:
    project.write_standard()
    project.write("briefings/small.yml", BRIEF)
    made = Acme(tmp_path / "packages", project)
    files = {"acme/__init__.py": "", "acme/rules/__init__.py": "", "acme/retired.py": RETIRED}
    for (code, name, severity), life in LIVES.items():
        words = {"code": code, "name": name, "severity": severity, "life": life}
        stem = name.replace("-", "_")
        files[f"acme/rules/{stem}.py"] = MODULE.format(**words)
        files[f"acme/rules/{stem}.md"] = PAGE.format(**words)
    made.install(
        files, {"briefbook.rules": "acme.rules", "briefbook.rules.retired": "acme.retired"}
    )
    return made


def _codes(run: Run) -> list[str]:
    return [item["code"] for item in json.loads(run.stdout)["findings"]]


def _rules(acme: Acme, text: str) -> None:
    acme.project.write("mkdocs.yml", f"site_name: T\nextra: {{briefbook: {{rules: {text}}}}}\n")


@pytest.mark.parametrize(
    ("word", "code", "line"),
    [
        ("ACM002", "ACM002", ""),
        ("ACM001", "ACM002", f"“ACM001” {IS_PLAIN}\n"),
        ("acm001", "ACM002", f"“acm001” {IS_PLAIN}\n"),
        ("old-title", "ACM002", f"“old-title” {IS_PLAIN}\n"),
        ("ACM003", "ACM003", f"the rule “ACM003” {IS_LATE}\n"),
        ("late-title", "ACM003", f"the rule “late-title” {IS_LATE}\n"),
        ("ACM004", "ACM004", ""),
        ("early-title", "ACM004", ""),
    ],
)
def test_selecting_an_old_rule_gives_one_line(word: str, code: str, line: str, acme: Acme) -> None:
    run = acme.here("check", "--format", "json", "--select", f"{word},{word}")
    assert (_codes(run), run.stderr) == ([code], line)
    _rules(acme, f"{{select: [{word}], severity: {{{word}: note}}}}")
    run = acme.here("check", "--format", "json")
    assert _codes(run) == [code]
    assert run.stderr == (f"mkdocs.yml: {line}" if line else "")
    assert json.loads(run.stdout)["findings"][0]["severity"] == "note"


def test_a_chain_of_codes_leads_to_the_rule_that_lives(acme: Acme) -> None:
    run = acme.run("check", "--format", "json", "--select", "ACM000")
    assert _codes(run) == ["ACM002"]
    assert run.stderr == "“ACM000” is ACM002 (plain-title) since 0.1.0: write that\n"


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("ACM005", f"the rule “ACM005” {IS_GONE}"),
        ("gone-title", f"the rule “gone-title” {IS_GONE}"),
        ("ACM006", "the rule “ACM006” is gone since 0.2.0: Take it out."),
    ],
)
def test_a_rule_that_is_gone_is_one_line_of_wrong_use(word: str, said: str, acme: Acme) -> None:
    for arguments in (["check", "--select", word], ["check", "--ignore", word], ["explain", word]):
        run = acme.here(*arguments)
        assert (run.code, run.stdout, run.stderr) == (2, "", f"briefbook: {said}\n")
    _rules(acme, f"{{paths: {{briefings: {{ignore: [{word}]}}}}}}")
    run = acme.here("check")
    assert (run.code, run.stderr.count("\n")) == (2, 1)
    assert run.stderr.endswith(f"{said}\n")


@pytest.mark.parametrize(
    ("rules", "arguments", "runs"),
    [
        ("{}", [], False),
        ("{}", ["--select", "ACM"], False),
        ("{}", ["--select", "ACM00"], False),
        ("{}", ["--select", "ACM004"], True),
        ("{}", ["--select", "ACM,early-title"], True),
        ("{preview: false}", [], False),
        ("{preview: true}", [], True),
        ("{preview: true}", ["--select", "ACM"], True),
        ("{preview: true}", ["--ignore", "ACM004"], False),
        ("{preview: true, ignore: [ACM004]}", [], False),
        ("{select: [ACM]}", [], False),
        ("{select: [ACM002, ACM004]}", [], True),
        ("{paths: {briefings: {select: [early-title]}}}", [], True),
        ("{paths: {briefings/other: {select: [ACM004]}}}", [], False),
        ("{severity: {ACM004: note}}", [], False),
    ],
)
def test_a_rule_in_preview_runs_only_for_who_asks(
    rules: str, arguments: list[str], runs: bool, acme: Acme
) -> None:
    _rules(acme, rules)
    run = acme.here("check", "--format", "json", *arguments)
    found = set(_codes(run))
    assert "ACM004" in found if runs else "ACM004" not in found
    assert run.code == int(bool(found & {"ACM004", "SYN900"}))


def test_a_rule_in_preview_never_stops_publication(acme: Acme) -> None:
    assert acme.here("compile").code == 0
    _rules(acme, "{preview: true}")
    assert acme.here("compile").code == 0
    assert "SYN900" in _codes(acme.here("check", "--format", "json"))


def test_a_wrong_preview_is_one_line(acme: Acme) -> None:
    _rules(acme, "{preview: maybe}")
    run = acme.here("check")
    assert (run.code, run.stdout) == (2, "")
    said = "mkdocs.yml:2:29: extra.briefbook.rules.preview: this is either true or false"
    assert run.stderr == f"briefbook: {said}\n"


def _waive(acme: Acme, rule: str) -> None:
    waiver = f"waivers: [{{rule: {rule}, reason: It is loud., until: 2027-01-01}}]\n"
    acme.project.write("briefings/small.yml", BRIEF + waiver)


@pytest.mark.parametrize(
    ("rule", "line"),
    [("ACM001", f"“ACM001” {IS_PLAIN}"), ("late-title", f"the rule “late-title” {IS_LATE}")],
)
def test_a_waiver_of_an_old_rule_still_holds_and_is_told(rule: str, line: str, acme: Acme) -> None:
    _waive(acme, rule)
    run = acme.here("check", "--format", "json", "--select", "ACM,WVR")
    (left,) = {"ACM002", "ACM003"} & set(_codes(run))
    assert left == ("ACM003" if rule == "ACM001" else "ACM002")
    assert not [code for code in _codes(run) if code.startswith("WVR")]
    assert run.stderr == f"briefings/small.yml: waivers: {line}\n"


def test_a_waiver_of_a_rule_that_is_gone_says_what_to_do(acme: Acme) -> None:
    _waive(acme, "ACM005")
    run = acme.here("check", "--format", "json", "--select", "WVR")
    (found,) = json.loads(run.stdout)["findings"]
    assert found["code"] == "WVR004"
    assert found["help"].startswith("The rule “ACM005” is gone since 0.2.0: Take it out, nobody")


def test_a_waiver_of_a_rule_in_preview_is_unused_only_where_it_runs(acme: Acme) -> None:
    _waive(acme, "ACM004")
    brief = acme.project.root / "briefings/small.yml"
    brief.write_text(brief.read_text().replace("rule: ACM004", "rule: ACM004, at: first"))
    assert _codes(acme.here("check", "--format", "json", "--select", "WVR")) == []
    _rules(acme, "{preview: true}")
    assert _codes(acme.here("check", "--format", "json", "--select", "WVR")) == ["WVR001"]


def test_explain_tells_the_life_of_a_rule(acme: Acme) -> None:
    early, late, old = (acme.here("explain", code) for code in ("ACM004", "ACM003", "ACM001"))
    in_preview = "It finds a title.\n\n*Since 0.2.0, in preview: it runs only where"
    assert in_preview in early.stdout
    assert f"*Since 0.1.0, {IS_LATE.removeprefix('is ')}*\n\n## What" in late.stdout
    assert (old.code, old.stderr) == (0, f"“ACM001” {IS_PLAIN}\n")
    assert old.stdout.startswith("# ACM002 plain-title")
    listed = acme.here("explain", "--list").stdout
    assert "ACM003  warning late-title (deprecated)\n" in listed
    assert "ACM004  error   early-title (preview)\n" in listed


def test_the_pages_of_rules_tell_it_too(acme: Acme) -> None:
    acme.project.write("mkdocs.yml", WITH_REFERENCE)
    assert acme.here("compile").code == 0
    folder = acme.project.root / "build/docs/reference/rules"
    index = (folder / "index.md").read_text()
    assert "| early-title | error, in preview |" in index
    assert "| late-title | warning, deprecated |" in index
    assert "*Since 0.2.0, in preview: it runs only" in (folder / "ACM004/index.md").read_text()
    moved = (folder / "ACM001/index.md").read_text()
    assert f"“ACM001” {IS_PLAIN}." in moved and "(../ACM002/index.md)" in moved
    assert IS_GONE in (folder / "ACM005/index.md").read_text()


def test_code_scanning_learns_it(acme: Acme) -> None:
    run = acme.here("check", "--format", "sarif", "--select", "ACM,ACM004")
    rules = {one["id"]: one for one in json.loads(run.stdout)["runs"][0]["tool"]["driver"]["rules"]}
    assert rules["ACM002"]["deprecatedIds"] == ["ACM001"]
    assert rules["ACM002"]["properties"] == {"tags": ["ACM"], "since": "0.1.0"}
    assert rules["ACM004"]["properties"]["preview"] is True
    end = {"since": "0.2.0", "remedy": "Write plain-title instead."}
    assert rules["ACM003"]["properties"]["deprecated"] == end
    assert "*Since 0.2.0, in preview" in rules["ACM004"]["help"]["markdown"]


def test_a_rule_cannot_take_a_code_that_was_retired(acme: Acme) -> None:
    clash = RETIRED.replace('"ACM006"', '"ACM003"', 1)
    acme.project.write("../packages/acme/retired.py", clash)
    run = acme.here("check")
    assert (run.code, run.stdout, run.stderr.count("\n")) == (2, "", 1)
    assert "“ACM003” belonged to another rule" in run.stderr


def _version(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(".")))


def test_no_rule_of_ours_is_older_or_younger_than_it_can_be() -> None:
    now = _version(briefbook.__version__)
    for rule in all_rules():
        life = rule.kind.life
        assert (0, 1, 0) <= _version(life.since) <= now, rule.kind.code
        assert not (life.preview and life.deprecated), rule.kind.code
    for gone in all_retired():
        assert _version(gone.since) <= now
        assert not gone.now or find_rule(gone.now)


def test_a_deprecation_lives_one_release() -> None:
    """A rule that is deprecated in 0.2 is retired before 0.4."""
    now = _version(briefbook.__version__)
    for rule in all_rules():
        if end := rule.kind.life.deprecated:
            since = _version(end.since)
            assert since[0] == now[0] and now[1] - since[1] <= 1, rule.kind.code
            assert end.remedy.endswith(".")
