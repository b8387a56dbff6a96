"""`briefbook review` and `briefbook comment`: files for a pull request, and one comment."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from fake_github import BOT, SHA, FakeGitHub

from harness import Project, Result
from real_site import ROOT, TODAY

BRIEF = "briefings/sberbank-china-ai.yml"
CLAIM = "already-partners"
HOSTILE = (
    "</summary><img src=x onerror=alert(1)> @everyone #1 `|` [x](javascript:1) <!-- --> ::error::"
)


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real briefs in a repository, with a branch on which one verdict moved; reviewed."""
    project = Project(tmp_path_factory.mktemp("reviewed"))
    project.write("mkdocs.yml", "site_name: Test\n")
    for path in (ROOT / "briefings").rglob("*.yml"):
        project.write(path.relative_to(ROOT).as_posix(), path.read_bytes())
    project.commit("base")
    project.git("branch", "-M", "main")
    project.git("switch", "--quiet", "--create", "change")
    _edit(project, "verdict: contested", "verdict: supported")
    project.commit("A verdict moves")
    _report(project)
    return project.root


@pytest.fixture
def reviewed(origin: Path, tmp_path: Path) -> Project:
    """A copy of it that a test may change; the report is in out/."""
    shutil.copytree(origin, tmp_path / "project")
    return Project(tmp_path / "project")


def _edit(project: Project, old: str, new: str) -> None:
    """Replace something in the claim that the tests move."""
    path = project.root / BRIEF
    head, mark, tail = path.read_text().partition(f"  - id: {CLAIM}\n")
    assert old in tail
    path.write_text(head + mark + tail.replace(old, new, 1))


def _report(project: Project, *more: str) -> dict[str, str]:
    which = ("--base", "main", "--report", "out", "--number", "7", "--today", TODAY)
    result = project.run("review", *which, *more)
    assert result.stderr == ""
    return _kept(project)


def _kept(project: Project) -> dict[str, str]:
    return {path.name: path.read_text() for path in (project.root / "out").iterdir()}


def test_a_review_is_six_files(reviewed: Project) -> None:
    files = _report(reviewed)
    assert set(files) == {
        "findings.json", "findings.sarif", "changes.json", "comment.md", "summary.md",
        "report.json",
    }  # fmt: skip
    assert json.loads(files["findings.json"])["version"] == 1
    assert json.loads(files["findings.sarif"])["version"] == "2.1.0"
    assert json.loads(files["changes.json"])["changes"][0]["kind"] == "verdict-moved"


def test_the_first_lines_say_what_moved_on_what_and_what_else(reviewed: Project) -> None:
    lines = _report(reviewed)["comment.md"].splitlines()
    assert lines[0] == "### What changed in the briefs: 1 change, 15 follow, 2 alarms"
    first = lines[2]
    assert f"**Verdict moved**: `{CLAIM}` in `sberbank-china-ai`" in first
    assert "`contested` → `supported`" in first
    assert "No evidence was added or taken away" in first
    assert "Rests on it: " in first
    assert "`plan-not-alliance`" in "\n".join(lines)
    assert lines[4].startswith("#### 2 alarms")
    assert lines.index("#### 2 alarms") < lines.index("#### Record by record")


def test_a_brief_in_another_folder_brings_no_new_findings(reviewed: Project) -> None:
    reviewed.git("switch", "--quiet", "main")
    reviewed.git("switch", "--quiet", "--create", "tidy")
    (reviewed.root / "briefings/2026").mkdir()
    reviewed.git("mv", BRIEF, "briefings/2026/")
    reviewed.commit("Folders by year")
    assert "new" not in _report(reviewed)["comment.md"].partition("This is about")[0]


def test_new_evidence_is_named_with_the_move(reviewed: Project) -> None:
    _edit(
        reviewed, "    evidence:\n",
        "    evidence:\n      - {source: kremlin-orders-2024-12-30, stance: supports, "
        "note: An order names it.}\n",
    )  # fmt: skip
    first = _report(reviewed)["comment.md"].splitlines()[2]
    assert "New evidence: `supports: " in first
    assert "kremlin-orders-2024-12-30" in first


def test_only_what_the_branch_did_counts(reviewed: Project) -> None:
    reviewed.git("switch", "--quiet", "main")
    reviewed.write("briefings/other.yml", "title: Of another branch\n")
    reviewed.commit("main moves on")
    reviewed.git("switch", "--quiet", "change")
    changes = json.loads(_report(reviewed)["changes.json"])["changes"]
    assert {change["brief"] for change in changes} == {"sberbank-china-ai"}


def test_annotations_and_the_step_summary(
    reviewed: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = reviewed.root / "step.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    result = reviewed.run("review", "--base", "main", "--report", "out")
    assert f"::notice file={BRIEF},line=" in result.stdout
    assert "::warning file=" in result.stdout
    assert summary.read_text().startswith("### What changed in the briefs")


def test_no_base(reviewed: Project) -> None:
    result = reviewed.run("review", "--base", "nope", "--report", "elsewhere")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "there is no revision “nope”" in result.stderr
    assert not (reviewed.root / "elsewhere").exists()


def _comment(project: Project, github: FakeGitHub, *more: str, sha: str = SHA) -> Result:
    return project.run(
        "comment", "--report", "out/report.json", "--repository", "desk/briefs",
        "--head-sha", sha, "--api", github.api, *more,
    )  # fmt: skip


def test_a_comment_is_made_once_and_then_renewed(reviewed: Project, github: FakeGitHub) -> None:
    github.say("<!-- briefbook review -->\nI am not the bot.", 1)
    github.say("Something else of the bot's.", BOT)
    assert _comment(reviewed, github).stdout == "the comment was made\n"
    assert _comment(reviewed, github).stdout == "the comment was left as it is\n"
    assert "PATCH" not in " ".join(github.asked)
    _edit(reviewed, "verdict: supported", "verdict: refuted")
    _report(reviewed)
    assert _comment(reviewed, github).stdout == "the comment was renewed\n"
    mine = [body for body in github.of_bot() if body.startswith("<!-- briefbook review -->")]
    assert len(mine) == 1
    assert "`contested` → `refuted`" in mine[0]
    assert len(github.comments) == 3
    assert github.tokens == {"Bearer secret"}


def test_the_comment_is_found_on_a_later_page(reviewed: Project, github: FakeGitHub) -> None:
    for _ in range(130):
        github.say("Talk.", 1)
    _comment(reviewed, github)
    assert _comment(reviewed, github).stdout == "the comment was left as it is\n"


def test_the_preview_is_linked(reviewed: Project, github: FakeGitHub) -> None:
    _comment(reviewed, github, "--preview", "https://example.org/runs/1")
    assert "[The pages as they would be](https://example.org/runs/1)" in github.of_bot()[0]
    assert _comment(reviewed, github, "--preview", "javascript:alert(1)").exit_code == 2


def test_a_report_about_another_commit_is_not_believed(
    reviewed: Project, github: FakeGitHub
) -> None:
    _report(reviewed)
    result = _comment(reviewed, github, sha="d" * 40)
    assert (result.exit_code, github.comments) == (0, [])
    assert "does not stand at" in result.stdout


def test_nothing_is_said_of_nothing_unless_something_was(
    reviewed: Project, github: FakeGitHub
) -> None:
    changed = (reviewed.root / BRIEF).read_text()
    reviewed.git("checkout", "--quiet", "main", "--", "briefings")
    _report(reviewed)
    assert "no comment was made" in _comment(reviewed, github).stdout
    assert github.comments == []
    reviewed.write(BRIEF, changed)
    _report(reviewed)
    assert "was made" in _comment(reviewed, github).stdout
    reviewed.git("checkout", "--quiet", "main", "--", "briefings")
    _report(reviewed)
    assert "was renewed" in _comment(reviewed, github).stdout
    assert "### What changed in the briefs: nothing" in github.of_bot()[0]


@pytest.mark.parametrize("status", [401, 404, 500])
def test_a_refusal_is_one_line(
    reviewed: Project, github: FakeGitHub, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)
    _report(reviewed)
    github.refuse = status
    result = _comment(reviewed, github)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert str(status) in result.stderr
    assert "secret" not in result.stderr


def test_no_token_and_odd_addresses(
    reviewed: Project, github: FakeGitHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    _report(reviewed)
    for arguments in (("--api", "http://example.org"), ("--repository", "../../user"),
                      ("--repository", "a/b/c"), ("--api", "file:///etc")):  # fmt: skip
        assert _comment(reviewed, github, *arguments).exit_code == 2
    monkeypatch.delenv("GITHUB_TOKEN")
    assert "no GITHUB_TOKEN" in _comment(reviewed, github).stderr


def _forged(report: dict[str, Any], how: str) -> bytes:
    match how:
        case "no json":
            return b"{"
        case "a list":
            return b"[]"
        case "deep":
            return b"[" * 100_000
        case "huge":
            return json.dumps({**report, "base": "x" * 17_000_000}).encode()
        case "a code that is none":
            report["alarms"][0]["code"] = "<b>"
        case "a severity that is none":
            report["alarms"][0]["severity"] = "@all"
        case "a line that is text":
            report["changes"][0]["line"] = "1) @all"
        case "no number":
            report["number"] = None
    return json.dumps(report).encode()


@pytest.mark.parametrize(
    "how",
    ["no json", "a list", "deep", "huge", "a code that is none",
     "a severity that is none", "a line that is text", "no number"],
)  # fmt: skip
def test_a_forged_report_is_refused(reviewed: Project, github: FakeGitHub, how: str) -> None:
    report = json.loads(_kept(reviewed)["report.json"])
    (reviewed.root / "out/report.json").write_bytes(_forged(report, how))
    result = _comment(reviewed, github)
    assert (result.exit_code, result.stderr.count("\n"), github.comments) == (2, 1, [])


def _outside_code(text: str) -> str:
    """What is left of Markdown when code spans are taken out."""
    return re.sub(r"(`+)(?!`).+?(?<!`)\1(?!`)", "", text)


def test_hostile_words_are_inert_in_the_comment(reviewed: Project, github: FakeGitHub) -> None:
    report = json.loads(_kept(reviewed)["report.json"])
    for change in report["changes"]:
        for field in ("brief", "record", "field", "before", "after", "path"):
            change[field] = HOSTILE
    for alarm in report["alarms"]:
        alarm.update(message=HOSTILE, help=HOSTILE, path=HOSTILE)
    report["titles"] = {HOSTILE: HOSTILE}
    report["unread"] = [HOSTILE]
    (reviewed.root / "out/report.json").write_text(json.dumps(report))
    assert _comment(reviewed, github).exit_code == 0
    left = _outside_code(github.of_bot()[0].replace("\\|", "|"))
    for word in ("<img", "@everyone", "#1", "javascript:", "::error", "onerror"):
        assert word not in left
    assert left.count("<details>") == left.count("</details>") <= 2


def test_a_comment_has_at_most_60_kb(reviewed: Project, github: FakeGitHub) -> None:
    report = json.loads(_kept(reviewed)["report.json"])
    one = report["changes"][0]
    report["changes"] = [
        {**one, "brief": f"brief-{n}", "record": f"r{n}", "before": "我" * 900, "after": "😀" * 900}
        for n in range(1_500)
    ]
    (reviewed.root / "out/report.json").write_text(json.dumps(report, ensure_ascii=False))
    assert _comment(reviewed, github, "--preview", "https://example.org/x").exit_code == 0
    body = github.of_bot()[0]
    assert len(body.encode()) <= 60_000
    assert "Not shown here: " in body
    assert body.endswith("(https://example.org/x)\n")


@pytest.mark.parametrize("letter", ["x", "我", "😀", "\u200d", "`", "|", "\x1b"])
def test_alarms_of_any_letters_fit_into_a_comment(
    reviewed: Project, github: FakeGitHub, letter: str
) -> None:
    report = json.loads(_kept(reviewed)["report.json"])
    words = letter * 900
    alarm = {**report["alarms"][0], "message": words, "help": words, "path": words}
    report["alarms"] = [alarm] * 500
    report["changes"] = [
        {**report["changes"][0], "record": f"r{n}", "before": words, "after": words}
        for n in range(60)
    ]
    report["more_alarms"] = 1_000
    (reviewed.root / "out/report.json").write_text(json.dumps(report, ensure_ascii=False))
    assert _comment(reviewed, github).exit_code == 0
    body = github.of_bot()[0]
    assert len(body.encode()) <= 60_000
    assert "60 changes" in body
    assert "#### 1,500 alarms" in body
    assert re.search(r"and 1,\d{3} more alarms", body)


def test_a_record_leads_to_its_line_and_to_its_place_on_the_preview(
    reviewed: Project, github: FakeGitHub
) -> None:
    _comment(reviewed, github, "--preview", "https://preview.example/7/")
    body = github.of_bot()[0]
    page = f"https://preview.example/7/briefings/sberbank-china-ai/#{CLAIM}"
    assert f"[on the page]({page})" in body
    assert re.search(rf"\[line \d+\]\(http[^)]*/blob/{SHA}/{BRIEF}#L\d+\)", body)
    assert f"This is about commit `{SHA[:12]}`, compared with `" in body
    _comment(reviewed, github, "--preview", "https://preview.example/7#artifacts")
    assert "on the page" not in github.of_bot()[0]
