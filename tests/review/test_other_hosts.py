"""Comments and issues on GitLab and Forgejo, and the scripts that run there, each as it would."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from expressions import filled, holds
from fake_github import FakeGitHub, served
from fake_gitlab import ME, FakeGitLab
from hosted import DUE, HALF_ASKED
from runner import BIN, TOLD

from harness import SOUND, Project


@pytest.fixture
def gitlab(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeGitLab]:
    monkeypatch.setenv("GITLAB_TOKEN", "secret")
    with served(FakeGitLab()) as fake:
        yield fake


class FakeForgejo(FakeGitHub):
    """Forgejo answers like GitHub, fifty at a time, and its own bot has the number -2."""

    def answer(self, method: str, path: str, data: dict[str, str]) -> tuple[int, Any]:
        """The status and body for a request."""
        status, body = super().answer(method, path.removeprefix("/api/v1"), data)
        for one in body if isinstance(body, list) else [body]:
            if one.get("user") == {"id": 41898282}:
                one["user"] = {"id": -2}
            if "number" in one and "body" in one:
                one["pull_request"] = None
        return status, body[:50] if isinstance(body, list) else body


def site(tmp_path: Path, host: str, folder: str = "") -> Project:
    """A new site for a host, in a repository with a change of it on a branch."""
    mine = Project(tmp_path / "mine")
    mine.root.mkdir()
    mine.git("init", "--quiet")
    made = mine.run("new", "site", folder or ".", "--host", host, "--today", "2026-11-23")
    assert made.exit_code == 0, made.stderr
    mine.commit("a site")
    mine.git("checkout", "--quiet", "-b", "change")
    brief = mine.root / folder / "briefings/example.yml"
    brief.write_text(brief.read_text().replace("verdict: refuted", "verdict: contested"))
    mine.commit("a change")
    return mine


def shell(project: Project, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a script as a runner of these hosts does; what it installs is there already."""
    tools = project.root.parent / "tools"
    tools.mkdir(exist_ok=True)
    for name in ("pip", "apt-get"):
        (tools / name).write_text("#!/bin/sh\nexit 0\n")
        (tools / name).chmod(0o755)
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        cwd=project.root,
        env={
            "PATH": f"{tools}:{BIN}:{os.environ['PATH']}",
            "HOME": str(project.root.parent),
            "BRIEFBOOK_TODAY": "2026-11-23",
            "NO_MKDOCS_2_WARNING": "1",
            "LANG": "C.UTF-8",
            **TOLD,
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def checked_out(mine: Project, at: str) -> Project:
    """A clone as a runner has it."""
    clone = Project(mine.root.parent / "clone")
    subprocess.run(["git", "clone", "--quiet", mine.root, clone.root], check=True)
    clone.git("checkout", "--quiet", "--detach", at)
    return clone


def _gitlab_script(project: Project, job: str) -> str:
    jobs = yaml.safe_load((project.root / ".gitlab/briefbook.yml").read_text())
    folder = jobs[".briefbook"]["variables"]["PROJECT"]
    lines = [*jobs[".briefbook"]["before_script"], *jobs[job]["script"]]
    return "\n".join([f"PROJECT={folder}", *lines])


def _merge_request(clone: Project, gitlab: FakeGitLab) -> dict[str, str]:
    gitlab.head = clone.git("rev-parse", "HEAD").strip()
    return {
        "CI_MERGE_REQUEST_IID": "7",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        "CI_MERGE_REQUEST_PROJECT_URL": str(clone.root.with_name("mine")),
        "CI_JOB_TOKEN": "job",
        "CI_COMMIT_SHA": gitlab.head,
        "CI_API_V4_URL": gitlab.api,
        "CI_PROJECT_PATH": "newsroom/desk/briefs",
        "CI_JOB_URL": "https://gitlab.example/jobs/1",
    }


@pytest.mark.site
@pytest.mark.parametrize("folder", ["", "news/desk"])
def test_gitlab_reviews_and_comments(tmp_path: Path, gitlab: FakeGitLab, folder: str) -> None:
    clone = checked_out(site(tmp_path, "gitlab", folder), "origin/change")
    (clone.root / folder / "mkdocs.yml").write_text("site_name: [")
    clone.commit("settings of the change are not used")
    script = _gitlab_script(clone, "briefbook-review")
    around = _merge_request(clone, gitlab)
    done = shell(clone, script, **around, GITLAB_TOKEN="secret")
    assert done.returncode in (0, 1), done.stderr
    (said,) = gitlab.of_bot()
    assert "`refuted` → `contested`" in said
    assert "https://gitlab.example/jobs/1/artifacts/browse" in said
    assert (clone.root / folder / "site/briefings/example/index.html").is_file()
    assert (clone.root / "report/report.json").is_file()
    assert gitlab.tokens == {"secret"}


def _hostile(mine: Project, attribute: str) -> None:
    """A change with a link, and attributes by which git writes files as they are not."""
    mine.write("briefings/.gitattributes", f"*.yml {attribute}\n")
    (mine.root / "briefings/link.yml").symlink_to("/etc/passwd")
    mine.git("add", "briefings/.gitattributes", "briefings/link.yml")
    mine.git("commit", "--quiet", "--message", "hostile")


@pytest.mark.parametrize("attribute", ["working-tree-encoding=UTF-16", "eol=crlf", "filter=lfs"])
def test_files_are_taken_as_they_were_committed(
    tmp_path: Path, gitlab: FakeGitLab, attribute: str
) -> None:
    mine = site(tmp_path, "gitlab")
    _hostile(mine, attribute)
    clone = checked_out(mine, "origin/change")
    script = _gitlab_script(clone, "briefbook-review")
    shell(clone, script, **_merge_request(clone, gitlab))
    text = subprocess.run(["git", "show", "origin/change:briefings/example.yml"], cwd=clone.root,
                          check=True, capture_output=True).stdout  # fmt: skip
    assert (clone.root / "briefings/example.yml").read_bytes() == text
    assert (clone.root / "briefings/link.yml").read_bytes() == b"/etc/passwd"


def test_what_a_merge_train_carries_before_a_change_is_no_part_of_it(
    tmp_path: Path, gitlab: FakeGitLab
) -> None:
    mine = site(tmp_path, "gitlab")
    change = mine.git("rev-parse", "change").strip()
    mine.git("checkout", "--quiet", "-b", "train", "main")
    brief = mine.root / "briefings/example.yml"
    brief.write_text(brief.read_text().replace("title: Was 1900", "title: Really, was 1900"))
    mine.commit("theirs, which is merged before")
    mine.git("merge", "--quiet", "--no-ff", "--message", "mine", change)
    clone = checked_out(mine, "origin/train")
    script = _gitlab_script(clone, "briefbook-review")
    around = _merge_request(clone, gitlab) | {"CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": change}
    gitlab.head = change
    for kind, told in (("merge_train", False), ("detached", True)):
        clone.git("checkout", "--quiet", "--force", "--detach", "origin/train")
        train = {"CI_MERGE_REQUEST_EVENT_TYPE": kind, "GITLAB_TOKEN": "secret"}
        done = shell(clone, script, **around, **train)
        assert "`refuted` → `contested`" in done.stdout, done.stderr
        assert ("`Was 1900" in gitlab.of_bot()[0]) == told, "the title as it was before"


def _broken(mine: Project) -> None:
    """Settings of the default branch with which no review can be made."""
    mine.git("checkout", "--quiet", "main")
    mine.write("mkdocs.yml", "site_name: [")
    mine.commit("broken")


def test_gitlab_says_that_no_review_could_be_made(tmp_path: Path, gitlab: FakeGitLab) -> None:
    mine = site(tmp_path, "gitlab")
    _broken(mine)
    clone = checked_out(mine, "origin/change")
    script = _gitlab_script(clone, "briefbook-review")
    gitlab.say("<!-- briefbook review -->\n### What changed: all", ME)
    done = shell(clone, script, **_merge_request(clone, gitlab), GITLAB_TOKEN="secret")
    assert done.returncode == 2, done.stderr
    (said,) = gitlab.of_bot()
    assert f"none could be made of `{gitlab.head[:12]}` yet**: the program ended with" in said
    assert said.endswith("### What changed: all\n")
    alone = shell(clone, script, **_merge_request(clone, gitlab))
    assert (alone.returncode, "no GITLAB_TOKEN" in alone.stderr) == (2, False)


@pytest.mark.site
def test_gitlab_without_a_token_keeps_the_report(tmp_path: Path, gitlab: FakeGitLab) -> None:
    clone = checked_out(site(tmp_path, "gitlab"), "origin/change")
    script = _gitlab_script(clone, "briefbook-review")
    done = shell(clone, script, **_merge_request(clone, gitlab))
    assert done.returncode == 0, done.stderr
    assert "`refuted` → `contested`" in done.stdout
    assert gitlab.asked == []


@pytest.mark.site
def test_gitlab_publishes(tmp_path: Path) -> None:
    clone = checked_out(site(tmp_path, "gitlab", "news"), "origin/main")
    done = shell(clone, _gitlab_script(clone, "pages"))
    assert done.returncode == 0, done.stderr
    assert (clone.root / "public/index.html").is_file()


def _only_due(mine: Project) -> None:
    for path in (mine.root / "briefings").rglob("*.yml"):
        path.unlink()
    mine.write("briefings/due.yml", DUE)


def test_gitlab_tells_each_week_what_is_due(tmp_path: Path, gitlab: FakeGitLab) -> None:
    mine = site(tmp_path, "gitlab")
    _only_due(mine)
    around = {"CI_API_V4_URL": gitlab.api, "CI_PROJECT_PATH": "newsroom/desk/briefs"}
    script = _gitlab_script(mine, "briefbook-weekly")
    done = shell(mine, script, **around, GITLAB_TOKEN="secret")
    assert done.returncode == 0, done.stderr
    (issue,) = gitlab.issues
    assert "`what-next`" in issue["description"]
    assert "left as it is" in shell(mine, script, **around, GITLAB_TOKEN="secret").stderr
    mine.write("briefings/due.yml", DUE.partition("questions:")[0])
    assert "closed" in shell(mine, script, **around, GITLAB_TOKEN="secret").stderr
    assert issue["state"] == "closed"
    assert "what-next" not in shell(mine, script, **around).stdout


def _links_instead(mine: Project, script: str) -> None:
    """Let a shell script stand in for `briefbook links`."""
    tools = mine.root.parent / "tools"
    tools.mkdir(exist_ok=True)
    tool = tools / "briefbook"
    tool.write_text(
        f'#!/bin/sh\nif [ "$1" = links ]; then\n{script}\nfi\nexec "{BIN}/briefbook" "$@"\n'
    )
    tool.chmod(0o755)


BROKEN = [
    ("exit 70", 70, "Nothing is known of them."),
    (f"echo '{HALF_ASKED}' > links.json; exit 130", 130, "2 addresses have no answer."),
]
TOLD = "## The links could not be asked to the end\n\n{} Sources that are gone may be missing here."


@pytest.mark.parametrize(("links", "code", "told"), BROKEN)
def test_gitlab_tells_what_is_due_whatever_becomes_of_the_links(
    tmp_path: Path, gitlab: FakeGitLab, links: str, code: int, told: str
) -> None:
    mine = site(tmp_path, "gitlab")
    _only_due(mine)
    _links_instead(mine, links)
    around = {"CI_API_V4_URL": gitlab.api, "CI_PROJECT_PATH": "newsroom/desk/briefs"}
    script = _gitlab_script(mine, "briefbook-weekly")
    done = shell(mine, script, **around)
    assert (done.returncode, TOLD.format(told) in done.stdout) == (code, True), done
    done = shell(mine, script, **around, GITLAB_TOKEN="secret")
    (issue,) = gitlab.issues
    assert (done.returncode, TOLD.format(told) in issue["description"]) == (code, True), done
    assert "`what-next`" in issue["description"]


@pytest.mark.parametrize(("links", "code", "told"), BROKEN)
def test_forgejo_tells_what_is_due_whatever_becomes_of_the_links(
    tmp_path: Path, links: str, code: int, told: str
) -> None:
    mine = site(tmp_path, "forgejo")
    _only_due(mine)
    _links_instead(mine, links)
    with served(FakeForgejo()) as fake:
        around = {"GITHUB_API_URL": f"{fake.api}/api/v1", "GITHUB_REPOSITORY": "desk/briefs"}
        last = _forgejo_steps(mine, "weekly", {}, **around)[-1]
        (issue,) = fake.issues
    assert (last.returncode, TOLD.format(told) in issue["body"]) == (code, True), last
    assert "`what-next`" in issue["body"]


def test_links_that_never_come_to_an_end_are_ended_before_what_is_due(
    tmp_path: Path, gitlab: FakeGitLab
) -> None:
    mine = site(tmp_path, "gitlab")
    _only_due(mine)
    _links_instead(mine, "exec sleep 600")
    script = _gitlab_script(mine, "briefbook-weekly")
    assert " 40m " in script
    done = shell(mine, script.replace(" 40m ", " 0.1 "))
    assert (done.returncode, "`what-next`" in done.stdout) == (124, True), done
    assert TOLD.format("Nothing is known of them.") in done.stdout


def test_a_comment_on_gitlab_is_made_once_and_renewed(project: Project, gitlab: FakeGitLab) -> None:
    project.write("mkdocs.yml", "site_name: Test\n")
    project.write_standard()
    project.write("briefings/example.yml", SOUND)
    project.commit("base")
    gitlab.head = "c" * 40
    gitlab.say("<!-- briefbook review -->\nI am somebody else.", 1)
    for _ in range(120):
        gitlab.say("Talk.", 1)
    for verdict, said in (("refuted", "made"), ("refuted", "left as it is"), ("false", "renewed")):
        text = SOUND.replace("verdict: supported", f"verdict: {verdict}")
        project.write("briefings/example.yml", text)
        project.run("review", "--base", "HEAD", "--report", "out", "--number", "7")
        done = project.run(
            "comment", "--host", "gitlab", "--api", gitlab.api, "--report", "out/report.json",
            "--repository", "newsroom/desk/briefs", "--head-sha", gitlab.head,
        )  # fmt: skip
        assert said in done.stdout, done
    assert [one["author"]["id"] for one in gitlab.comments].count(ME) == 1


@pytest.mark.parametrize("host", ["gitlab", "forgejo"])
def test_wrong_use_of_another_host_is_one_line(
    project: Project, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write("mkdocs.yml", "site_name: Test\n")
    project.write("report.json", json.dumps({}))
    project.write_standard()
    project.write("briefings/example.yml", SOUND)
    project.commit("base")
    project.run("review", "--base", "HEAD", "--report", "out", "--number", "7")
    monkeypatch.delenv("GITLAB_TOKEN", raising=False)
    asked = ("comment", "--host", host, "--report", "out/report.json", "--head-sha", "c" * 40)
    for more, said in (
        (("--repository", "a/b", "--api", "https://127.0.0.1:1"), f"no {host.upper()}_TOKEN"),
        (("--repository", "a/../b", "--api", "https://x.example"), "is no repository"),
        (("--repository", "a/b", "--api", "ftp://x.example"), "must begin with https://"),
    ):
        done = project.run(*asked, *more)
        assert (done.exit_code, said in done.stderr, done.stderr.count("\n")) == (2, True, 1), done
    if host == "forgejo":
        assert "must begin with https://" in project.run(*asked, "--repository", "a/b").stderr


def _forgejo_steps(
    project: Project, workflow: str, event: dict[str, Any], **environment: str
) -> list[subprocess.CompletedProcess[str]]:
    path = project.root / f".forgejo/workflows/{workflow}.yml"
    (job,) = yaml.safe_load(path.read_text())["jobs"].values()
    context = {
        "github": {
            "event": event, "token": "secret", "repository": "desk/briefs",
            "ref": "refs/heads/main",
        }
    }  # fmt: skip
    assert holds(job.get("if", "true"), context)
    done: list[subprocess.CompletedProcess[str]] = []
    for step in job["steps"]:
        failed = any(one.returncode for one in done)
        if "run" not in step or not holds(step.get("if", "true"), context, failed=failed):
            continue
        own = {name: filled(text, context) for name, text in step.get("env", {}).items()}
        done.append(shell(project, step["run"], **job["env"], **environment, **own))
    return done


def test_forgejo_takes_files_as_they_were_committed(tmp_path: Path) -> None:
    mine = site(tmp_path, "forgejo")
    _hostile(mine, "working-tree-encoding=UTF-16")
    mine.git("update-ref", "refs/pull/7/head", "change")
    clone = checked_out(mine, "origin/main")
    with served(FakeForgejo()) as fake:
        _forgejo_review(clone, fake)
        assert "`refuted` → `contested`" in fake.comments[0]["body"]
    assert b"verdict: contested" in (clone.root / "briefings/example.yml").read_bytes()
    assert (clone.root / "briefings/link.yml").read_bytes() == b"/etc/passwd"


def _forgejo_review(
    clone: Project, fake: FakeForgejo, theirs: str = "desk/briefs"
) -> list[subprocess.CompletedProcess[str]]:
    fake.head = clone.git("rev-parse", "origin/change").strip()
    head = {"sha": fake.head, "repo": {"full_name": theirs}}
    event = {"pull_request": {"number": 7, "head": head}}
    around = {"GITHUB_API_URL": f"{fake.api}/api/v1", "GITHUB_REPOSITORY": "desk/briefs"}
    return _forgejo_steps(clone, "review", event, **around)


@pytest.mark.parametrize("reason", ["could not be fetched", "the program ended with an error"])
@pytest.mark.parametrize("theirs", ["desk/briefs", "stranger/briefs"])
def test_forgejo_says_that_no_review_could_be_made(
    tmp_path: Path, reason: str, theirs: str
) -> None:
    mine = site(tmp_path, "forgejo")
    if "fetched" not in reason:
        mine.git("update-ref", "refs/pull/7/head", "change")
        _broken(mine)
    clone = checked_out(mine, "origin/main")
    with served(FakeForgejo()) as fake:
        steps = _forgejo_review(clone, fake, theirs)
        assert any(one.returncode for one in steps)
        said = [one["body"] for one in fake.comments]
        assert [reason in one for one in said] == [True] * (theirs == "desk/briefs")


@pytest.mark.site
@pytest.mark.parametrize("theirs", ["desk/briefs", "stranger/briefs"])
def test_forgejo_reviews_and_comments(tmp_path: Path, theirs: str) -> None:
    mine = site(tmp_path, "forgejo", "news")
    mine.git("update-ref", "refs/pull/7/head", "change")
    clone = checked_out(mine, "origin/main")
    with served(FakeForgejo()) as fake:
        steps = _forgejo_review(clone, fake, theirs)
        assert [one.returncode for one in steps] == [0] * len(steps), [s.stderr for s in steps]
        output = "".join(one.stdout for one in steps)
        assert ("the comment was made" in output) == (theirs == "desk/briefs")
        assert "`refuted` → `contested`" in output
        assert len(fake.comments) == (theirs == "desk/briefs")


@pytest.mark.site
def test_forgejo_builds_and_tells_what_is_due(tmp_path: Path) -> None:
    mine = site(tmp_path, "forgejo")
    event = {"repository": {"default_branch": "main"}}
    assert [one.returncode for one in _forgejo_steps(mine, "build", event)] == [0] * 4
    assert (mine.root / "site/index.html").is_file()
    _only_due(mine)
    with served(FakeForgejo()) as fake:
        around = {"GITHUB_API_URL": f"{fake.api}/api/v1", "GITHUB_REPOSITORY": "desk/briefs"}
        for said in ("it was opened", "it was left as it is"):
            last = _forgejo_steps(mine, "weekly", {}, **around)[-1]
            assert (last.returncode, said in last.stderr) == (0, True), last.stderr
        assert len(fake.issues) == 1
