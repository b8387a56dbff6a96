"""Where no review could be made the old comment says so, and is not taken for a new one."""

import subprocess

import pytest
from desk import Desk, followed
from fake_github import SHA, FakeGitHub

from briefbook.review.comment import MARK
from briefbook.review.notice import REASONS, about, with_notice
from harness import Project, Result

OLD, NEW = "a" * 40, "b" * 40
MOST = 60_000
BODY = "### What changed: `1`\n\n| a | b |\n<details><summary>x</summary>\n\ny\n\n</details>\n"
WHOLE = about(f"{MARK}\n{BODY}", OLD, MOST)


@pytest.mark.parametrize("reason", REASONS)
def test_a_notice_stands_once_above_what_was_said(reason: str) -> None:
    once = with_notice(WHOLE, NEW, reason, MOST)
    lines = once.splitlines()
    assert lines[0] == MARK
    said = f"**This review is of commit `{OLD[:12]}`; no review could be made of `{NEW[:12]}` yet**"
    assert f"{said}: {REASONS[reason]}." in lines
    assert once.endswith(BODY)
    for stored in (once, once.replace("\n", "\r\n"), once.rstrip()):
        assert with_notice(stored, NEW, reason, MOST) == once
    later = with_notice(once, "d" * 40, "fetch", MOST)
    assert NEW[:12] not in later
    assert (later.count("no review could be made"), later.endswith(BODY)) == (1, True)


def test_a_notice_tells_what_is_known() -> None:
    alone = with_notice(MARK, NEW, "error", MOST)
    assert f"**No review could be made of commit `{NEW[:12]}` yet**: the program" in alone
    assert with_notice(alone, NEW, "error", MOST) == alone
    unnamed = with_notice(f"{MARK}\n{BODY}", NEW, "error", MOST)
    assert "This review is of an earlier commit; none could be made" in unnamed
    again = with_notice(WHOLE, OLD, "conflict", MOST)
    assert f"This review of commit `{OLD[:12]}` stands, but it could not be made anew" in again


@pytest.mark.parametrize("letter", ["x", "\u6211", "\U0001f600", "\ud800"])
def test_a_notice_fits_also_above_a_comment_that_is_full(letter: str) -> None:
    body = "### What changed\n\n<details><summary>x</summary>\n\n"
    for row in (f"| {letter * 200} |\n", "| x |\n"):
        while len((body + row).encode(errors="surrogatepass")) < MOST - 110:
            body += row
    full = about(f"{MARK}\n{body}", OLD, MOST)
    found = with_notice(full, NEW, "error", MOST)
    assert len(found.encode(errors="surrogatepass")) <= MOST
    assert found.count("<details>") == found.count("</details>") == 1
    assert found.endswith("</details>\n\nThe rest was left out here.\n")
    assert with_notice(found, NEW, "error", MOST) == found
    assert with_notice(found, NEW, "conflict", MOST).count("left out here") == 1


def test_a_comment_that_is_full_does_not_name_its_commit() -> None:
    full = f"{MARK}\n{'x' * (MOST - len(MARK) - 1)}"
    assert about(full, OLD, MOST) == full


def _comment(project: Project, github: FakeGitHub, *more: str, sha: str = SHA) -> Result:
    return project.run(
        "comment", "--repository", "desk/briefs", "--head-sha", sha, "--api", github.api, *more
    )


def test_the_command_makes_a_notice_renews_it_and_leaves_it(
    project: Project, github: FakeGitHub
) -> None:
    github.say(WHOLE, 1)
    failed = ("--number", "7", "--failed")
    for reason, said in (("error", "made"), ("error", "left as it is"), ("conflict", "renewed")):
        assert said in _comment(project, github, *failed, reason).stdout
        assert REASONS[reason] in github.of_bot()[0]
    github.comments[1]["body"] = WHOLE
    _comment(project, github, *failed, "fetch")
    assert github.of_bot()[0].endswith(BODY)
    assert github.comments[0]["body"] == WHOLE, "what somebody else says stays"
    assert len(github.comments) == 2
    moved = _comment(project, github, *failed, "error", sha="d" * 40)
    assert (moved.exit_code, "does not stand at dddddddddddd" in moved.stdout) == (0, True)


@pytest.mark.parametrize(
    "arguments",
    [(), ("--failed", "error"), ("--failed", "@everyone", "--number", "7"), ("--number", "7"),
     ("--failed", "error", "--number", "0"), ("--report", "x", "--number", "7"),
     ("--failed", "error", "--report", "x", "--number", "7"),
     ("--failed", "error", "--number", "7", "--preview", "https://x.example"),
     ("--failed", "error", "--number", "7", "--head-sha", "main")],
)  # fmt: skip
def test_wrong_use(project: Project, github: FakeGitHub, arguments: tuple[str, ...]) -> None:
    github.head = "main"
    done = _comment(project, github, *arguments)
    assert (done.exit_code, done.stderr.count("\n"), github.comments) == (2, 1, []), done


def _reviewed(desk: Desk) -> str:
    """A change that was commented on; the beginning of its commit."""
    desk.edit("verdict: refuted", "verdict: contested")
    desk.propose()
    assert desk.run("comment", "workflow_run", followed(desk)).ok
    (said,) = desk.host.of_bot()
    assert f"commit {desk.host.head} -->" in said
    old = desk.host.head
    desk.mine.git("checkout", "--quiet", "change")
    desk.edit("title: ", "title: Again, ")
    return old[:12]


def _forget(desk: Desk, *names: str) -> None:
    for name in names:
        command = ["git", "-C", str(desk.bare), "update-ref", "-d", f"refs/pull/7/{name}"]
        subprocess.run(command, check=True)


@pytest.mark.site
@pytest.mark.parametrize(
    ("gone", "reason"), [(("merge",), "conflict"), (("merge", "head"), "fetch"), ((), "conflict")]
)
def test_the_action_says_so_of_what_cannot_be_fetched_or_merged(
    desk: Desk, gone: tuple[str, ...], reason: str
) -> None:
    old = _reviewed(desk)
    desk.propose()
    _forget(desk, *gone)
    if not gone:  # a conflict: the last merge that went well stays
        desk.host.head = desk.mine.commit("more")
    done = desk.run("comment", "workflow_run", followed(desk))
    assert done.ok, done.log
    (said,) = desk.host.of_bot()
    assert f"This review is of commit `{old}`; no review could be made of `" in said
    assert REASONS[reason] in said
    assert "`refuted` → `contested`" in said
    assert "left as it is" in desk.run("comment", "workflow_run", followed(desk)).log


@pytest.mark.site
def test_the_action_says_so_of_a_review_that_ended_with_an_error_until_the_next_one(
    desk: Desk,
) -> None:
    old = _reviewed(desk)
    settings = desk.mine.root / desk.folder / "mkdocs.yml"
    good = settings.read_text()
    change = desk.mine.commit("again")
    desk.mine.git("checkout", "--quiet", desk.branch)
    for text, ok in (("site_name: [", False), (good, True)):
        settings.write_text(text)
        desk.push()
        desk.mine.git("checkout", "--quiet", "--detach", change)
        desk.propose()
        done = desk.run("comment", "workflow_run", followed(desk))
        assert done.ok == ok, done.log
        desk.mine.git("checkout", "--quiet", desk.branch)
        (said,) = desk.host.of_bot()
        assert (f"This review is of commit `{old}`; no review" in said) != ok
        assert "`refuted` → `contested`" in said
        assert (REASONS["error"] in said) != ok
