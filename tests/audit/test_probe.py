"""`briefbook links` asks addresses, and `check --links` says which sources are in trouble."""

import json
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from fake_web import SLOW, FakeWeb, fake_web

from briefbook.analysis.link_state import LinkAnswer, LinkState
from briefbook.audit.probe import ask_all
from briefbook.audit.request import RequestLimits
from briefbook.project.wrong_use import WrongUse
from harness import SOUND, Project

THERE, GONE, UNCLEAR = LinkState
QUICK = RequestLimits(seconds=0.5, pause=0, private=True)


@pytest.fixture
def web() -> Iterator[FakeWeb]:
    with fake_web() as found:
        yield found


@pytest.mark.parametrize(
    ("path", "state", "said"),
    [
        ("/page", THERE, "200 OK"),
        ("/page?a=b&c=%20d#part", THERE, "200 OK"),
        ("/статья", THERE, "200 OK"),
        ("/odd", THERE, "299"),
        ("/", THERE, "200 OK"),
        ("", THERE, "200 OK"),
        ("/moved", THERE, "200 OK"),
        ("/to-bare", THERE, "200 OK"),
        ("/head-refused", THERE, "200 OK"),
        ("/head-lies", THERE, "200 OK"),
        ("/gone", GONE, "404 Not Found"),
        ("/removed", GONE, "410 Gone"),
        ("/moved-then-gone", GONE, "404 Not Found"),
        ("/closed-down", GONE, "it leads to the front page of 127.0.0.1"),
        ("/to-front-today", UNCLEAR, "it leads to the front page of 127.0.0.1"),
        ("/members", UNCLEAR, "403 Forbidden"),
        ("/busy", UNCLEAR, "429 Too Many Requests"),
        ("/broken", UNCLEAR, "500 Internal Server Error"),
        ("/unheard-of", UNCLEAR, "799"),
        ("/in-a-circle", UNCLEAR, "it is sent on too many times"),
        ("/to-a-file", UNCLEAR, "it leads on to an address that is not asked: "),
        ("/to-nowhere", UNCLEAR, "the connection failed"),
        ("/slow", UNCLEAR, "no answer in time"),
        ("/dripping", UNCLEAR, "no answer in time"),
        ("/nonsense", UNCLEAR, "the connection failed"),
        ("/hangs-up", UNCLEAR, "the connection failed"),
    ],
)
def test_what_an_answer_means(web: FakeWeb, path: str, state: LinkState, said: str) -> None:
    found = ask_all([web.base + path, f"{web.base}/page"], QUICK)[web.base + path]
    assert found.state is state
    assert found.said.startswith(said)


def test_a_page_is_asked_for_without_fetching_it(web: FakeWeb) -> None:
    ask_all([f"{web.base}/page"], QUICK)
    assert web.asked == ["HEAD /page"]


def test_a_failure_of_the_network_is_tried_once_more_and_an_answer_is_not(web: FakeWeb) -> None:
    ask_all([f"{web.base}/hangs-up", f"{web.base}/broken"], QUICK)
    assert web.asked == ["HEAD /broken", "GET /broken", "HEAD /hangs-up", "HEAD /hangs-up"]


def test_a_host_has_one_question_at_a_time(web: FakeWeb) -> None:
    count = 0

    def told() -> None:
        nonlocal count
        count += 1

    urls = [f"{web.base}/page?{n}" for n in range(12)]
    found = ask_all([*urls, *urls], QUICK, told)
    assert (len(web.asked), web.most, count) == (12, 1, 12)
    assert list(found) == sorted(urls)


def test_a_private_network_is_not_asked(web: FakeWeb, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(WrongUse, match="no address could be reached"):
        ask_all([f"{web.base}/page"], RequestLimits(seconds=0.5, pause=0))
    assert web.asked == []
    # A public name that leads into it is found out as well.
    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *rest, **more: real("127.0.0.1", *rest, **more)
    )
    port = web.base.rpartition(":")[2]
    with pytest.raises(WrongUse, match="no address could be reached"):
        ask_all([f"http://press.example.org:{port}/page"], RequestLimits(seconds=0.5, pause=0))
    assert web.asked == []


def test_a_host_that_does_not_exist(web: FakeWeb, monkeypatch: pytest.MonkeyPatch) -> None:
    real = socket.getaddrinfo
    trouble = {"no.example.org": socket.EAI_NONAME, "later.example.org": socket.EAI_AGAIN}

    def lookup(host: str, *rest: Any, **more: Any) -> Any:
        if host in trouble:
            raise socket.gaierror(trouble[host], "no")
        return real(host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    urls = ["http://no.example.org/", "http://later.example.org/", f"{web.base}/page"]
    found = ask_all(urls, QUICK)
    assert found[urls[0]] == LinkAnswer(GONE, "there is no such host")
    assert found[urls[1]] == LinkAnswer(UNCLEAR, "its host could not be looked up", again=True)
    # When nothing can be looked up the fault is here, and no source is called gone.
    with pytest.raises(WrongUse, match="connected to the internet"):
        ask_all(urls[:2], QUICK)


def test_hosts_that_cannot_be_one(web: FakeWeb) -> None:
    bad = f"http://{'a' * 64}.example.org/"
    found = ask_all([bad, f"{web.base}/page"], QUICK)[bad]
    assert found.state is UNCLEAR
    assert found.said.startswith("it cannot be asked: it names a host that cannot be one: “aaa")
    assert len(found.said) <= 200  # as much as a file of answers takes


def test_a_host_in_other_letters_is_asked_by_the_rules_of_2008(
    web: FakeWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, looked_up = socket.getaddrinfo, list[str]()

    def lookup(host: str, *rest: Any, **more: Any) -> Any:
        looked_up.append(host)
        return real("127.0.0.1", *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    port = web.base.rpartition(":")[2]
    url = f"http://straße.example:{port}/page"
    assert ask_all([url], QUICK)[url].state is THERE
    assert looked_up == ["xn--strae-oqa.example"]


def test_no_address_at_all() -> None:
    assert ask_all([], QUICK) == {}


def _library(web: FakeWeb) -> str:
    return f"""\
- id: agency-report
  title: A report
  type: article-newspaper
  url: {web.base}/gone
  published: 2025-02-06
  reliability: {{grade: B, because: Named reporter.}}
- id: newspaper-copy
  title: A copy
  type: article-newspaper
  url: {web.base}/removed
  archived_url: {web.base}/page
  published: 2025-02-06
  reliability: {{grade: B, because: Named reporter.}}
"""


def test_the_command_and_the_check(web: FakeWeb, project: Project) -> None:
    project.write_standard("briefings/_library/sources/sources.yml")
    project.write("briefings/_library/sources/sources.yml", _library(web))
    file = project.root / "links.json"
    done = project.run(
        "links", "-o", str(file), "--allow-private", "--pause", "0", "--timeout", str(SLOW)
    )
    assert (done.exit_code, done.stdout) == (0, "")
    assert "3 addresses asked: 1 still lead to their page, 2 no longer do, 0 could" in done.stderr
    written = json.loads(file.read_text(encoding="utf-8"))
    assert written["version"] == 1
    assert written["links"][f"{web.base}/gone"] == {"state": "gone", "said": "404 Not Found"}
    assert project.check("--select", "SRC011,SRC012").codes == []
    found = project.check("--select", "SRC011,SRC012", "--links", str(file))
    assert [(item["code"], item["line"]) for item in found.findings] == [("SRC011", 4)]
    assert "(404 Not Found)" in found.findings[0]["message"]


def test_without_a_file_the_answers_are_printed(web: FakeWeb, project: Project) -> None:
    project.write_standard("briefings/_library/sources/sources.yml")
    project.write("briefings/_library/sources/sources.yml", _library(web))
    done = project.run("links", "--allow-private", "--pause", "0")
    assert len(json.loads(done.stdout)["links"]) == 3


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "it is no JSON"),
        (b"\xff", "it is no JSON"),
        (b"[]", "is not what briefbook links writes"),
        (b'{"version": 2, "links": {}}', "version: "),
        (b'{"version": 1, "links": {"x": {"state": "lost", "said": ""}}}', "links.x.state: "),
        (None, "there is no file"),
    ],
)
def test_a_file_that_holds_no_answers(content: bytes | None, said: str, project: Project) -> None:
    project.write_standard()
    project.write("briefings/example.yml", SOUND)
    file = project.root / "links.json"
    if content is not None:
        file.write_bytes(content)
    found = project.run("check", "--links", str(file))
    assert found.exit_code == 2
    assert said in found.stderr
    assert found.stderr.count("\n") == 1
