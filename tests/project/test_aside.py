"""Work beside other work: its result, whatever becomes of the process that does it."""

import os
import signal
import threading

import pytest

from briefbook.project.aside import aside


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """As in a command: whoever runs the tests may have threads of its own."""
    if "threads" not in request.node.name:
        monkeypatch.setattr("briefbook.project.aside.threading.active_count", lambda: 1)


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_result_comes_when_it_is_asked_for(jobs: int) -> None:
    assert aside(lambda: {"a": (1, None)}, jobs)() == {"a": (1, None)}


def test_it_is_done_in_a_process_of_its_own() -> None:
    assert aside(os.getpid, 2)() != os.getpid()
    assert aside(os.getpid, 1)() == os.getpid()


def test_beside_other_threads_nothing_is_forked() -> None:
    waiting = threading.Event()
    thread = threading.Thread(target=waiting.wait)
    thread.start()
    try:
        assert aside(os.getpid, 2)() == os.getpid()
    finally:
        waiting.set()
        thread.join()


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_it_raises_is_raised_where_the_result_is_asked_for(jobs: int) -> None:
    waiting = aside(lambda: 1 // 0, jobs)
    with pytest.raises(ZeroDivisionError):
        waiting()


def test_what_a_process_that_died_had_to_do_is_done_here() -> None:
    here = os.getpid()

    def work() -> str:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done"

    assert aside(work, 2)() == "done"


def test_what_cannot_be_sent_is_done_here() -> None:
    assert aside(lambda: lambda: 7, 2)()() == 7
