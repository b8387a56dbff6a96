"""Comments and issues on GitLab and Forgejo, and the scripts that run there, each as it would."""

import json
import subprocess
from pathlib import Path

import pytest
from elsewhere import FakeForgejo, checked_out, forgejo_steps, gitlab_script, only_due, shell, site
from fake_github import served
from fake_gitlab import ME, FakeGitLab

from harness import SOUND, Project


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
    script = gitlab_script(clone, "briefbook-review")
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
    script = gitlab_script(clone, "briefbook-review")
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
    script = gitlab_script(clone, "briefbook-review")
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
    script = gitlab_script(clone, "briefbook-review")
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
    script = gitlab_script(clone, "briefbook-review")
    done = shell(clone, script, **_merge_request(clone, gitlab))
    assert done.returncode == 0, done.stderr
    assert "`refuted` → `contested`" in done.stdout
    assert gitlab.asked == []


@pytest.mark.site
def test_gitlab_publishes(tmp_path: Path) -> None:
    clone = checked_out(site(tmp_path, "gitlab", "news"), "origin/main")
    done = shell(clone, gitlab_script(clone, "pages"))
    assert done.returncode == 0, done.stderr
    assert (clone.root / "public/index.html").is_file()


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
    return forgejo_steps(clone, "review", event, **around)


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
    assert [one.returncode for one in forgejo_steps(mine, "build", event)] == [0] * 4
    assert (mine.root / "site/index.html").is_file()
    only_due(mine)
    with served(FakeForgejo()) as fake:
        around = {"GITHUB_API_URL": f"{fake.api}/api/v1", "GITHUB_REPOSITORY": "desk/briefs"}
        for said in ("it was opened", "it was left as it is"):
            last = forgejo_steps(mine, "weekly", {}, **around)[-1]
            assert (last.returncode, said in last.stderr) == (0, True), last.stderr
        assert len(fake.issues) == 1
