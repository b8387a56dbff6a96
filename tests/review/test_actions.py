"""The action, through the workflows that a new site gets, each step run as a runner would."""

import json
import subprocess
from pathlib import Path

import pytest
import yaml
from desk import Desk, followed
from expressions import holds
from hosted import DUE, HALF_ASKED, hosted, publish_repository
from runner import Runner

from harness import Project
from make_workflows import own_workflows
from real_site import ROOT

pytestmark = pytest.mark.site
BOTH = pytest.mark.parametrize("desk", ["", "news/desk"], ids=["top", "subfolder"], indirect=True)
HOSTILE_HOOK = "import pathlib\npathlib.Path('ran').touch()\nraise SystemExit('the hook ran')\n"


@BOTH
def test_a_review_takes_briefs_from_the_change_and_all_else_from_the_base(desk: Desk) -> None:
    desk.edit("verdict: refuted", "verdict: supported")
    desk.edit("profile: newsroom", "profile: relaxed\nhooks: [hook.py]", "mkdocs.yml")
    desk.mine.write(f"{desk.folder or '.'}/hook.py", HOSTILE_HOOK)
    desk.mine.write("requirements.lock", "nothing==1\n")
    done = desk.run("review", "pull_request", desk.propose())
    report = json.loads((done.artifacts["report"] / "report.json").read_text())
    assert report["number"] == 7
    path = f"{desk.folder}/briefings/example.yml".lstrip("/")
    (moved,) = [one for one in report["changes"] if one["kind"] == "verdict-moved"]
    assert moved["path"] == path
    assert f"file={path},line=" in done.log
    found = json.loads((done.artifacts["report"] / "findings.json").read_text())["findings"]
    assert {(one["code"], one["severity"], one["path"]) for one in found} == {
        ("CLM003", "warning", path)  # only a note by the settings that came with the change
    }
    page = (done.artifacts["site"] / "briefings/example/index.html").read_text()
    assert "upported" in page
    assert "the hook ran" not in done.log
    assert "What changed" in done.summary
    masked = f"::add-mask::{desk.host.basic}\n"
    assert masked in done.log
    assert not {desk.host.token, desk.host.basic} & {*done.log.replace(masked, "").split()}


def test_a_change_that_only_adds_is_well(desk: Desk) -> None:
    desk.mine.run("new", "brief", "mine", "--project", desk.folder or ".")
    done = desk.run("review", "pull_request", desk.propose(), desk.elsewhere)
    assert set(done.artifacts) == {"report", "site"}, done.log


def test_what_others_did_meanwhile_is_not_told_as_part_of_a_change(desk: Desk) -> None:
    desk.edit("Was 1900 a leap year?", "Was 1900 a leap year, then?")
    desk.mine.commit("mine")
    desk.mine.git("checkout", "--quiet", "main")
    old = desk.mine.git("rev-parse", "main").strip()
    desk.edit("verdict: unverified", "verdict: contested")
    desk.mine.commit("theirs")
    desk.mine.git("checkout", "--quiet", "change")
    event = desk.propose()
    event["pull_request"]["base"]["sha"] = old
    done = desk.run("review", "pull_request", event, desk.elsewhere)
    report = json.loads((done.artifacts["report"] / "report.json").read_text())
    assert {one["field"] for one in report["changes"]} == {"title"}


def test_a_merge_queue_is_reviewed(desk: Desk) -> None:
    desk.edit("verdict: unverified", "verdict: contested")
    desk.propose()
    head = desk.mine.git("rev-parse", "HEAD").strip()
    group = {"head_sha": head, "base_sha": desk.mine.git("rev-parse", "main").strip()}
    done = desk.run("review", "merge_group", {"merge_group": group}, desk.elsewhere)
    report = json.loads((done.artifacts["report"] / "report.json").read_text())
    assert (report["number"], report["changes"][0]["kind"]) == (None, "verdict-moved")


@pytest.mark.parametrize("desk", ["@trunk", "news@2026/briefs"], indirect=True)
def test_the_default_branch_may_have_any_name(desk: Desk) -> None:
    desk.edit("verdict: refuted", "verdict: contested")
    event = desk.propose()
    done = desk.run("review", "pull_request", event, desk.elsewhere)
    report = json.loads((done.artifacts["report"] / "report.json").read_text())
    assert [one["kind"] for one in report["changes"]] == ["verdict-moved"], done.log
    assert desk.run("comment", "workflow_run", followed(desk)).ok
    assert "`refuted` → `contested`" in desk.host.of_bot()[0]
    published = desk.run("publish", "push", desk.push(), desk.elsewhere)
    assert "## Verify" in published.log, "the job runs on this branch"


@pytest.mark.parametrize("desk", [""], indirect=True)
def test_a_site_that_is_new_with_a_change_is_reviewed_with_the_next_one(desk: Desk) -> None:
    desk.mine.git("checkout", "--quiet", "main")
    old = desk.mine.git("rev-parse", "HEAD").strip()
    desk.mine.git("rm", "--quiet", "mkdocs.yml")
    desk.mine.commit("not yet")
    desk.mine.git("checkout", "--quiet", "-B", "change")
    desk.mine.git("checkout", "--quiet", old, "--", "mkdocs.yml")
    event = desk.propose()
    for workflow, name, what in (
        ("review", "pull_request", event), ("comment", "workflow_run", followed(desk)),
    ):  # fmt: skip
        done = desk.run(workflow, name, what, desk.elsewhere)
        assert "the first review is that of the next one" in done.log
    assert (done.ok, desk.host.comments) == (True, [])


@BOTH
def test_one_comment_by_the_trusted_job_of_what_it_read_itself(desk: Desk) -> None:
    desk.edit("verdict: refuted", "verdict: contested")
    desk.propose()
    done = desk.run("comment", "workflow_run", followed(desk))
    assert done.ok, done.log
    (said,) = desk.host.of_bot()
    assert "`refuted` → `contested`" in said
    assert "(https://github.example/runs/1#artifacts)" in said
    assert "::" not in done.log.split("## Comment")[1]
    for conclusion in ("failure", "cancelled", "skipped", "timed_out"):
        again = desk.run("comment", "workflow_run", followed(desk, conclusion=conclusion))
        assert "the comment was left as it is" in again.log


def test_of_two_pull_requests_at_one_commit_one_is_reviewed_and_the_other_told(desk: Desk) -> None:
    desk.edit("verdict: refuted", "verdict: contested")
    desk.propose()
    desk.host.beside = 12
    done = desk.run("comment", "workflow_run", followed(desk))
    assert done.ok, done.log
    (said,) = desk.host.of_bot()
    assert "`refuted` → `contested`" in said
    (told,) = desk.host.said_beside
    assert "another pull request stands at the same commit" in told


def test_what_has_moved_on_or_is_closed_gets_no_comment(desk: Desk) -> None:
    desk.edit("verdict: refuted", "verdict: contested")
    desk.propose()
    old = followed(desk)
    desk.mine.git("checkout", "--quiet", "change")
    desk.edit("title: ", "title: Again, ")
    desk.propose()
    for event in (old, followed(desk, head_branch="another")):
        done = desk.run("comment", "workflow_run", event)
        assert (done.ok, "No open pull request" in done.log) == (True, True), done.log
    assert desk.host.comments == []


def test_a_change_that_cannot_be_merged(desk: Desk) -> None:
    event = desk.propose()
    subprocess.run(["git", "-C", desk.bare, "update-ref", "-d", "refs/pull/7/merge"], check=True)
    done = desk.run("review", "pull_request", event, desk.elsewhere)
    assert (done.ok, done.artifacts) == (False, {}), "what was not looked at is not well"
    assert "are there conflicts?" in done.log


def test_another_commit_than_the_one_that_is_marked_is_not_reviewed(desk: Desk) -> None:
    event = desk.propose()
    event["pull_request"]["head"]["sha"] = "c" * 40
    done = desk.run("review", "pull_request", event)
    assert (done.ok, "has moved on" in done.log, done.artifacts) == (False, True, {})


def test_a_tag_named_like_the_branch_publishes_nothing(desk: Desk) -> None:
    event = {"repository": {"default_branch": "main"}, "ref": "refs/tags/main"}
    with pytest.raises(AssertionError, match="the job would not run"):
        desk.run("publish", "push", event)


def test_publishing(desk: Desk) -> None:
    desk.edit("status: draft", "status: published")
    event = desk.push()
    first = desk.run("publish", "push", event)
    site = first.artifacts["github-pages"]
    assert (first.ok, first.outputs) == (True, {"pages": "true"}), first.log
    assert "Nothing is published yet." in first.log
    assert (site / "briefings/example/index.html").is_file()
    for pages, published, said, well in (
        (404, (404, b""), "choose “GitHub Actions” as the source", True),
        (200, (200, b"<html>Sign in"), "asks to sign in first", True),
        (200, (403, b""), "asks to sign in first", True),
        (200, (500, b""), "cannot be read (status 500)", True),
        (200, (200, (site / "data/v1/manifest.json").read_bytes()), "0 errors", True),
    ):
        desk.host.pages, desk.host.published = pages, published
        done = desk.run("publish", "push", event, built=site)
        assert (said in done.log, done.ok) == (True, well), done.log
        if well:
            assert done.outputs == {"pages": "true" if pages == 200 else ""}
    (desk.mine.root / desk.folder / "briefings/example.yml").unlink()
    gone = desk.run("publish", "push", desk.push())
    assert (gone.ok, "CHG004" in gone.log, gone.artifacts) == (False, True, {}), gone.log


def test_each_week_one_issue_says_what_is_due(desk: Desk) -> None:
    for path in (desk.mine.root / desk.folder / "briefings").rglob("*.yml"):
        path.unlink()
    desk.mine.write(f"{desk.folder or '.'}/briefings/due.yml", DUE)
    desk.push()
    done = desk.run("weekly", "schedule", {})
    assert done.ok, done.log
    (issue,) = desk.host.issues
    assert "What comes next" in issue["body"] or "what-next" in issue["body"]
    assert "1 thing is due" in done.summary


@pytest.mark.parametrize(
    ("links", "told"),
    [
        ("exit 70", "Nothing is known of them."),
        ("kill -9 $$", "Nothing is known of them."),
        (f"for file; do :; done; echo '{HALF_ASKED}' > \"$file\"; exit 130",
         "2 addresses have no answer."),
        ("for file; do :; done; printf '{' > \"$file\"; exit 1", "Nothing is known of them."),
    ],
)  # fmt: skip
def test_what_is_due_is_told_each_week_whatever_becomes_of_the_links(
    desk: Desk, links: str, told: str
) -> None:
    desk.mine.write(f"{desk.folder or '.'}/briefings/due.yml", DUE)
    desk.push()
    done = desk.run("weekly", "schedule", {}, links=links)
    assert not done.ok, done.log
    (issue,) = desk.host.issues
    assert "what-next" in issue["body"]
    for text in (issue["body"], done.summary):
        assert "## The links could not be asked to the end" in text
        assert f"{told} Sources that are gone may be missing here. The log" in text


def test_a_job_that_installed_nothing_does_not_go_on_to_what_is_due() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    (step,) = [one for one in action["runs"]["steps"] if "what is due" in one.get("name", "")]
    for outcome, runs in (("success", True), ("failure", True), ("skipped", False)):
        assert holds(step["if"], {"steps": {"links": {"outcome": outcome}}}) is runs


def test_what_is_written_is_what_this_repository_uses() -> None:
    own = own_workflows()
    assert len(own) >= 9
    wrong = [path for path, text in own.items() if (ROOT / path).read_text() != text]
    assert wrong == [], "write them anew with: python tests/make_workflows.py"


def test_the_action_installs_itself_by_its_lock_file_and_checks(tmp_path: Path) -> None:
    with hosted(tmp_path / "repositories") as host:
        mine = Project(tmp_path / "mine")
        mine.root.mkdir()
        mine.run("new", "site", ".", "--host", "github", "--today", "2026-11-23")
        mine.write("requirements-site.txt", "mkdocs-material\nbriefbook==99.0\n")
        mine.write(".github/workflows/check.yml", CHECK)
        mine.commit("a site")
        publish_repository(mine, tmp_path / "repositories")
        runner = Runner(tmp_path / "run", host, "push", {}, installs=True)
        done = runner.run(mine.root / ".github/workflows/check.yml", "check")
        assert done.ok, done.log
        installed = list((tmp_path / "run/temp/briefbook/lib").glob("*/site-packages/briefbook"))
        assert len(installed) == 1


CHECK = """\
on: push
jobs:
  check:
    steps:
      - uses: actions/checkout@0
        with: {persist-credentials: false}
      - uses: ./
        with: {command: check, requirements: requirements-site.txt}
"""


@pytest.mark.parametrize(
    ("with_", "said"),
    [
        ({"command": "chek"}, "“command” must be review, comment, preview, publish, weekly"),
        ({"command": "check", "project": "nowhere"}, "There is no folder nowhere"),
    ],
)
def test_wrong_use_of_the_action(tmp_path: Path, with_: dict[str, str], said: str) -> None:
    with hosted(tmp_path / "repositories") as host:
        mine = Project(tmp_path / "mine")
        mine.write("README.md", "mine")
        mine.commit("something")
        publish_repository(mine, tmp_path / "repositories")
        text = CHECK.replace(
            "{command: check, requirements: requirements-site.txt}", json.dumps(with_)
        )
        workflow = mine.write("check.yml", text)
        done = Runner(tmp_path / "run", host, "push", {}).run(workflow, "check")
    assert (done.ok, said in done.log) == (False, True)
