"""What is kept holds as long as what was read for it is as it was, and no longer."""

import os
import sqlite3
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from briefbook.analysis.reads import Read
from briefbook.project.answer import Answer
from briefbook.project.answers import KEPT, Answers
from briefbook.project.cache import CACHE, Cache

DAY = date(2026, 11, 28)
A, B = Read("record", "a"), Read("record", ("record", "b", "x"))


def open_answers(
    root: Path, otherwise: Iterable[Read] | None = (), ground: str = "g", day: date = DAY
) -> tuple[Cache, Answers]:
    cache = Cache(root)
    found = None if otherwise is None else frozenset(otherwise)
    return cache, Answers(cache, ground, day, lambda maps, day: found)


def save(cache: Cache, answers: Answers) -> str:
    cache.add(answers.write)
    return cache.save()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with three answers."""
    cache, answers = open_answers(tmp_path)
    answers.keep("one", Answer.of(b"1" * 500, {A}))
    answers.keep("two", Answer.of(b"2", {B}))
    answers.keep("three", Answer.of(b"", {A, B}))
    assert save(cache, answers) == ""
    return tmp_path


def test_answers_are_found_again(root: Path) -> None:
    _, answers = open_answers(root)
    assert [answers.find(name) for name in ("one", "two", "three", "four")] == [
        b"1" * 500, b"2", b"", None,
    ]  # fmt: skip
    assert not answers.changed


@pytest.mark.parametrize(
    ("otherwise", "left"),
    [((A,), ["two"]), ((B,), ["one"]), ((A, B), []), ((Read("record"),), ["one", "three", "two"]),
     ((Read("source", "a"),), ["one", "three", "two"]), (None, [])],
)  # fmt: skip
def test_who_read_what_is_otherwise_is_forgotten(
    root: Path, otherwise: Iterable[Read] | None, left: list[str]
) -> None:
    cache, answers = open_answers(root, otherwise)
    assert [name for name in ("one", "three", "two") if answers.find(name) is not None] == left
    if otherwise is not None:
        assert answers.before("one") == b"1" * 500
    save(cache, answers)
    _, again = open_answers(root)
    assert [name for name in ("one", "three", "two") if again.find(name) is not None] == left


def test_other_ground_forgets_all(root: Path) -> None:
    assert open_answers(root, ground="other")[1].find("two") is None


def test_who_read_a_text_that_nobody_made_again_is_forgotten_with_it(tmp_path: Path) -> None:
    cache, answers = open_answers(tmp_path)
    answers.keep(f"{KEPT} row", Answer.of(b"text", {A}))
    answers.keep(f"{KEPT} list", Answer.of(b"list", {Read(KEPT, "row")}))
    answers.keep("page", Answer.of(b"page", {Read(KEPT, "list")}))
    save(cache, answers)
    cache, answers = open_answers(tmp_path, {A})
    assert answers.find("page") == b"page"
    save(cache, answers)
    _, answers = open_answers(tmp_path)
    assert answers.find(f"{KEPT} list") is None
    assert answers.find("page") is None


def test_what_leads_somewhere_is_known(root: Path) -> None:
    assert sorted(open_answers(root)[1].who_read([B])) == ["three", "two"]


def test_readings_of_what_is_gone_do_not_pile_up(tmp_path: Path) -> None:
    for number in range(12):
        cache, answers = open_answers(tmp_path, {A} if number else None)
        for name in range(120):
            answers.keep(f"n{name}", Answer.of(b"x", {A, Read("of", (number, name))}))
        assert save(cache, answers) == ""
    tables = Cache(tmp_path).tables
    (number,) = tables.execute("select count(*) from reads").fetchone()
    assert number < 120 * 8


def _state(root: Path) -> Path:
    (found,) = (root / CACHE).glob("state-*.db")
    return found


def test_one_file_is_left(root: Path) -> None:
    for number in range(3):
        cache, answers = open_answers(root)
        answers.keep(f"more {number}", Answer.of(b"x", ()))
        assert save(cache, answers) == ""
    assert _state(root).is_file()
    assert (root / ".briefbook" / ".gitignore").read_text() == "*\n"


def test_nothing_new_writes_nothing(root: Path) -> None:
    before = _state(root).stat()
    assert Cache(root).save() == ""
    assert _state(root).stat() == before


def _flip(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 4
    path.write_bytes(raw)


@pytest.mark.parametrize(
    "harm",
    [_flip, lambda p: os.truncate(p, 100), lambda p: p.write_bytes(b""),
     lambda p: p.write_bytes(p.read_bytes() * 2), Path.unlink,
     lambda p: p.rename(p.with_name("state-0.db"))],
    ids=["flipped", "cut", "empty", "twice", "gone", "renamed"],
)  # fmt: skip
def test_a_harmed_file_counts_for_nothing_and_is_replaced(root: Path, harm: object) -> None:
    harm(_state(root))  # type: ignore[operator]
    cache, answers = open_answers(root)
    assert answers.find("two") is None
    answers.keep("two", Answer.of(b"again", ()))
    assert save(cache, answers) == ""
    assert open_answers(root)[1].find("two") == b"again"
    assert _state(root).is_file()


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda p: p.symlink_to("/dev/zero")])
def test_what_is_no_plain_file_is_passed_over(root: Path, make: object) -> None:
    make(root / CACHE / "state-0.db")  # type: ignore[operator]
    cache, answers = open_answers(root)
    assert answers.find("two") == b"2"
    answers.keep("more", Answer.of(b"x", ()))
    assert save(cache, answers) == ""
    assert open_answers(root)[1].find("more") == b"x"


def test_of_another_program_nothing_counts(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefbook.project.cache.program", lambda: "another")
    assert open_answers(root)[1].find("two") is None


def test_two_runs_at_once_leave_a_whole_file(root: Path) -> None:
    one, of_one = open_answers(root)
    other, of_other = open_answers(root)
    of_one.keep("mine", Answer.of(b"1", ()))
    of_other.keep("yours", Answer.of(b"2", ()))
    assert save(one, of_one) == ""
    assert save(other, of_other) == ""
    assert open_answers(root)[1].find("yours") == b"2"
    assert of_one.find("two") == b"2"  # who has it open reads on


def test_where_nothing_can_be_written_the_reason_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache, answers = open_answers(root)
    answers.keep("more", Answer.of(b"x", ()))

    def full(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("briefbook.project.cache.sqlite3.connect", full)
    assert "disk is full" in save(cache, answers)
    monkeypatch.undo()
    assert open_answers(root)[1].find("two") == b"2"
    assert [path.name for path in (root / CACHE).iterdir() if path.name.startswith(".")] == []
