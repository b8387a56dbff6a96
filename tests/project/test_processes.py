"""Work in several processes: the same results in the same order, whatever becomes of a process."""

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefbook.project import processes
from briefbook.project.processes import all_cores, spread
from briefbook.project.wrong_use import WrongUse
from harness import Project
from real_site import tree


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("number", [0, 1, 5, 40, 201])
def test_results_come_in_order(jobs: int, number: int) -> None:
    assert [*spread(lambda one: one * one, range(number), jobs, weight=25)] == [
        one * one for one in range(number)
    ]


def test_others_do_the_work_and_one_does_the_first() -> None:
    done = [*spread(lambda _: os.getpid(), range(100), 2, weight=10)]
    assert done[0] == os.getpid()
    assert os.getpid() not in done[1:]
    assert 1 <= len({*done[1:]}) <= 2
    assert {*spread(lambda _: os.getpid(), range(9), 2, weight=10)} == {os.getpid()}


def test_what_was_computed_before_is_there_and_is_not_sent() -> None:
    class Unsendable:
        value = 3

        def __reduce__(self) -> str:
            raise TypeError("it cannot be sent")

    shared = Unsendable()
    assert [*spread(lambda one: one + shared.value, range(30), 2, weight=10)][-1] == 32


def test_what_goes_wrong_is_raised_here() -> None:
    def work(one: int) -> int:
        if one == 17:
            raise WrongUse("seventeen")
        return one

    with pytest.raises(WrongUse, match="seventeen"):
        list(spread(work, range(100), 2, weight=10))


def test_a_process_that_dies_is_replaced_by_this_one() -> None:
    here = os.getpid()

    def work(one: int) -> int:
        if one == 50 and os.getpid() != here:
            os._exit(9)
        return one

    assert [*spread(work, range(200), 2, weight=10)] == [*range(200)]


def test_a_process_that_hangs_is_replaced_by_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_PATIENCE", 0.2)
    here = os.getpid()

    def work(one: int) -> int:
        if one == 50 and os.getpid() != here:
            time.sleep(60)
        return one

    before = _children()
    assert [*spread(work, range(120), 2, weight=10)] == [*range(120)]
    for child in _children() - before:
        with contextlib.suppress(ChildProcessError):
            os.waitpid(child, 0)  # it was ended: this does not wait for a minute


def _children() -> set[int]:
    """Processes of this one; others of a test run are among them."""
    here = os.getpid()
    return {*map(int, Path(f"/proc/{here}/task/{here}/children").read_text().split())}


def test_who_stops_listening_leaves_no_process_behind() -> None:
    results = spread(lambda one: one, range(2000), 2, weight=10)
    assert next(results) == 0
    assert next(results) == 1
    assert isinstance(results, Iterator)
    results.close()  # type: ignore[attr-defined]
    assert processes._work is None


def test_all_cores() -> None:
    assert 1 <= all_cores() <= (os.cpu_count() or 1)


def test_a_site_is_the_same_for_any_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project(tmp_path / "p")
    project.write(
        "mkdocs.yml",
        "site_name: T\ntheme: {name: material, font: false}\nplugins: [briefbook]\n"
        "extra: {briefbook: {theme: whole}}\n",
    )
    for at in range(12):
        project.write(
            f"briefings/b{at}.yml",
            f"title: B {at}\nsummary: S.\nstatus: published\npublished: 2025-01-01\njudgments:\n"
            "  - {id: j, statement: It holds., confidence: high}\n",
        )
    monkeypatch.setattr(processes.spread, "__defaults__", (4,))
    made = []
    for jobs in ("1", "3"):
        result = project.run("build", "--today", "2026-11-28", "--jobs", jobs, "--no-cache")
        assert "pages in" in result.stderr, result.stderr
        made.append((tree(project.root / "site"), tree(project.root / "build/docs")))
    assert made[0] == made[1]


@pytest.mark.parametrize("jobs", ["0", "-1", "x"])
def test_a_wrong_number_is_one_line(tmp_path: Path, jobs: str) -> None:
    project = Project(tmp_path)
    project.write("mkdocs.yml", "site_name: T\n")
    result = project.run("build", "--jobs", jobs)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
