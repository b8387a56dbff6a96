"""What counts as a sign-off, on real git histories: the table of docs/guide/review.md."""

import re
from pathlib import Path

import pytest
from signing_desk import (
    COUNTS,
    MAINTAINER,
    OTHER,
    OWN,
    PATH,
    PLATFORM,
    REVIEWER,
    SOURCES,
    VOID,
    WRITER,
    Desk,
)

from harness import Project
from real_site import ROOT


def _reviewed(desk: Desk) -> None:
    desk.write()
    desk.sign(REVIEWER[0], REVIEWER)


def _own(desk: Desk) -> None:
    desk.write()
    desk.sign(WRITER[0], WRITER)


def _in_another_name(desk: Desk) -> None:
    desk.write()
    desk.sign(REVIEWER[0], WRITER)


def _under_another_name(desk: Desk) -> None:
    desk.write()
    desk.sign(REVIEWER[0], (REVIEWER[0], WRITER[1]))


def _named_as_author(desk: Desk) -> None:
    desk.write()
    desk.sign(REVIEWER[0])
    desk.commit(REVIEWER, "signed", WRITER)


def _named_as_author_before(desk: Desk) -> None:
    desk.write()
    desk.sign(REVIEWER[0])
    desk.commit(REVIEWER, "signed", WRITER, date="2026-01-05T12:00:00Z")


def _written_under_a_made_up_name(desk: Desk) -> None:
    desk.edit("opened an office", "opened two offices")
    desk.commit(("Ghost", "ghost@example.org"), "two offices", REVIEWER)
    desk.sign(REVIEWER[0], REVIEWER)


def _from_another_hidden_account(desk: Desk) -> None:
    listed = "addresses: [12+boris@users.noreply.github.com]"
    desk.settings(f"      reviewers:\n        - {{name: Boris Reader, {listed}}}\n")
    desk.write()
    desk.sign(REVIEWER[0], (REVIEWER[0], "55+mallory@users.noreply.github.com"))


def _from_a_listed_address(desk: Desk) -> None:
    desk.settings("      reviewers:\n        - {name: Anna Writer, addresses: [aw@home.example]}\n")
    desk.write()
    desk.sign(REVIEWER[0], (REVIEWER[0], "aw@home.example"))


def _edited_after(desk: Desk) -> None:
    _reviewed(desk)
    desk.edit("two offices", "three offices")
    desk.commit(WRITER, "three, after the sign-off")


def _without_hash(desk: Desk) -> None:
    desk.write()
    desk.sign(REVIEWER[0])
    place = desk.project.root / PATH
    place.write_text(re.sub(r', hash: "[^"]*"', "", place.read_text()))
    desk.commit(REVIEWER, "signed by hand")


def _lookalike(desk: Desk) -> None:
    desk.write()
    desk.sign("Аnnа Writer", ("Аnnа Writer", "new@example.org"))


def _capitals(desk: Desk) -> None:
    desk.write()
    desk.sign("ANNA  WRITER", WRITER)


def _co_author(desk: Desk) -> None:
    desk.edit("opened an office", "opened two offices")
    desk.commit(WRITER, f"two\n\nCo-authored-by: {REVIEWER[0]} <{REVIEWER[1]}>")
    desk.sign(REVIEWER[0], REVIEWER)


def _old_name(desk: Desk) -> None:
    desk.project.write(".mailmap", "Anna Newname <anna@example.org>\n")
    desk.commit(MAINTAINER, "who is who")
    desk.next()
    desk.write()
    desk.sign("Anna Newname", ("Anna Newname", "anna@example.org"))


def _two_accounts(desk: Desk) -> None:
    desk.settings(
        "      reviewers:\n"
        "        - {name: A. W., addresses: [anna@example.org, aw@home.example]}\n"
    )
    desk.write()
    desk.sign("A. W.", ("A. W.", "aw@home.example"))


def _noreply(desk: Desk) -> None:
    desk.settings(
        "      reviewers:\n        - {name: Boris Reader, addresses: "
        "[boris@users.noreply.github.com]}\n"
    )
    desk.write()
    desk.sign(REVIEWER[0], ("bobo", "17+boris@users.noreply.github.com"))


def _bot(desk: Desk) -> None:
    desk.write()
    desk.sign(REVIEWER[0], ("helper[bot]", "1+helper[bot]@users.noreply.github.com"))


def _web_editor(desk: Desk) -> None:
    desk.write()
    desk.sign(REVIEWER[0])
    desk.commit(REVIEWER, "signed in the browser", PLATFORM)


def _rebased(desk: Desk) -> None:
    desk.date = "2026-11-20T12:00:00Z"
    _reviewed(desk)
    desk.project.git("switch", "--quiet", "main")
    desk.project.write("notes.txt", "main moved on")
    desk.commit(MAINTAINER, "notes")
    desk.project.git("switch", "--quiet", "change")
    desk.project.git("rebase", "--quiet", "main")


def _forced(desk: Desk) -> None:
    _reviewed(desk)
    desk.edit("two offices", "three offices")
    desk.commit(WRITER, "three, after the sign-off")
    desk.project.git("reset", "--quiet", "--soft", "main")
    desk.commit(WRITER, "one new commit")


def _merged_in(desk: Desk) -> None:
    _reviewed(desk)
    desk.project.git("switch", "--quiet", "main")
    desk.project.write("notes.txt", "main moved on")
    desk.commit(MAINTAINER, "notes")
    desk.project.git("switch", "--quiet", "change")
    desk.project.git("merge", "--quiet", "--no-edit", "main")


def _in_a_merge(desk: Desk) -> None:
    desk.write()
    desk.project.git("switch", "--quiet", "main")
    desk.project.write("notes.txt", "main moved on")
    desk.commit(MAINTAINER, "notes")
    desk.project.git("switch", "--quiet", "change")
    desk.project.git("merge", "--quiet", "--no-commit", "--no-ff", "main")
    desk.sign(REVIEWER[0], WRITER)


def _from_an_old_commit(desk: Desk) -> None:
    """A commit that main holds, and took back, is merged: no commit of the change adds anything."""
    desk.write()
    desk.sign(REVIEWER[0], WRITER)
    signed = desk.project.git("rev-parse", "HEAD").strip()
    desk.project.git("checkout", "--quiet", "HEAD~1", "--", PATH)
    desk.commit(WRITER, "taken back")
    desk.next()
    desk.project.write("notes.txt", "hi")
    desk.commit(WRITER, "notes")
    tree = desk.project.git("rev-parse", f"{signed}^{{tree}}").strip()
    merge = desk.project.git("commit-tree", tree, "-p", "HEAD", "-p", signed, "-m", "merge")
    desk.project.git("reset", "--quiet", "--hard", merge.strip())


def _mailmap_of_the_change(desk: Desk) -> None:
    desk.write()
    desk.project.write(".mailmap", "Boris Reader <boris@example.org> Writer Two <anna@example.org>")
    desk.sign(REVIEWER[0], ("Writer Two", WRITER[1]))


def _squashed_by_writer(desk: Desk) -> None:
    _reviewed(desk)
    desk.squash(WRITER, REVIEWER)


def _squashed_by_host(desk: Desk) -> None:
    _reviewed(desk)
    desk.squash(WRITER, REVIEWER, committer=PLATFORM)
    desk.next()
    desk.edit("two offices", "four offices")
    desk.commit(WRITER, "four")
    desk.sign(REVIEWER[0], REVIEWER)


def _merged_before(desk: Desk) -> None:
    _reviewed(desk)
    desk.merge()
    desk.edit("It names the street.", "It names the street and the house.")
    desk.commit(WRITER, "the house")
    desk.sign(REVIEWER[0], REVIEWER)


def _edited_and_signed(desk: Desk) -> None:
    desk.write(REVIEWER)
    desk.sign(REVIEWER[0], REVIEWER)


def _source_under_it(desk: Desk) -> None:
    _reviewed(desk)
    desk.merge()
    desk.edit("https://example.org/agency", "https://example.com/agency", SOURCES)
    desk.commit(WRITER, "another address")


def _source_behind_a_source(desk: Desk) -> None:
    """What is cited repeats another, and that a third: only the second is changed."""
    desk.edit("- id: agency-report\n", "- id: wire\n  title: A wire\n  derives_from: talk\n"
              "- id: talk\n  title: A talk\n- id: agency-report\n  derives_from: wire\n",
              SOURCES)  # fmt: skip
    desk.commit(WRITER, "where it got it")
    _reviewed(desk)
    desk.merge()
    desk.edit("  derives_from: talk\n", "", SOURCES)
    desk.commit(WRITER, "another origin")


def _own_source(desk: Desk) -> None:
    desk.edit("grade: B, because: A named reporter was there.", "grade: A, because: Nice.", SOURCES)
    desk.commit(REVIEWER, "a better grade")
    desk.sign(REVIEWER[0], REVIEWER)


def _typo_in_library(desk: Desk) -> None:
    desk.edit("publisher: An agency", "publisher: The agency", SOURCES)
    desk.commit(REVIEWER, "its name")
    desk.sign(REVIEWER[0], REVIEWER)


def _not_listed(desk: Desk) -> None:
    """Neither the change nor publication (BRF005) counts it."""
    desk.settings("      signoffs: 1\n      reviewers: [Clara Chief]\n")
    desk.write()
    desk.sign(REVIEWER[0], REVIEWER)


HISTORIES = {
    "A reviewer commits their sign-off after the writer's commits.": (_reviewed, COUNTS),
    "The writer signs.": (_own, OWN),
    "The writer commits a sign-off in a reviewer's name.": (_in_another_name, OTHER),
    "The writer commits it under the reviewer's name, from their own address.": (
        _under_another_name, OTHER),
    "The writer commits it with `git commit --author` and the reviewer's name and address.": (
        _named_as_author, OTHER),
    "The same with `--date` and a day before the text was written.": (
        _named_as_author_before, OTHER),
    "The signer wrote the text and named somebody else as its author (`git commit --author`).": (
        _written_under_a_made_up_name, OWN),
    "The sign-off comes from another hidden (noreply) account than the listed one.": (
        _from_another_hidden_account, OTHER),
    "The sign-off comes from an address that `reviewers` lists for somebody else.": (
        _from_a_listed_address, OTHER),
    "The writer edits the text after the sign-off, in the same change.": (_edited_after, VOID),
    "The entry has no hash.": (_without_hash, VOID),
    "Somebody signs whom `reviewers` does not list.": (_not_listed, VOID),
    "The writer signs under a name with look-alike letters.": (_lookalike, OWN),
    "The writer signs with other capitals and blanks.": (_capitals, OWN),
    "The reviewer is named as co-author of a commit of the text.": (_co_author, OWN),
    "The writer has another name since, and `.mailmap` knows it.": (_old_name, OWN),
    "The writer signs from a second account that `reviewers` lists.": (_two_accounts, OWN),
    "A reviewer commits from a noreply address that `reviewers` lists.": (_noreply, COUNTS),
    "A bot commits the sign-off.": (_bot, OTHER),
    "A reviewer signs in the host's web editor.": (_web_editor, COUNTS),
    "The change is rebased after the sign-off.": (_rebased, COUNTS),
    "Main is merged into the change after the sign-off.": (_merged_in, COUNTS),
    "The writer adds the sign-off while merging main.": (_in_a_merge, OTHER),
    "The writer merges an old commit that holds the sign-off.": (_from_an_old_commit, OTHER),
    "The change brings a `.mailmap` that makes the writer the reviewer.": (
        _mailmap_of_the_change, OTHER,
    ),
    "The writer changes the text after the sign-off and force-pushes one commit.": (_forced, OTHER),
    "The writer squashes the change, sign-off included, into a commit of their own.": (
        _squashed_by_writer, OTHER,
    ),
    "The host squashed an earlier change; the reviewer signs the next one.": (
        _squashed_by_host, COUNTS,
    ),
    "An earlier change was merged; the reviewer signs the next one.": (_merged_before, COUNTS),
    "The reviewer edits the text, and signs.": (_edited_and_signed, OWN),
    "A cited source's address changes after the sign-off.": (_source_under_it, VOID),
    "A source that a cited one repeats gets another origin.": (_source_behind_a_source, VOID),
    "The reviewer regrades a cited source in the same change, and signs.": (_own_source, OWN),
    "The reviewer mends a publisher's name in the library, and signs.": (_typo_in_library, COUNTS),
}  # fmt: skip


@pytest.mark.parametrize("history", HISTORIES)
def test_what_counts(history: str, project: Project) -> None:
    build, wanted = HISTORIES[history]
    desk = Desk(project)
    build(desk)
    assert desk.verdict == wanted


def test_who_is_not_listed_is_not_counted(project: Project) -> None:
    desk = Desk(project)
    _not_listed(desk)
    assert desk.verdict == VOID
    found = project.run("check", "--select", "BRF005", "--format", "json").stdout
    assert "1 must sign" in found
    desk.sign(MAINTAINER[0], MAINTAINER)
    assert "must sign" not in project.run("check", "--select", "BRF005").stdout


def test_two_names_of_one_person_count_once(project: Project) -> None:
    desk = Desk(project)
    desk.settings("      signoffs: 2\n      reviewers: [{name: Boris Reader, names: [B. R.]}]\n")
    desk.write()
    desk.sign(REVIEWER[0], REVIEWER)
    desk.sign("B. R.", REVIEWER)
    assert "with 1 sign-off by" in project.run("check", "--select", "BRF005").stdout


def test_sign_refuses_a_writer_under_any_name_and_nobody_else(project: Project) -> None:
    desk = Desk(project)
    desk.sign(REVIEWER[0], REVIEWER)
    for name in ("Anna Writer", "anna writer", "Аnnа Writer"):
        done = project.run("sign", "office", "--by", name)
        assert (done.exit_code, "must sign" in done.stderr) == (2, True), done
    assert project.run("sign", "office", "--by", "Boris Reader").exit_code == 0
    assert project.run("sign", "office", "--by", "Clara Chief").exit_code == 0


def test_the_guide_has_the_table() -> None:
    page = Path(ROOT / "docs/guide/review.md").read_text()
    rows = dict(re.findall(r"^\| (.+?) \| (.+?) \|$", page, re.M))
    said = {history: wanted for history, (_, wanted) in HISTORIES.items()}
    words = {COUNTS: "counts", OWN: "`CHG009`", OTHER: "`CHG011`", VOID: "`CHG006`"}
    assert {one: rows.get(one, "")[: len(words[wanted])] for one, wanted in said.items()} == {
        one: words[wanted] for one, wanted in said.items()
    }
