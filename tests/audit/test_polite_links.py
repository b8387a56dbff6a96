"""`briefbook links` is polite: one clock a host, waits that are kept; and what counts as gone."""

import ssl
import threading
from collections.abc import Iterator

import pytest
from scripted_web import Answer, FakeHours, ScriptedWeb, say, scripted_web

from briefbook.analysis.link_state import LinkAnswer, LinkState
from briefbook.audit import follow
from briefbook.audit.host_clocks import HostClocks, HostRefused, Stopped
from briefbook.audit.probe import ask_all
from briefbook.audit.request import RequestLimits
from briefbook.audit.retry_after import wait_of

THERE, GONE, UNCLEAR = LinkState
LIMITS = RequestLimits(seconds=5, pause=3, at_once=1, private=True)


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[ScriptedWeb]:
    with scripted_web(monkeypatch) as found:
        yield found


def _asked(web: ScriptedWeb, time: FakeHours, *pages: str) -> list[LinkAnswer]:
    urls = [web.url(page) for page in pages]
    found = ask_all(urls, LIMITS, hours=time.hours)
    return [found[url] for url in urls]


def test_head_get_and_every_hop_of_a_redirect_go_by_the_clock_of_their_host(
    web: ScriptedWeb,
) -> None:
    web.pages = {
        "HEAD a.example/1": [say(405)], "GET a.example/1": [web.moved(302, "b.example/2")],
        "b.example/2": [web.moved(302, "b.example/3")],
        "b.example/3": [web.moved(302, "a.example/4")], "a.example/4": [say(200)],
    }  # fmt: skip
    time = FakeHours()
    at: list[float] = []
    web.seen = lambda _: at.append(time.at)
    assert _asked(web, time, "a.example/1")[0].state is THERE
    assert web.asked == [
        "HEAD a.example/1", "GET a.example/1", "HEAD b.example/2", "HEAD b.example/3",
        "HEAD a.example/4",
    ]  # fmt: skip
    # 0: first at a; 3: a again; 3: first at b; 6: b again; 6: a was asked at 3.
    assert at == [0, 3, 3, 6, 6]


def test_a_redirect_to_another_host_waits_for_that_hosts_clock(web: ScriptedWeb) -> None:
    web.pages = {
        "a.example/1": [say(200)], "b.example/1": [web.moved(301, "a.example/2")],
        "a.example/2": [say(200)],
    }  # fmt: skip
    time = FakeHours()
    _asked(web, time, "a.example/1", "b.example/1")
    assert web.asked == ["HEAD a.example/1", "HEAD b.example/1", "HEAD a.example/2"]
    assert time.slept == [3]


def test_never_two_questions_at_once_to_one_host() -> None:
    clocks, inside, most = HostClocks(0), list[int](), list[int]()
    begin = threading.Barrier(8)

    def ask() -> None:
        begin.wait()
        for _ in range(50):
            with clocks.turn("a.example"):
                inside.append(1)
                most.append(len(inside))
                inside.pop()

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert (len(most), max(most)) == (400, 1)


def test_whoever_waits_is_let_go_when_the_asking_is_broken_off() -> None:
    clocks = HostClocks(3600)
    with clocks.turn("a.example"):
        pass
    stopped = list[bool]()

    def ask() -> None:
        with pytest.raises(Stopped), clocks.turn("a.example"):
            raise AssertionError("it was asked")
        stopped.append(True)

    waiting = threading.Thread(target=ask)
    waiting.start()
    clocks.stop()
    waiting.join()
    assert stopped == [True]


@pytest.mark.parametrize(
    ("header", "seconds", "said"),
    [
        ("0", 0, "0 seconds"),
        (" 1 ", 1, "1 second"),
        ("3600", 3600, "3,600 seconds"),
        ("9" * 5000, 10**9, "1,000,000,000 seconds"),
        ("Tue, 14 Nov 2023 22:14:20 GMT", 60, "until 2023-11-14 22:14 UTC"),
        ("Tuesday, 14-Nov-23 22:14:20 GMT", 60, "until 2023-11-14 22:14 UTC"),
        ("Tue Nov 14 22:14:20 2023", 60, "until 2023-11-14 22:14 UTC"),
        ("Tue, 14 Nov 2000 22:14:20 GMT", 0, "until 2000-11-14 22:14 UTC"),
    ],
)
def test_retry_after_is_understood(header: str, seconds: float, said: str) -> None:
    wait = wait_of(header, 1_700_000_000)  # 2023-11-14 22:13:20 UTC
    assert wait and (wait.seconds, wait.said) == (seconds, said)


@pytest.mark.parametrize("header", [None, "", "soon", "-5", "1.5", "²", "Tue, 99 Nov 2023 1:1 GMT"])
def test_what_is_no_retry_after_is_none(header: str | None) -> None:
    assert wait_of(header, 1_700_000_000) is None


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("wait", ["90", "Tue, 14 Nov 2023 22:14:50 GMT"])
def test_who_asks_to_wait_is_waited_for(web: ScriptedWeb, status: int, wait: str) -> None:
    web.pages["a.example/1"] = [say(status, retry_after=wait), say(200)]
    time = FakeHours()
    (found,) = _asked(web, time, "a.example/1")
    assert (found.state, time.slept) == (THERE, [90])
    assert web.asked == ["HEAD a.example/1", "GET a.example/1"]


@pytest.mark.parametrize(
    ("wait", "said"),
    [("121", "121 seconds"), ("Wed, 15 Nov 2023 22:13:20 GMT", "until 2023-11-15 22:13 UTC")],
)
def test_a_host_that_wants_a_longer_wait_is_left_alone(
    web: ScriptedWeb, wait: str, said: str
) -> None:
    web.pages = {
        "a.example/1": [say(429, retry_after=wait)], "a.example/2": [say(404)],
        "b.example/1": [web.moved(301, "a.example/3")],
    }  # fmt: skip
    time = FakeHours()
    asked = f"429 Too Many Requests: its host asked to wait {said}"
    assert _asked(web, time, "a.example/1", "a.example/2", "b.example/1") == [
        LinkAnswer(UNCLEAR, asked, again=True),
        LinkAnswer(UNCLEAR, f"not asked, because {asked}", again=True),
        LinkAnswer(UNCLEAR, f"not asked, because {asked}", again=True),
    ]
    assert web.asked == ["HEAD a.example/1", "HEAD b.example/1"]
    assert time.slept == []


def test_a_host_that_never_stops_asking_to_wait_is_left_after_two_waits(web: ScriptedWeb) -> None:
    web.pages["a.example/1"] = [say(503, retry_after="100")]
    time = FakeHours()
    (found, next_) = _asked(web, time, "a.example/1", "a.example/2")
    assert (found.state, next_.state) == (UNCLEAR, UNCLEAR)
    assert "503 Service Unavailable: its host asked to wait 100 seconds" in found.said
    assert (len(web.asked), time.slept) == (3, [100, 100])


def test_a_wait_holds_for_all_pages_of_the_host(web: ScriptedWeb) -> None:
    web.pages = {"a.example/1": [say(403, retry_after="60")], "a.example/2": [say(200)]}
    time = FakeHours()
    assert [one.state for one in _asked(web, time, "a.example/1", "a.example/2")] == [
        UNCLEAR, THERE,
    ]  # fmt: skip
    assert time.slept == [60, 60]


def test_a_host_that_is_refused_says_so() -> None:
    clocks = HostClocks(0)
    clocks.refuse("a.example", "why")
    with pytest.raises(HostRefused, match="why"), clocks.turn("a.example"):
        raise AssertionError("it was asked")


@pytest.mark.parametrize("status", [401, 403, 405, 406, 429, 451, 500, 502, 503, 504])
def test_a_refusal_is_never_gone(web: ScriptedWeb, status: int) -> None:
    web.pages["a.example/1"] = [say(status)]
    (found,) = _asked(web, FakeHours(), "a.example/1")
    assert (found.state, found.moved) == (UNCLEAR, "")


@pytest.mark.parametrize("status", [403, 404, 405, 410, 500])
@pytest.mark.parametrize(
    ("read", "state"), [(200, THERE), (403, UNCLEAR), (404, GONE), (410, GONE), (503, UNCLEAR)]
)
def test_gone_takes_a_get(web: ScriptedWeb, status: int, read: int, state: LinkState) -> None:
    web.pages = {"HEAD a.example/1": [say(status)], "GET a.example/1": [say(read)]}
    assert _asked(web, FakeHours(), "a.example/1")[0].state is state


@pytest.mark.parametrize("lie", ["a.example/", "a.example/gone", "no.example/"])
@pytest.mark.parametrize(("to_get", "state"), [(200, THERE), (403, UNCLEAR)])
def test_a_redirect_that_only_a_head_is_told_makes_nothing_gone(
    web: ScriptedWeb, lie: str, to_get: int, state: LinkState
) -> None:
    web.pages = {
        "HEAD a.example/1": [web.moved(301, lie)], "a.example/": [say(200)],
        "GET a.example/1": [say(to_get)],
    }  # fmt: skip
    assert _asked(web, FakeHours(), "a.example/1")[0].state is state


def test_trouble_with_tls_is_never_gone(web: ScriptedWeb, monkeypatch: pytest.MonkeyPatch) -> None:
    page = web.url("a.example/1")
    web.pages["a.example/1"] = [say(200)]
    plain = page.replace("http:", "https:")  # a server that speaks no TLS
    found = ask_all([plain, page], LIMITS, hours=FakeHours().hours)[plain]
    assert (found.state, found.said) == (UNCLEAR, "the connection failed")

    def no_certificate(*_: object) -> None:
        raise ssl.SSLCertVerificationError("no")

    monkeypatch.setattr(follow, "request", no_certificate)
    found = ask_all([page], LIMITS, earlier={page: found}, hours=FakeHours().hours)[page]
    assert (found.state, found.said) == (UNCLEAR, "its certificate is not valid")


def _way(web: ScriptedWeb, *steps: tuple[int, str]) -> dict[str, list[Answer]]:
    pages, at = dict[str, list[Answer]](), "a.example/1"
    for status, to in steps:
        pages[at.partition("#")[0]] = [web.moved(status, to)]
        at = to
    return {**pages, at.partition("#")[0]: [say(200)]}


@pytest.mark.parametrize(
    ("steps", "moved"),
    [
        ([(301, "b.example/2")], "b.example/2"),
        ([(308, "b.example/2"), (301, "b.example/3")], "b.example/3"),
        ([(301, "b.example/2"), (302, "b.example/3")], "b.example/2"),
        ([(302, "b.example/2")], ""),
        ([(307, "b.example/2"), (301, "b.example/3")], ""),
        ([(303, "b.example/2")], ""),
        ([(301, "b.example/#/news/1")], "b.example/#/news/1"),
        ([(301, "b.example/#!news")], "b.example/#!news"),
    ],
)
def test_moves_for_good_are_told_with_the_new_address(
    web: ScriptedWeb, steps: list[tuple[int, str]], moved: str
) -> None:
    web.pages = _way(web, *steps)
    (found,) = _asked(web, FakeHours(), "a.example/1")
    assert (found.state, found.moved) == (THERE, web.url(moved) if moved else "")


@pytest.mark.parametrize("route", ["#/news/1", "#!news", "#!/новости", "#part"])
def test_a_fragment_goes_along_to_the_new_address(web: ScriptedWeb, route: str) -> None:
    web.pages = _way(web, (301, "b.example/"), (308, "c.example/"))
    (found,) = _asked(web, FakeHours(), f"a.example/1{route}")
    if route == "#part":  # an anchor on a front page is no page of its own
        assert (found.state, found.moved) == (GONE, "")
    else:
        kept = route.replace("новости", "%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8")
        assert (found.state, found.moved) == (THERE, web.url(f"c.example/{kept}"))
    assert not any("#" in one for one in web.asked)


def test_a_move_to_a_page_that_does_not_open_is_no_new_address(web: ScriptedWeb) -> None:
    web.pages = {"a.example/1": [web.moved(301, "b.example/2")], "b.example/2": [say(403)]}
    assert _asked(web, FakeHours(), "a.example/1") == [LinkAnswer(UNCLEAR, "403 Forbidden")]
