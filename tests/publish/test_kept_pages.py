"""Whatever is edited, what is kept of earlier runs changes nothing in what comes out."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefbook.corpus import kept_file
from briefbook.findings.render.json import render
from briefbook.lint import run
from briefbook.pages import PageType
from briefbook.project.edition import ReadProject, read_policy, read_project
from briefbook.project.project import Project as Opened
from briefbook.project.project import open_project
from briefbook.publish.compile import compile_kept, compile_project
from briefbook.publish.kept_pages import KeptPages
from briefbook.registry import discover
from examples import examples
from random_edits import Edited

STEPS = 5
TURNS = 2
"""Tests that run side by side, each with edits of its own."""


@pytest.mark.parametrize("turn", range(TURNS))
@settings(max_examples=max(1, examples(1) // 20 // TURNS))
@given(seed=st.integers(0, 2**32))
def test_random_edits_come_out_as_if_all_was_made_anew(
    seed: int, turn: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    edited = Edited(tmp_path_factory.mktemp("edits") / "project")
    chance = random.Random(f"{seed} {turn}")
    done: list[str] = []
    for _ in range(STEPS):
        project = open_project(edited.root)
        read = read_project(project, edited.today)
        plain = read_project(project, edited.today, anew=True)
        assert _said(read, project) == _said(plain, project), done
        _compiled(project, read)
        found = _files(project.compiled)
        compile_project(project, plain.edition)
        assert found.keys() == (expected := _files(project.compiled)).keys(), done
        assert [name for name in found if found[name] != expected[name]] == [], done
        assert read.save() == ""
        done.append(edited.edit(chance))


def test_what_nobody_touched_is_not_made_again(tmp_path: Path) -> None:
    edited = Edited(tmp_path / "project")
    project = open_project(edited.root)
    everything = _made_now(edited, project)
    assert len(everything) > 50
    assert _made_now(edited, project) == []
    brief = edited.root / "briefings" / "second.yml"
    brief.write_text(brief.read_text().replace("It says so.", "It says precisely so."))
    again = _made_now(edited, project)
    assert "briefings/second/" in again and len(again) < len(everything) / 4
    brief.write_text(f"# A comment\n{brief.read_text()}")
    assert _made_now(edited, project) == []
    brief.write_text(brief.read_text().replace("A second view", "Another view"))
    again = _made_now(edited, project)
    assert {"briefings/", "briefings/second/", "briefings/everything/"} <= {*again}
    assert len(again) < len(everything) / 2


def test_a_text_that_uses_a_text_is_made_again_with_it(tmp_path: Path) -> None:
    """The summary of one brief, in lists, names a claim of another."""
    edited = Edited(tmp_path / "project")
    project = open_project(edited.root)
    first = read_project(project, edited.today)
    _compiled(project, first)
    assert first.save() == ""
    brief = edited.root / "briefings" / "everything.yml"
    text, claim = brief.read_text(), "id: opened\n    statement: "
    assert text.count(claim) == 1
    brief.write_text(text.replace(claim, f"{claim}By the way, "))
    read = read_project(project, edited.today)
    _compiled(project, read)
    found = _files(project.compiled)
    compile_project(project, read_project(project, edited.today, anew=True).edition)
    expected = _files(project.compiled)
    assert [name for name in expected if expected[name] != found.get(name)] == []
    assert b"By the way" in found["browse/briefs/topic/streets/index.md"]


def test_after_an_edit_the_briefs_that_it_has_nothing_to_do_with_are_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lists of everything and the pages that lead on know each brief by what is kept of it."""
    edited = Edited(tmp_path / "project")
    for number in range(20):
        (edited.root / "briefings" / f"other-{number}.yml").write_text(
            f"title: Other {number}\nsummary: S.\nstatus: published\npublished: 2026-01-05\n"
            f"renamed_from: [former-{number}]\n"
            f"claims: [{{id: a, statement: Number {number} of them says this., "
            "kind: fact, verdict: unverified}]\n"
        )
    project = open_project(edited.root)
    for _ in range(2):
        first = read_project(project, edited.today)
        _compiled(project, first)
        assert first.save() == ""
    brief = edited.root / "briefings" / "second.yml"
    brief.write_text(brief.read_text().replace("It says so.", "It says precisely so."))
    again, read = read_project(project, edited.today), list[str]()
    of_record = kept_file.record_from
    monkeypatch.setattr(
        kept_file, "record_from",
        lambda kind, plain: read.append(plain.get("title", "")) or of_record(kind, plain),
    )  # fmt: skip
    _compiled(project, again)
    assert [title for title in read if title.startswith("Other")] == []
    assert (project.compiled / "briefings/former-7/index.md").is_file()


def _made_now(edited: Edited, project: Opened) -> list[str]:
    """The addresses of the pages that a build makes, of those that can be kept."""
    read = read_project(project, edited.today)
    assert read.answers is not None
    kept = KeptPages(read.edition, read.answers, may_stay=True)
    made = []
    for kind in discover("briefbook.pages.page_types", PageType):
        if kind.parts:
            for page in kept.pages(kind, kept.parts(kind)):
                made += [page.address] if page.page else []
    assert read.save() == ""
    return made


def _compiled(project: Opened, read: ReadProject) -> None:
    assert read.answers is not None
    compile_kept(project, read.edition, KeptPages(read.edition, read.answers, True))


def _said(read: ReadProject, project: Opened) -> str:
    return render(run(read.edition, read_policy(project), files=read.findings))


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
