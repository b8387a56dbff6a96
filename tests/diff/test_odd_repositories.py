"""`diff`, `sign` and `log` where names, links and clones are not as they should be."""

import re
from pathlib import Path

import pytest
from every_kind import BASE, EDITS, OFFICE, OTHER, edited

from harness import Project

ODD_NAMES = (
    "Upper", "My Brief", "x_y", "naïve", "a" * 100, "@everyone #1", "<img src=x>", "-", "con",
)  # fmt: skip
FORMS = ("terminal", "markdown", "json", "github")


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_file_with_an_odd_name_breaks_no_form(committed: Project, name: str) -> None:
    committed.write(f"briefings/{name}.yml", BASE[OTHER].replace("banks-open", "more-open"))
    for form in FORMS:
        found = committed.run("diff", "HEAD", "--format", form)
        assert found.exit_code in (0, 1), found.stderr
        assert "Traceback" not in found.stderr
        if form == "markdown":
            assert "<img" not in found.stdout.replace("`<img src=x>`", "")
    report = committed.run("review", "--base", "HEAD", "--report", "out")
    assert report.exit_code in (0, 1), report.stderr
    assert (committed.root / "out/report.json").exists()


@pytest.mark.parametrize(
    ("old", "new"),
    [("verdict: supported", "verdict: suported"), ("    statement: Banks open offices.\n", ""),
     ("title:", "<<<<<<< ours\ntitle:"), ("title:", "\x00title:")],
    ids=["a slip", "a field missing", "a conflict", "a forbidden character"],
)  # fmt: skip
def test_a_brief_that_cannot_be_read_is_the_first_thing_said(
    committed: Project, old: str, new: str
) -> None:
    committed.write(OTHER, BASE[OTHER].replace(old, new, 1))
    shown = {form: committed.run("diff", "HEAD", "--format", form).stdout for form in FORMS}
    head, _, first = shown["markdown"].splitlines()[:3]
    assert head == "### What changed in the briefs: 1 file could not be compared whole"
    assert re.match(
        rf"- \*\*(Not compared|Compared in part)\*\*: `{OTHER}`( without .+)?. It holds", first
    )
    assert "no changes" not in shown["terminal"]
    assert shown["terminal"].splitlines()[-1] == "1 file could not be compared whole"
    assert "1 file could not be compared whole" in shown["github"]
    report = committed.run("review", "--base", "HEAD", "--report", "out")
    assert report.exit_code == 1
    comment = (committed.root / "out/comment.md").read_text()
    assert "- **`briefbook check` finds 1 error** in the briefs." in comment


def test_a_folder_that_is_a_link_is_not_read_through(committed: Project, tmp_path: Path) -> None:
    committed.write("briefings/team/omega.yml", BASE[OTHER].replace("banks-open", "omega-open"))
    committed.commit("omega")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "omega.yml").write_text(BASE[OTHER].replace("What banks do", "SECRET"))
    for gone in (committed.root / "briefings/team").iterdir():
        gone.unlink()
    (committed.root / "briefings/team").rmdir()
    (committed.root / "briefings/team").symlink_to(outside)
    for form in FORMS:
        found = committed.run("diff", "HEAD", "--format", form)
        assert "SECRET" not in found.stdout + found.stderr
    committed.run("review", "--base", "HEAD", "--report", "out")
    for file in (committed.root / "out").iterdir():
        assert "SECRET" not in file.read_text()


def test_briefings_as_a_link_is_not_read_through(committed: Project, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (committed.root / "briefings").rename(outside)
    (outside / "other.yml").write_text(BASE[OTHER].replace("What banks do", "SECRET"))
    (committed.root / "briefings").symlink_to(outside)
    for form in FORMS:
        found = committed.run("diff", "HEAD", "--format", form)
        assert "SECRET" not in found.stdout + found.stderr


def test_a_branch_of_the_origin_is_found_by_its_name(committed: Project, tmp_path: Path) -> None:
    committed.git("branch", "-M", "main")
    clone = Project(tmp_path / "clone")
    committed.git("clone", "--quiet", str(committed.root), str(clone.root))
    clone.git("checkout", "--quiet", "--detach")
    clone.git("branch", "--quiet", "-D", "main")
    clone.write(OFFICE, edited(*EDITS["verdict-moved"])[OFFICE])
    assert clone.diff("main").json["changes"][0]["kind"] == "verdict-moved"
    said = clone.run("diff", "main..nope").stderr
    assert "write two of them apart: main nope" in said


def _author(project: Project, name: str, message: str) -> None:
    project.git("add", "--all")
    project.git("-c", f"user.name={name}", "commit", "--quiet", "--message", message)


def test_who_wrote_a_brief_under_its_old_name_may_not_sign(committed: Project) -> None:
    committed.git("mv", OTHER, "briefings/banks.yml")
    text = f"renamed_from: [other]\n{BASE[OTHER]}"
    committed.write("briefings/banks.yml", text.replace("They open", "Banks open"))
    _author(committed, "Somebody Else", "renamed")
    refused = committed.run("sign", "banks", "--by", "An Author")
    assert refused.exit_code == 2
    assert "committed changes" in refused.stderr


def test_a_shallow_clone_says_that_it_does_not_know_all_authors(
    committed: Project, tmp_path: Path
) -> None:
    committed.write("briefings/third.yml", BASE[OTHER].replace("banks-open", "more-open"))
    _author(committed, "Somebody Else", "third")
    clone = Project(tmp_path / "clone")
    address = committed.root.as_uri()
    committed.git("clone", "--quiet", "--depth", "1", address, str(clone.root))
    done = clone.run("sign", "other", "--by", "A Colleague")
    assert done.exit_code == 0
    assert "this clone is shallow" in done.stderr


def test_without_commits_the_reason_is_git_s(project: Project) -> None:
    for path, text in BASE.items():
        project.write(path, text)
    assert "not in a git repository" in project.run("sign", "other", "--by", "Anna").stderr
    project.git("init", "--quiet")
    assert "HEAD" in project.run("sign", "other#banks-open", "--by", "Anna").stderr


def test_who_signs_what_they_wrote_is_seen_in_the_history_of_the_pull_request(
    committed: Project,
) -> None:
    """As in review.yml: the base branch is checked out, with the briefs of the pull request."""
    committed.git("branch", "-M", "main")
    committed.git("switch", "--quiet", "--create", "pull")
    new = BASE[OTHER].replace("banks-open", "more-open")
    committed.write("briefings/third.yml", new)
    committed.run("sign", "third", "--by", "Petra Pull")
    _author(committed, "Petra Pull", "third")
    committed.git("switch", "--quiet", "main")
    committed.git("checkout", "--quiet", "pull", "--", "briefings")
    committed.run("review", "--base", "main", "--head", "pull", "--report", "out")
    assert "CHG009" in (committed.root / "out/comment.md").read_text()
    committed.run("review", "--base", "main", "--report", "out")
    assert "CHG009" not in (committed.root / "out/comment.md").read_text()


def test_log_follows_renames_and_tells_corrections_of_the_record(committed: Project) -> None:
    committed.git("mv", OTHER, "briefings/banks.yml")
    committed.commit("renamed")
    text = (committed.root / "briefings/banks.yml").read_text()
    committed.write(
        "briefings/banks.yml",
        text.replace("verdict: supported", "verdict: contested")
        + "corrections:\n  - {date: 2026-11-20, kind: correction, severity: minor, "
        "records: [banks-open], reason: One office closed.}\n",
    )
    committed.commit("moved")
    text = (committed.root / "briefings/banks.yml").read_text()
    committed.write("briefings/banks.yml", text.replace("id: banks-open", "id: they-open").replace(
        "records: [banks-open]", "records: [they-open]"))  # fmt: skip
    committed.commit("another id")
    said = committed.run("log", "banks#they-open").stdout
    steps = [line.strip() for line in said.splitlines() if line.startswith("    ")]
    assert [step.split(": ")[0] for step in steps if "rewritten" not in step] == [
        "record renamed", "verdict moved", "correction added", "brief renamed", "claim added",
    ]  # fmt: skip
