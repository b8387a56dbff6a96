"""`briefbook log`: each change with the commit that made it, over merges, renames and moves."""

from pathlib import Path

import pytest

from briefbook.diff.git import Repository
from harness import Project

PATH = "briefings/small.yml"
WORDS = {
    "first": "The bank opened an office in the harbour.",
    "second": "Seven ships were sold by the company.",
    "third": "Nobody else heard the minister say so.",
}
CLAIM = "  - id: {0}\n    statement: {1}\n    kind: fact\n    verdict: {2}\n"
BRIEF = "title: A small brief\nsummary: One sentence.\nstatus: draft\n"


def _brief(*records: str, more: str = "", **verdicts: str) -> str:
    """A brief of claims; a verdict is “open” where none is given."""
    claims = (CLAIM.format(one, WORDS.get(one, f"What {one} says."), verdicts.get(one, "open"))
              for one in records or WORDS)  # fmt: skip
    return BRIEF + more + "claims:\n" + "".join(claims)


@pytest.fixture
def told(project: Project) -> Project:
    """A project with one brief of three claims, committed."""
    project.write("mkdocs.yml", "site_name: Test\n")
    project.write(PATH, _brief())
    project.commit("base")
    return project


def _save(project: Project, message: str, text: str, path: str = PATH) -> str:
    project.write(path, text)
    return project.commit(message)


def _side(project: Project, name: str = "side") -> None:
    project.git("switch", "--quiet", "--create", name)


def _merge(project: Project, text: str, message: str = "merge", path: str = PATH) -> None:
    """Merge the side branch into main, with this as the brief that comes of it."""
    project.git("switch", "--quiet", "main")
    project.git("merge", "--quiet", "--no-commit", "--no-ff", "--strategy=ours", "side")
    project.write(path, text)
    project.commit(message)


def _log(project: Project, reference: str) -> tuple[list[str], list[tuple[str, str]]]:
    """What is said first; then the subject of a commit with each of its changes."""
    result = project.run("log", reference)
    assert (result.exit_code, result.stderr) == (0, "")
    notes, found, subject = [], [], ""
    for line in result.stdout.splitlines():
        if line.startswith("    "):
            found.append((subject, line.strip()))
        elif line[:4].isdigit():
            subject = line.partition(": ")[2]
        elif line:
            notes.append(line)
    return notes, found


def _moved(record: str, before: str, after: str) -> str:
    return f"verdict moved: {record}: {before} → {after}"


ADDED = ("base", f"claim added: first: {WORDS['first']} (open)")


# Merges


def test_a_change_of_a_side_branch_is_told_once_with_its_own_commit(told: Project) -> None:
    _side(told)
    _save(told, "on the side", _brief(first="refuted"))
    told.git("switch", "--quiet", "main")
    _save(told, "elsewhere", "x", "docs/x.md")
    _merge(told, _brief(first="refuted"))
    assert _log(told, "small#first") == (
        [], [("on the side", _moved("first", "open", "refuted")), ADDED],
    )  # fmt: skip


def test_changes_of_both_sides_are_neither_undone_nor_made_again(told: Project) -> None:
    """In a list by day the commits of both sides lie between each other."""
    _side(told)
    _save(told, "side 1", _brief(first="refuted"))
    told.git("switch", "--quiet", "main")
    _save(told, "main 1", _brief(second="refuted"))
    told.git("switch", "--quiet", "side")
    _save(told, "side 2", _brief(first="supported"))
    told.git("switch", "--quiet", "main")
    _save(told, "main 2", _brief(second="supported"))
    _merge(told, _brief(first="supported", second="supported"))
    assert _log(told, "small#first")[1] == [
        ("side 2", _moved("first", "refuted", "supported")),
        ("side 1", _moved("first", "open", "refuted")),
        ADDED,
    ]
    whole = [one for one in _log(told, "small")[1] if "added" not in one[1]]
    assert sorted(whole) == [
        ("main 1", _moved("second", "open", "refuted")),
        ("main 2", _moved("second", "refuted", "supported")),
        ("side 1", _moved("first", "open", "refuted")),
        ("side 2", _moved("first", "refuted", "supported")),
    ]


def test_a_merge_that_decides_otherwise_is_told(told: Project) -> None:
    _side(told)
    _save(told, "side", _brief(first="refuted", third="refuted"))
    told.git("switch", "--quiet", "main")
    _save(told, "main", _brief(first="contested", second="refuted"))
    _merge(told, _brief(first="supported", second="refuted", third="refuted"), "decided")
    made = _log(told, "small#first")[1]
    assert made[0] == ("decided", _moved("first", "contested", "supported"))
    assert sorted(made[1:3]) == [
        ("main", _moved("first", "open", "contested")),
        ("side", _moved("first", "open", "refuted")),
    ]
    assert made[3:] == [ADDED]
    for record, subject in (("second", "main"), ("third", "side")):
        steps = [subject for subject, change in _log(told, f"small#{record}")[1]]
        assert steps == [subject, "base"]


@pytest.mark.parametrize("here", ["side", "main"])
def test_a_merge_that_drops_what_one_side_did_is_told(told: Project, here: str) -> None:
    _side(told)
    if here == "side":
        _save(told, "did", _brief(first="refuted"))
    told.commit("nothing")
    told.git("switch", "--quiet", "main")
    if here == "main":
        _save(told, "did", _brief(first="refuted"))
    _merge(told, _brief(), "dropped")
    assert _log(told, "small#first")[1] == [
        ("dropped", _moved("first", "refuted", "open")),
        ("did", _moved("first", "open", "refuted")),
        ADDED,
    ]


def test_items_that_a_merge_shifts_are_no_change_of_its_own(told: Project) -> None:
    note = "      - {{source: s, stance: supports, note: {0}}}\n"
    three = [note.format(word) for word in ("One is here.", "Another tells.", "A third adds.")]
    base = _brief("first") + "    evidence:\n"
    _save(told, "noted", base + three[0])
    _side(told)
    _save(told, "side", base + three[0].replace("One is here", "One is there"))
    told.git("switch", "--quiet", "main")
    _save(told, "main", base + three[1].replace("source: s", "source: z") + three[0])
    _merge(told, base + three[1].replace("source: s", "source: z")
           + three[0].replace("One is here", "One is there"))  # fmt: skip
    assert "merge" not in [subject for subject, _ in _log(told, "small#first")[1]]


def test_a_file_renamed_on_one_side_and_changed_on_the_other(told: Project) -> None:
    _side(told)
    told.git("mv", PATH, "briefings/other.yml")
    told.commit("renamed")
    told.git("switch", "--quiet", "main")
    _save(told, "changed", _brief(first="refuted"))
    told.git("merge", "--quiet", "--no-ff", "--message", "merge", "side")
    notes, steps = _log(told, "other#first")
    assert (notes, steps[2:]) == ([], [ADDED])
    assert sorted(steps[:2]) == [
        ("changed", _moved("first", "open", "refuted")),
        ("renamed", "brief renamed: id: small → other"),
    ]


def test_a_record_renamed_on_one_side_and_changed_on_the_other(told: Project) -> None:
    _side(told)
    _save(told, "renamed", _brief().replace("id: first", "id: opened"))
    told.git("switch", "--quiet", "main")
    _save(told, "changed", _brief(first="refuted"))
    _merge(told, _brief(first="refuted").replace("id: first", "id: opened"))
    for name in ("opened", "first"):
        assert sorted(_log(told, f"small#{name}")[1]) == sorted([
            ("changed", _moved("first", "open", "refuted")),
            ("renamed", "record renamed: opened: first → opened"),
            ADDED,
        ])  # fmt: skip


def test_more_than_two_sides(told: Project) -> None:
    for record in WORDS:
        told.git("switch", "--quiet", "--create", f"of-{record}", "main")
        _save(told, record, _brief(**{record: "refuted"}))
    told.git("switch", "--quiet", "main")
    told.git("merge", "--quiet", "--no-commit", "--strategy=ours", *(f"of-{r}" for r in WORDS))
    _save(told, "merge", _brief(**dict.fromkeys(WORDS, "refuted")))
    for record in WORDS:
        assert [subject for subject, _ in _log(told, f"small#{record}")[1]] == [record, "base"]


# Former ids


def test_a_former_id_that_the_record_knows(told: Project) -> None:
    text = CLAIM.format("first", WORDS["first"], "open")
    new = CLAIM.format("opened", "There is a branch at the port now.", "open")
    _save(told, "renamed", _brief().replace(text, f"{new}    renamed_from: [first]\n"))
    _save(told, "later", _brief().replace(text, f"{new}    renamed_from: [first]\n").replace(
        "verdict: open", "verdict: refuted", 1))  # fmt: skip
    notes, steps = _log(told, "small#first")
    assert notes == ["“small#first” is called “small#opened” now"]
    assert [subject for subject, _ in steps] == ["later", "renamed", "renamed", "base"]
    assert [said.partition(":")[0] for _, said in steps[1:3]] == [
        "record renamed",
        "claim reworded",
    ]
    assert _log(told, "small#opened")[1] == steps


def test_a_rename_that_is_not_committed(told: Project) -> None:
    told.write(PATH, _brief().replace("id: first", "id: opened\n    renamed_from: [first]"))
    assert _log(told, "small#opened")[1] == _log(told, "small#first")[1] == [ADDED]


def test_a_former_id_of_the_brief(told: Project) -> None:
    """Even where all was written anew, so that git sees no rename."""
    (told.root / PATH).unlink()
    text = "\n".join(f"# {'so ' * 20}{n}" for n in range(90))
    new = _brief("first", more="renamed_from: [small]\n")
    _save(told, "renamed", new + text, "briefings/2026/large.yml")
    for name in ("small", "large"):
        notes, steps = _log(told, f"{name}#first")
        assert notes == ["“small” is called “large” now"] * (name == "small")
        assert steps == [("renamed", "brief renamed: id: small → large"), ADDED]


def test_a_former_id_of_the_brief_that_only_git_knows(told: Project) -> None:
    told.git("mv", PATH, "briefings/middle.yml")
    told.commit("renamed")
    told.git("mv", "briefings/middle.yml", "briefings/large.yml")
    told.commit("again")
    notes, steps = _log(told, "small#first")
    assert [note.partition(" in ")[0] for note in notes] == [
        "“small” was renamed to “middle”", "“middle” was renamed to “large”",
    ]  # fmt: skip
    assert [subject for subject, _ in steps] == ["again", "renamed", "base"]


def test_an_id_that_another_record_has_today_is_that_record_s(told: Project) -> None:
    _save(told, "renamed", _brief().replace("id: first", "id: opened"))
    again = CLAIM.format("first", "Whales sing.", "open")
    _save(told, "new", _brief().replace("id: first", "id: opened") + again)
    assert _log(told, "small#first")[1] == [("new", "claim added: first: Whales sing. (open)")]


# What is gone


def test_a_record_that_is_gone(told: Project) -> None:
    _save(told, "moved", _brief(first="refuted"))
    _save(told, "removed", _brief("second", "third"))
    _save(told, "later", _brief("second", "third", second="refuted"))
    notes, steps = _log(told, "small#first")
    assert notes == ["“small#first” is gone; this is how it was until then"]
    assert steps == [
        ("removed", f"claim removed: first: {WORDS['first']} (refuted)"),
        ("moved", _moved("first", "open", "refuted")),
        ADDED,
    ]


def test_a_record_that_was_renamed_and_is_gone(told: Project) -> None:
    _save(told, "renamed", _brief().replace("id: first", "id: opened"))
    _save(told, "removed", _brief("second", "third"))
    notes, steps = _log(told, "small#first")
    assert notes == ["“small#opened” is gone; this is how it was until then"]
    assert [subject for subject, _ in steps] == ["removed", "renamed", "base"]


def test_a_brief_that_is_gone(told: Project) -> None:
    _save(told, "another", BRIEF + "tags: [x]\n", "briefings/far.yml")
    (told.root / PATH).unlink()
    told.commit("removed")
    _save(told, "later", "x", "docs/x.md")
    notes, steps = _log(told, "small#first")
    assert notes == ["“small” is gone; this is how it was until then"]
    assert steps == [("removed", "brief removed: title: A small brief"), ADDED]


@pytest.mark.parametrize("reference", ["nothing", "small#nothing", "small*", "s[m]all#first"])
def test_what_never_was(told: Project, reference: str) -> None:
    result = told.run("log", reference)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "there is no " in result.stderr
    assert "and never was" in result.stderr


def test_what_is_not_committed(told: Project) -> None:
    told.write("briefings/new.yml", _brief("new"))
    told.write(PATH, _brief(*WORDS, "new"))
    for reference in ("new", "new#new", "small#new"):
        assert f"git knows no change of “{reference}”" in told.run("log", reference).stderr


def test_a_withdrawal_is_told(told: Project) -> None:
    why = "    withdrawn: {date: 2026-11-20, reason: The office was never there.}\n"
    _save(told, "withdrawn", _brief("first") + why)
    notes, steps = _log(told, "small#first")
    assert steps[0] == ("withdrawn", "claim withdrawn: first: The office was never there.")
    assert (notes, steps[1:]) == ([], [ADDED])


@pytest.mark.parametrize("name", ["first", "opened"])
def test_a_record_that_moved_to_another_brief(told: Project, name: str) -> None:
    _save(told, "far", _brief("far"), "briefings/far.yml")
    _save(told, "changed", _brief(first="refuted"))
    told.write(PATH, _brief("second", "third"))
    moved = CLAIM.format(name, WORDS["first"], "refuted")
    moved += "    renamed_from: [first]\n" if name != "first" else ""
    commit = _save(told, "moved", _brief("far") + moved, "briefings/far.yml")
    came = f"it came from “small#first” in {commit[:12]}"
    notes, steps = _log(told, f"far#{name}")
    assert (notes, [subject for subject, _ in steps]) == ([came], ["moved", "changed", "base"])
    went = f"“small#first” went to “far#{name}” in {commit[:12]}"
    assert _log(told, "small#first") == ([went, came], steps)


# Odd histories


def test_a_file_that_could_not_be_read_for_a_while(told: Project) -> None:
    _save(told, "broken", "<<<<<<< ours\n" + _brief(first="refuted"))
    _save(told, "still broken", "<<<<<<< ours\n" + _brief(first="refuted", second="refuted"))
    _save(told, "mended", _brief(first="refuted"))
    _save(told, "broken again", "<<<<<<< ours\n" + _brief())
    assert _log(told, "small#first")[1] == [("mended", _moved("first", "open", "refuted")), ADDED]


def test_a_long_history_is_cut_with_a_word(told: Project) -> None:
    for number in range(3):
        _save(told, f"step {number}", _brief(first=("refuted", "open", "supported")[number]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("briefbook.diff.log.MOST", 2)
        notes, steps = _log(told, "small#first")
    assert notes == ["only the latest 2 commits that touched it were looked at"]
    assert [subject for subject, _ in steps] == ["step 2", "step 1"]


def test_how_often_git_is_asked_grows_with_the_steps_only(told: Project) -> None:
    """Commits that do not touch the brief cost no question of their own."""
    for number in range(20):
        _save(told, "elsewhere", f"{number}", "docs/x.md")
    asked = 0
    original = Repository.contents

    def watch(self: Repository, blobs: object) -> object:
        nonlocal asked
        asked += 1
        return original(self, blobs)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Repository, "contents", watch)
        assert _log(told, "small#first")[1] == [ADDED]
    assert asked == 1


def test_a_project_in_a_folder_of_its_repository_that_was_moved(tmp_path: Path) -> None:
    whole, inner = Project(tmp_path), Project(tmp_path / "редакция [1]")
    inner.write("mkdocs.yml", "site_name: Test\n")
    inner.write(PATH, _brief())
    whole.commit("base")
    inner.write(PATH, _brief(first="refuted"))
    whole.commit("changed")
    whole.git("mv", "редакция [1]", "desk")
    whole.commit("another folder")
    assert _log(Project(tmp_path / "desk"), "small#first") == (
        [], [("changed", _moved("first", "open", "refuted")), ADDED],
    )  # fmt: skip


def test_a_shallow_clone_says_that_it_is_one(told: Project, tmp_path: Path) -> None:
    _save(told, "changed", _brief(first="refuted"))
    shallow = tmp_path / "shallow"
    told.git("clone", "--quiet", "--depth", "1", told.root.as_uri(), str(shallow))
    notes, steps = _log(Project(shallow), "small#first")
    assert notes == ["this clone is shallow: what was before its oldest commit is not told"]
    assert [subject for subject, _ in steps] == ["changed"]


def test_settings_of_the_user_change_nothing(told: Project) -> None:
    _save(told, "changed", _brief(first="refuted"))
    said = told.run("log", "small#first").stdout
    for key, value in (("log.follow", "true"), ("diff.renames", "copies"), ("log.date", "raw"),
                       ("color.ui", "always"), ("log.showRoot", "false"),
                       ("format.pretty", "raw"), ("log.decorate", "full")):  # fmt: skip
        told.git("config", key, value)
    assert told.run("log", "small#first").stdout == said
