"""`briefbook links` can be broken off: what it found is kept whole, and the next run goes on."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from scripted_web import FakeHours, ScriptedWeb, say, scripted_web

from briefbook.analysis.link_state import LinkAnswer, LinkAnswers, LinkState
from briefbook.audit.probe import ask_all
from briefbook.audit.request import RequestLimits
from briefbook.lint.link_answers import AnswerFile, parse, text
from briefbook.project.files import write_whole
from briefbook.project.wrong_use import WrongUse
from harness import DAY, SOUND, Project

THERE, GONE, UNCLEAR = LinkState
LIMITS = RequestLimits(seconds=5, pause=0, at_once=1, private=True)
OK = LinkAnswer(THERE, "200 OK")
LATE = LinkAnswer(UNCLEAR, "no answer in time", again=True)


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[ScriptedWeb]:
    with scripted_web(monkeypatch) as found:
        yield found


def _pages(project: Project, web: ScriptedWeb, many: int = 3) -> Path:
    project.write_standard()
    project.write("briefings/_library/sources/sources.yml", "".join(
        f"- id: page-{number}\n  title: Page {number}\n  type: article-newspaper\n"
        f"  url: http://127.0.0.1:{web.port}/{number}\n  published: 2025-02-06\n"
        "  reliability: {grade: B, because: Named reporter.}\n"
        for number in range(1, many + 1)
    ))  # fmt: skip
    for number in range(1, many + 1):
        web.pages[f"127.0.0.1/{number}"] = [say(200)]
    return project.root / "links.json"


OPTIONS = ("--allow-private", "--pause", "0", "--timeout", "5")


def _links(project: Project, file: Path, *more: str, code: int = 0) -> Any:
    done = project.run("links", "-o", str(file), *OPTIONS, *more)
    assert done.exit_code == code, done.stderr
    return done


def _broken_off(project: Project, file: Path, web: ScriptedWeb, by: signal.Signals) -> Any:
    """Run the command in a process that gets a signal while it asks for the second page."""
    process = subprocess.Popen(
        [sys.executable, "-m", "briefbook", "links", "-o", str(file), *OPTIONS, "--pause", "1"],
        cwd=project.root,
        env={**os.environ, "BRIEFBOOK_TODAY": DAY.isoformat()},
        stderr=subprocess.PIPE,
        text=True,
    )

    def seen(asked: str) -> None:
        if asked.endswith("/2"):
            web.seen = lambda _: None
            process.send_signal(by)
            if by is signal.SIGKILL:
                process.wait()

    web.seen = seen
    said = process.communicate()[1]
    return process.returncode, said


def test_after_a_break_the_same_command_goes_on(project: Project, web: ScriptedWeb) -> None:
    file = _pages(project, web)
    code, said = _broken_off(project, file, web, signal.SIGINT)
    assert code == 130
    assert f"of 3 addresses answered: {file} has them, and the same command goes on" in said
    kept = parse(file.read_bytes())
    assert (kept.asked, len(kept.answers) + kept.unasked) == (DAY, 3)
    answered = {url.rpartition("/")[2] for url in kept.answers}
    assert "1" in answered and "3" not in answered
    web.asked.clear()
    done = _links(project, file)
    assert f"{file} has the answers of " in done.stderr
    assert "3 addresses asked: 3 still lead to their page" in done.stderr
    left = [f"HEAD 127.0.0.1/{number}" for number in (1, 2, 3) if str(number) not in answered]
    assert web.asked == left
    assert parse(file.read_bytes()).unasked == 0
    web.asked.clear()
    _links(project, file)
    assert web.asked == []


def test_a_run_that_is_killed_leaves_a_whole_file(project: Project, web: ScriptedWeb) -> None:
    file = _pages(project, web)
    code, _ = _broken_off(project, file, web, signal.SIGKILL)
    assert code == -signal.SIGKILL
    kept = parse(file.read_bytes())
    assert len(kept.answers) + kept.unasked == 3 and kept.unasked
    assert [path.name for path in project.root.glob(".briefbook-*")] == []
    _links(project, file)
    assert len(parse(file.read_bytes()).answers) == 3


def test_answers_of_another_day_and_of_addresses_that_are_gone_are_dropped(
    project: Project, web: ScriptedWeb
) -> None:
    file = _pages(project, web, 2)
    _links(project, file)
    web.asked.clear()
    _links(project, file, "--today", "2026-11-24")
    assert len(web.asked) == 2
    _pages(project, web, 1)
    web.asked.clear()
    _links(project, file, "--today", "2026-11-24")
    assert (web.asked, len(parse(file.read_bytes()).answers)) == ([], 1)


def test_a_file_that_holds_something_else_is_left_alone(project: Project, web: ScriptedWeb) -> None:
    file = _pages(project, web)
    file.write_text("A letter.")
    assert "is not what briefbook links writes" in _links(project, file, code=2).stderr
    assert (file.read_text(), web.asked) == ("A letter.", [])


def test_a_pipe_is_written_to_once_at_the_end(project: Project, web: ScriptedWeb) -> None:
    file = _pages(project, web)
    os.mkfifo(file)
    reader = subprocess.Popen(["cat", str(file)], stdout=subprocess.PIPE, text=True)
    _links(project, file)
    assert len(json.loads(reader.communicate()[0])["links"]) == 3


def test_what_is_found_is_kept_every_few_seconds(web: ScriptedWeb) -> None:
    urls = [web.url(f"a.example/{number}") for number in range(1, 9)]
    for number in range(1, 9):
        web.pages[f"a.example/{number}"] = [say(200)]
    kept = list[LinkAnswers]()
    time = FakeHours()
    web.seen = lambda _: time.sleep(2)
    ask_all(urls, LIMITS, keep=kept.append, hours=time.hours)
    assert [len(one) for one in kept] == [3, 6, 8]


def test_what_was_found_is_kept_when_something_breaks(web: ScriptedWeb) -> None:
    urls = [web.url(f"a.example/{number}") for number in range(1, 4)]
    kept, asked = list[LinkAnswers](), list[int]()

    def told() -> None:
        asked.append(1)
        if len(asked) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ask_all(urls, LIMITS, told, kept.append, hours=FakeHours().hours)
    assert [*kept[-1]] == urls[:2]
    assert len(web.asked) == 4  # a HEAD and a GET each


def test_what_could_not_be_asked_is_asked_again_and_what_answered_is_not(web: ScriptedWeb) -> None:
    there, late = web.url("a.example/1"), web.url("a.example/2")
    web.pages["a.example/2"] = [say(200)]
    found = ask_all([there, late], LIMITS, earlier={there: OK, late: LATE})
    assert found == {there: OK, late: OK}
    assert web.asked == ["HEAD a.example/2"]


def test_a_host_is_not_called_gone_while_nobody_can_be_reached(web: ScriptedWeb) -> None:
    lost, there = "http://no.example/", web.url("a.example/1")
    kept = list[LinkAnswers]()
    unsure = LinkAnswer(UNCLEAR, "its host could not be looked up", again=True)
    with pytest.raises(WrongUse, match="connected to the internet"):
        ask_all([lost], LIMITS, keep=kept.append)
    assert kept == [{lost: unsure}]
    assert ask_all([lost, there], LIMITS, earlier={there: OK}) == {lost: unsure, there: OK}


def test_a_file_of_answers_reads_back_as_what_was_written() -> None:
    answers = {
        "https://a.example/1": OK, "https://a.example/2": LATE,
        "https://a.example/3": LinkAnswer(THERE, "200 OK", "https://b.example/#/3"),
    }  # fmt: skip
    for file in (AnswerFile(answers, DAY, 3), AnswerFile(answers)):
        assert parse(text(file).encode()) == file


def test_a_new_address_that_is_none_is_refused(project: Project) -> None:
    project.write_standard()
    project.write("briefings/example.yml", SOUND)
    one = {"state": "there", "said": "200 OK", "moved": "javascript:alert(1)"}
    project.write("links.json", json.dumps({"version": 1, "links": {"https://a.example/": one}}))
    done = project.run("check", "--links", str(project.root / "links.json"))
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "only http and https addresses are linked" in done.stderr


def test_a_move_for_good_is_told_by_the_command_and_by_the_check(
    project: Project, web: ScriptedWeb
) -> None:
    file = _pages(project, web, 2)
    web.pages["127.0.0.1/1"] = [web.moved(301, "127.0.0.1/2")]
    new = web.url("127.0.0.1/2")
    said = _links(project, file).stderr
    assert f"moved for good: {web.url('127.0.0.1/1')} is now {new}\n" in said
    (found,) = project.check("--select", "SRC014", "--links", str(file)).findings
    assert (found["line"], found["severity"]) == (4, "note")
    assert found["message"] == f"The address of “page-1” has moved for good to {new}"


def test_a_synced_file_is_on_the_disk_before_it_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = list[str]()
    monkeypatch.setattr(os, "fsync", lambda _: done.append("fsync"))
    replace = Path.replace

    def replaced(self: Path, target: Path) -> Path:
        done.append("rename")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", replaced)
    write_whole(tmp_path / "a.json", b"{}", synced=True)
    assert done == ["fsync", "rename"]
