"""`briefbook diff` on real repositories: what it reads, what it leaves alone, what it cannot do."""

import os
import subprocess
from pathlib import Path

import pytest
from every_kind import BASE, EDITS, ENTITIES, OFFICE, OTHER, Replacement, edited

from briefbook.diff.git import Repository
from harness import Project

HOSTILE = "\x1b[31m::error::x %0A | `<img src=x onerror=alert(1)>` @everyone #1 ##[error]"


def _edit(project: Project, *replacements: Replacement) -> None:
    for path, text in edited(*replacements).items():
        project.write(path, text)


def _kinds(project: Project, *arguments: str) -> list[tuple[str, str | None, str | None]]:
    result = project.diff(*arguments)
    assert result.stderr == ""
    return [(c["kind"], c["brief"], c["record"]) for c in result.json["changes"]]


def test_the_working_tree_is_compared_with_a_revision(committed: Project) -> None:
    _edit(committed, *EDITS["verdict-moved"])
    assert _kinds(committed, "HEAD")[0] == ("verdict-moved", "office", "opened")


def test_two_revisions_are_compared(committed: Project) -> None:
    _edit(committed, *EDITS["verdict-moved"])
    committed.commit("moved")
    _edit(committed, *EDITS["flaw-changed"])
    found = committed.diff("HEAD~1", "HEAD").json
    assert [c["kind"] for c in found["changes"]] == ["verdict-moved", "basis-moved", "basis-moved"]
    assert (found["base"], found["head"]) == ("HEAD~1", "HEAD")
    assert found["head_commit"] == committed.git("rev-parse", "HEAD").strip()


def test_the_json_has_its_promised_shape(committed: Project) -> None:
    _edit(committed, *EDITS["verdict-moved"])
    found = committed.diff("HEAD").json
    assert (found["version"], found["base"], found["head"]) == (1, "HEAD", None)
    assert found["changes"][0] == {
        "kind": "verdict-moved", "brief": "office", "record": "opened", "field": "verdict",
        "before": "contested", "after": "supported", "severity": "critical",
        "path": OFFICE, "line": 29,
    }  # fmt: skip
    assert {alarm["code"] for alarm in found["alarms"]} == {"CHG001", "CHG003"}
    assert set(found["alarms"][0]) >= {"message", "help", "path", "line", "column", "route"}


def test_only_changed_files_and_those_that_name_them_are_read(committed: Project) -> None:
    for number in range(5):
        text = BASE[OTHER].replace("office#opened", "banks-open-not") + f"# {number}\n"
        text = text.replace("    depends_on: [banks-open-not]\n", "")
        committed.write(f"briefings/far-{number}.yml", text)
    committed.commit("more")
    _edit(committed, *EDITS["verdict-moved"])
    committed.git("status")  # it sees that files that were written anew say the same
    opened: list[str] = []
    original = Repository.contents

    def watch(self: Repository, blobs: object) -> object:
        opened.extend(blobs)  # type: ignore[call-overload]
        return original(self, blobs)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Repository, "contents", watch)
        assert ("basis-moved", "other", "banks-open") in _kinds(committed, "HEAD")
    assert set(opened) == {OFFICE}


def test_files_that_are_not_committed_count_in_the_working_tree(committed: Project) -> None:
    committed.write("briefings/new.yml", BASE[OTHER])
    assert ("brief-added", "new", None) in _kinds(committed, "HEAD")
    (committed.root / OTHER).unlink()
    assert ("brief-renamed", "new", None) in _kinds(committed, "HEAD")


def test_nothing_is_written(committed: Project) -> None:
    _edit(committed, *EDITS["verdict-moved"])
    os.utime(committed.root / ENTITIES, (1, 1))  # what git would refresh in its index
    watched = [path for path in committed.root.rglob("*") if path.is_file()]
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in watched}
    committed.diff("HEAD")
    after = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in watched}
    assert before == after
    assert sorted(watched) == sorted(p for p in committed.root.rglob("*") if p.is_file())


def test_a_project_may_be_a_folder_of_its_repository(tmp_path: Path) -> None:
    whole = Project(tmp_path)
    inner = Project(tmp_path / "desk" / "bücher")
    for path, text in {**BASE, "mkdocs.yml": "site_name: Test\n"}.items():
        inner.write(path, text)
    whole.write("briefings/elsewhere.yml", BASE[OTHER])
    whole.commit("base")
    _edit(inner, *EDITS["verdict-moved"])
    whole.write("briefings/elsewhere.yml", "title: Not of this project\n")
    assert [kind for kind, _, _ in _kinds(inner, "HEAD")] == [
        "verdict-moved", "basis-moved", "basis-moved",
    ]  # fmt: skip


def test_fail_on_a_kind(committed: Project) -> None:
    _edit(committed, *EDITS["evidence-changed"])
    assert committed.diff("HEAD").exit_code == 0
    assert committed.diff("HEAD", "--fail-on", "verdict-moved").exit_code == 0
    assert committed.diff("HEAD", "--fail-on", "verdict-moved,evidence-changed").exit_code == 1
    assert committed.diff("HEAD", "--fail-on", "any").exit_code == 1


def test_an_alarm_that_is_an_error_fails(committed: Project) -> None:
    _edit(committed, *EDITS["claim-removed"])
    assert committed.diff("HEAD").exit_code == 1


def test_a_waiver_with_a_reason_silences_an_alarm(committed: Project) -> None:
    _edit(committed, *EDITS["likelihood-moved"])
    codes = {alarm["code"] for alarm in committed.diff("HEAD").json["alarms"]}
    assert "CHG001" in codes
    with (committed.root / OFFICE).open("a") as stream:
        stream.write(
            "  - {rule: CHG001, at: second-office, reason: It was a slip., until: 2027-01-01}\n"
        )
    found = committed.diff("HEAD").json
    assert "CHG001" not in {alarm["code"] for alarm in found["alarms"]}
    # A change that waives its own alarm says so.
    assert "waiver-added" in {change["kind"] for change in found["changes"]}
    told = committed.run("diff", "HEAD", "--format", "markdown").stdout
    assert ", 1 waived" in told.splitlines()[0]
    assert "- **Waiver added** in `office`: `CHG001 at second-office: It was a slip.`" in told
    checked = committed.check("--select", "WVR")
    assert not any("CHG001" in item["message"] for item in checked.findings)


def _refused(project: Project, *arguments: str) -> str:
    result = project.run("diff", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    return result.stderr


def test_an_unknown_revision(committed: Project) -> None:
    assert "there is no revision “nope” here" in _refused(committed, "nope")
    assert "there is no revision “gone” here" in _refused(committed, "HEAD", "gone")
    assert "empty revision" in _refused(committed, "")
    for odd in ("--output=/tmp/x", "HEAD:briefings", "a..b", "\x1b[31m", "HEAD^{tree}"):
        assert "\x1b" not in _refused(committed, "--", odd)


def test_an_unknown_kind(committed: Project) -> None:
    said = _refused(committed, "HEAD", "--fail-on", "verdict-move")
    assert "did you mean “verdict-moved”?" in said


def test_no_repository(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.root.parent))
    project.write(OFFICE, BASE[OFFICE])
    assert "is not in a git repository" in _refused(project, "HEAD")


def test_no_git(committed: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert "git is not installed" in _refused(committed, "HEAD")


def test_a_repository_without_a_commit(project: Project) -> None:
    project.git("init", "--quiet")
    assert "there is no revision “HEAD” here" in _refused(project, "HEAD")


def _clone(of: Project, at: Path, *arguments: str) -> Project:
    subprocess.run(
        ["git", "clone", "--quiet", *arguments, of.root.as_uri(), str(at)],
        check=True, capture_output=True,
    )  # fmt: skip
    return Project(at)


def test_a_shallow_clone_says_what_to_fetch(committed: Project, tmp_path: Path) -> None:
    _edit(committed, *EDITS["verdict-moved"])
    committed.commit("moved")
    shallow = _clone(committed, tmp_path / "shallow", "--depth", "1")
    assert "this clone is shallow" in _refused(shallow, "HEAD~1")


def test_a_partial_clone_says_what_to_fetch(committed: Project, tmp_path: Path) -> None:
    _edit(committed, *EDITS["verdict-moved"])
    committed.commit("moved")
    committed.git("config", "uploadpack.allowFilter", "true")
    partial = _clone(committed, tmp_path / "partial", "--filter=blob:none")
    assert "a partial clone" in _refused(partial, "HEAD~1")


def test_a_revision_that_does_not_validate(committed: Project) -> None:
    committed.write(OTHER, BASE[OTHER].replace("title:", "titel:"))
    committed.commit("a slip")
    _edit(committed, *EDITS["verdict-moved"])
    found = committed.diff("HEAD").json
    assert found["unread"] == [OTHER]
    assert found["changes"][0]["kind"] == "verdict-moved"
    shown = committed.run("diff", "HEAD")
    assert f"{OTHER}: could not be compared: it holds mistakes" in shown.stdout


def test_odd_files_in_briefings_are_named_and_passed_over(committed: Project) -> None:
    committed.write("briefings/binary.yml", b"\x00\xff\xfe" * 400)
    committed.write("briefings/huge.yml", "# " + "x" * 2_200_000)
    committed.write("briefings/picture.png", b"\x89PNG" * 100)
    (committed.root / "briefings/link.yml").symlink_to("/etc/passwd")
    _edit(committed, *EDITS["verdict-moved"])
    for revisions in (("HEAD",), ("HEAD~1", "HEAD")):
        found = committed.diff(*revisions).json
        assert found["unread"] == [f"briefings/{name}.yml" for name in ("binary", "huge", "link")]
        assert found["changes"][0]["kind"] == "verdict-moved"
        committed.commit("odd")


def test_conflict_markers_are_one_finding(committed: Project) -> None:
    text = BASE[OFFICE].replace(
        "status: published\n",
        "<<<<<<< ours\nstatus: published\n=======\nstatus: draft\n>>>>>>> b\n",
    )
    committed.write(OFFICE, text)
    found = committed.diff("HEAD").json
    assert found["unread"] == [OFFICE]
    assert [item["code"] for item in committed.check().of(OFFICE)] == ["SYN013"]


@pytest.mark.parametrize("form", ["terminal", "markdown", "json", "github"])
def test_hostile_texts_are_inert(committed: Project, form: str) -> None:
    typed = HOSTILE.replace("\x1b", "")
    committed.write(OFFICE, BASE[OFFICE].replace("The bank's new office", f"'{typed}'").replace(
        "The bank opened an office.", f"'{typed}'"))  # fmt: skip
    result = committed.run("diff", "HEAD", "--format", form)
    assert result.stderr == ""
    lines = result.stdout.splitlines()
    assert not any("\x1b" in line for line in lines)
    if form in ("terminal", "github"):
        assert not any(line.startswith(("::error::x", "##[")) for line in lines)
        assert "##[error]" not in result.stdout
    if form == "markdown":
        for line in lines:
            outside = "".join(line.split("``")[::2]) if "``" in line else line
            assert "<img" not in outside
            assert "@everyone" not in outside


def test_a_hostile_branch_name_is_inert(committed: Project) -> None:
    name = "x;$(touch${IFS}pwned)-`id`-::error::"
    subprocess.run(
        ["git", "update-ref", f"refs/heads/{name.replace(':', '-')}", "HEAD"],
        cwd=committed.root, check=False, capture_output=True,
    )  # fmt: skip
    _edit(committed, *EDITS["verdict-moved"])
    result = committed.run("diff", name, "--format", "markdown")
    assert result.exit_code in (0, 2)
    assert not (committed.root / "pwned").exists()
