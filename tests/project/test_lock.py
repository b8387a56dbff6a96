"""One run at a time writes into a folder, on every system."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefbook.project.lock import locked
from briefbook.project.wrong_use import WrongUse

HOLD = """
import sys
{before}
from pathlib import Path
from briefbook.project.lock import locked
from briefbook.project.wrong_use import WrongUse
try:
    with locked(Path(sys.argv[1])):
        print("held", flush=True)
        sys.stdin.readline()
except WrongUse as error:
    print(error)
"""
UNIX, NO_FCNTL = "", "sys.modules['fcntl'] = None"


def holder(lock: Path, before: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", HOLD.format(before=before), str(lock)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip


def first_line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout
    return process.stdout.readline().strip()


@pytest.mark.parametrize("before", [UNIX, NO_FCNTL], ids=["with flock", "without flock"])
def test_a_second_run_is_refused_and_a_later_one_is_not(tmp_path: Path, before: str) -> None:
    lock = tmp_path / "build" / ".lock"
    with holder(lock, before) as one:
        assert first_line(one) == "held"
        with holder(lock, before) as other:
            said, _ = other.communicate("\n")
        assert said == f"another briefbook is writing to {lock.parent}; wait for it\n"
        one.communicate("\n")
    with holder(lock, before) as later:
        said, _ = later.communicate("\n")
    assert said == "held\n"


def test_what_a_killed_run_left_is_no_lock(tmp_path: Path) -> None:
    lock = tmp_path / ".lock"
    with holder(lock, UNIX) as one:
        assert first_line(one) == "held"
        one.kill()
        one.wait()
        with locked(lock):
            pass


@pytest.mark.parametrize("content", [b"", b"12345\nhost\n", b"\xff"])
def test_a_file_that_lies_there_is_no_lock(tmp_path: Path, content: bytes) -> None:
    lock = tmp_path / ".lock"
    lock.write_bytes(content)
    for _ in range(2):
        with locked(lock):
            pass


def test_a_run_that_fails_lets_it_go(tmp_path: Path) -> None:
    lock = tmp_path / ".lock"
    with pytest.raises(KeyError), locked(lock):
        raise KeyError
    with locked(lock):
        pass


def test_one_process_cannot_hold_it_twice(tmp_path: Path) -> None:
    lock = tmp_path / ".lock"
    with locked(lock), pytest.raises(WrongUse, match="another briefbook"), locked(lock):
        pass


@pytest.mark.parametrize("kind", ["a folder", "a file above", "a disk that is full"])
def test_what_cannot_be_written(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = tmp_path / "build" / ".lock"
    if kind == "a folder":
        lock.mkdir(parents=True)
    elif kind == "a file above":
        lock.parent.write_text("mine")
    else:
        lock = Path("/dev/full/.lock")
    with pytest.raises(WrongUse, match="cannot be written: ") as caught, locked(lock):
        pass
    assert "\n" not in str(caught.value)
