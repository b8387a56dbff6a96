"""What a change may hold in git: links, huge files, filters, names that no disk takes."""

from pathlib import Path

import pytest
from desk import Desk, followed

from briefbook.review.notice import REASONS
from briefbook.syntax import MAX_BYTES

pytestmark = pytest.mark.site
SUBFOLDER = pytest.mark.parametrize("desk", ["news/desk"], indirect=True)


def _brief(desk: Desk) -> bytes:
    text = (desk.mine.root / desk.folder / "briefings/example.yml").read_bytes()
    return text.replace(b"verdict: refuted", b"verdict: contested")


@SUBFOLDER
def test_links_submodules_and_huge_files_are_named_and_not_followed(desk: Desk) -> None:
    desk.propose_objects(
        ("100644", "example.yml", _brief(desk)),
        ("120000", "link.yml", b"/etc/passwd"),
        ("160000", "module", b""),
        ("100644", "huge.yml", b"# nothing\n" * (MAX_BYTES // 10 + 1)),
        ("100644", ".gitattributes", b"*.yml filter=lfs diff=lfs working-tree-encoding=UTF-16\n"),
        ("100644", "pointer.yml", b"version https://git-lfs.github.com/spec/v1\nsize 9\n"),
    )
    done = desk.run("comment", "workflow_run", followed(desk))
    assert done.ok, done.log
    (said,) = desk.host.of_bot()
    assert "`refuted` → `contested`" in said
    for name in ("link.yml", "huge.yml", "pointer.yml"):
        assert name in said
    assert "root:" not in said + done.log


@SUBFOLDER
@pytest.mark.parametrize("entry", [("120000", "", b"/etc"), ("100644", "", b"no folder"),
                                   ("160000", "", b"")])  # fmt: skip
def test_a_link_or_a_file_in_place_of_the_briefs_is_the_end_of_all_briefs(
    desk: Desk, entry: tuple[str, str, bytes]
) -> None:
    desk.propose_objects(entry)
    done = desk.run("comment", "workflow_run", followed(desk))
    assert done.ok, done.log
    (said,) = desk.host.of_bot()
    assert "`example`" in said
    assert not {path.name for path in Path("/etc").iterdir()} & set(said.split())


def test_all_briefs_taken_away(desk: Desk) -> None:
    desk.propose_objects()
    done = desk.run("comment", "workflow_run", followed(desk))
    assert (done.ok, "`example`" in desk.host.of_bot()[0]) == (True, True), done.log


def test_a_file_that_would_be_one_of_git_itself_is_not_written(desk: Desk) -> None:
    hook = b"[core]\nfsmonitor = touch /tmp/ran\n"
    desk.propose_objects(("100644", "example.yml", _brief(desk)), ("040000", ".git", hook))
    done = desk.run("comment", "workflow_run", followed(desk))
    assert "`refuted` → `contested`" in desk.host.of_bot()[0], done.log
    assert "invalid path" in done.log
    assert not list(desk.home.glob(f"*/workspace/{desk.folder}/briefings/.git"))


def test_what_no_disk_takes_is_no_review_and_the_comment_says_so(desk: Desk) -> None:
    long = "x" * 300 + ".yml"
    event = desk.propose_objects(
        ("100644", "example.yml", _brief(desk)), ("100644", long, b"title: x\n")
    )
    done = desk.run("comment", "workflow_run", followed(desk))
    assert (done.ok, "File name too long" in done.log) == (False, True), done.log
    (said,) = desk.host.of_bot()
    assert f"No review could be made of commit `{desk.host.head[:12]}` yet" in said
    assert REASONS["error"] in said
    reviewed = desk.run("review", "pull_request", event, desk.elsewhere)
    assert (reviewed.ok, reviewed.artifacts) == (False, {})
