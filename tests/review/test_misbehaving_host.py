"""A host that is slow, broken, gone, rude or hostile: one plain line, never a second comment."""

import json
import threading
from collections.abc import Callable
from email.utils import formatdate
from typing import Any

import pytest
from fake_github import BOT
from faulty import NOW, Fault, Faulty, faulty, instead, waits, words

from briefbook.project.wrong_use import WrongUse
from briefbook.review import exchange
from briefbook.review.connection import Connection, safe_api
from briefbook.review.forges import forge
from briefbook.review.forges.github import GitHub, github
from briefbook.review.forges.gitlab import gitlab
from briefbook.review.patience import MOST
from local_server import Quiet, running

MARK = "<!-- mark -->"
TEXT = f"{MARK}\nHello."
PULL = "GitHub, asked for GET /pulls/7, "
COMMENTS = "GitHub, asked for GET /issues/7/comments, "


def _head(host: Faulty) -> object:
    return host.client.head_of(7)


def _look(host: Faulty) -> object:
    return host.client.comment(7, MARK)


def _line(host: Faulty, ask: Callable[[Faulty], object] = _head) -> str:
    """What is said when asking ends badly: always one line that can be printed."""
    with pytest.raises(WrongUse) as caught:
        ask(host)
    line = str(caught.value)
    assert line.isprintable()
    assert "secret" not in line
    return line


def test_accounts_that_were_deleted_and_entries_of_odd_types_are_passed_over() -> None:
    with faulty() as host:
        odd = (None, "ghost", 7, [], {}, {"id": None}, {"id": str(BOT)})
        host.comments += [{"id": n, "user": user, "body": TEXT} for n, user in enumerate(odd)]
        host.comments += [{"id": 50, "body": TEXT}, {"id": 51, "user": {"id": BOT}, "body": None}]
        host.issues += [{"number": 1, "user": None, "state": "open", "body": TEXT}]
        assert host.client.comment(7, MARK) is None
        assert host.client.issue(MARK) is None
        host.say(TEXT, BOT)
        found = host.client.comment(7, MARK)
        assert found and found.text == TEXT


@pytest.mark.parametrize("content", [{"message": "hi"}, "text", 7, None])
def test_a_listing_that_is_none(content: Any) -> None:
    with faulty(GET=[instead(content)]) as host:
        assert _line(host, _look).startswith(f"{COMMENTS}answered with no list: is this")


@pytest.mark.parametrize("entry", [None, "text", [], {}, {"id": "7"}, {"id": True}])
def test_a_listing_of_something_else(entry: Any) -> None:
    with faulty(GET=[instead([{"id": 1}, entry])]) as host:
        assert "answered with a list that holds something else" in _line(host, _look)


@pytest.mark.parametrize("found", [[], "x", {}, {"head": None}, {"head": {"sha": 7}}])
def test_a_pull_request_without_a_commit(found: Any) -> None:
    with faulty(GET=[instead(found)]) as host:
        assert f"{PULL}answered with something without “head.sha”" in _line(host)


def test_gitlab_that_does_not_say_who_we_are() -> None:
    with faulty(GET=[instead({"id": "me"})]) as host:
        client = gitlab(host.api, "a/b", "secret", None, waits([]))
        host.faults["GET"].append(instead([{"id": 1, "body": TEXT}]))
        host.faults["GET"].reverse()
        assert "GET /user, answered with something without “id”" in _line(
            host, lambda _: client.comment(7, MARK)
        )


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (400, "refused (400, “no”)"),
        (401, "refused (401, “no”): the token is not valid, or is none of this host"),
        (403, "refused (403, “no”): the token may not do this"),
        (404, "refused (404, “no”): it is not there, or the token may not see it"),
        (410, "refused (410, “no”)"),
        (422, "refused (422, “no”)"),
    ],
)
def test_a_refusal_says_why_and_is_not_asked_again(status: int, said: str) -> None:
    with faulty(GET=[words(status)]) as host:
        assert f"{PULL}{said}" in _line(host)
        assert (len(host.asked), host.slept) == (1, [])


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("\x1b[2J::error::\n" + "x" * 900, "403, “\\x1b[2J::error::\\x0axxx"),
        ({"title": ["too\nlong"]}, '403, “{"title": ["too\\nlong"]}”'),
        (["\u202e"], '403, “["\\u202e"]”'),
        (None, "refused (403):"),
        (7, "403, “7”"),
    ],
)
def test_words_of_a_host_are_cut_and_made_visible(message: Any, said: str) -> None:
    with faulty(GET=[words(403, message)]) as host:
        line = _line(host)
    assert said in line
    assert len(line) < 400


@pytest.mark.parametrize("content", [b"", b"<html>", b"[" * 100_000, b"\xff", b"[1]", b'"no"'])
def test_a_refusal_that_is_no_json(content: bytes) -> None:
    with faulty(GET=[Fault(403, content)]) as host:
        assert f"{PULL}refused (403): the token" in _line(host)


FAULTS = [
    words(500), words(502), words(503), words(429), words(403, retry_after="0"), Fault(reset=True),
    Fault(200, b'{"head', missing=9), words(503, retry_after="soon"), words(429, retry_after="-1"),
    words(403, x_ratelimit_remaining="0", x_ratelimit_reset="never"),
    words(503, retry_after="Sun, 99 Foo 2026 00:00:00 GMT"),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_what_fails_for_now_is_tried_three_times_more(fault: Fault) -> None:
    with faulty(GET=[fault] * 3) as host:
        assert host.client.head_of(7) == host.head
        asked = fault.fields.get("retry-after") == "0"
        assert host.slept == ([1, 1, 1] if asked else [1, 2, 4])
    with faulty(GET=[fault] * 4) as host:
        assert _line(host).startswith(PULL)
        assert (len(host.asked), len(host.slept)) == (4, 3)


@pytest.mark.parametrize(
    "fields",
    [
        {"retry-after": "30"},
        {"Retry-After": formatdate(NOW + 30, usegmt=True)},
        {"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(int(NOW) + 30)},
        {"RateLimit-Remaining": "0", "RateLimit-Reset": str(int(NOW) + 30)},
    ],
)
@pytest.mark.parametrize("status", [403, 429])
def test_a_host_is_asked_again_when_it_says(fields: dict[str, str], status: int) -> None:
    with faulty(GET=[Fault(status, b"", fields)]) as host:
        assert host.client.head_of(7) == host.head
        assert host.slept == [30]


@pytest.mark.parametrize("after", ["3600", "9" * 5000, formatdate(NOW + 3600, usegmt=True)])
def test_nobody_waits_for_ever(after: str) -> None:
    with faulty(GET=[words(429, retry_after=after)]) as host:
        line = _line(host)
        assert "takes no more questions for now" in line and "it asks to wait " in line
        assert host.slept == []
    with faulty(GET=[words(429, retry_after="50"), Fault(503), words(429, retry_after="50")]) as _h:
        assert "it asks to wait 50 seconds" in _line(_h)
        assert sum(_h.slept) <= MOST, "all waits of a run together have an end"


LOST = [Fault(502, b"", done=True), Fault(201, b'{"id', done=True, missing=9),
        Fault(200, b"<html>", done=True), Fault(reset=True, done=True)]  # fmt: skip


@pytest.mark.parametrize("fault", LOST)
def test_what_was_written_though_the_answer_was_lost_is_not_written_twice(fault: Fault) -> None:
    with faulty(POST=[fault]) as host:
        host.client.add_comment(7, TEXT)
        assert host.of_bot() == [TEXT]
    with faulty(POST=[fault]) as host:
        host.client.open_issue("Due", TEXT)
        assert len(host.issues) == 1


@pytest.mark.parametrize("fault", [words(500), words(429), Fault(reset=True)])
def test_what_was_not_written_is_written_at_the_next_try(fault: Fault) -> None:
    with faulty(POST=[fault, fault]) as host:
        host.client.add_comment(7, TEXT)
        assert (host.of_bot(), host.slept) == ([TEXT], [1, 2])
        looked = [one for one in host.asked if one == "GET /repos/desk/briefs/issues/7/comments"]
        assert len(looked) == (0 if fault.status == 429 else 2), "429 has done nothing for sure"


def test_where_nobody_can_say_whether_it_was_written_nothing_is_sent_again() -> None:
    with faulty(POST=[words(500)], GET=[words(404)]) as host:
        assert "refused (404" in _line(host, lambda _: host.client.add_comment(7, TEXT))
        assert [one.split()[0] for one in host.asked] == ["POST", "GET"]
    with faulty(POST=[words(500)]) as host:
        connection = Connection("GitHub", f"{host.api}/repos/desk/briefs", {}, waits([]))
        assert "fault of its own" in _line(host, lambda _: connection.call("POST", "/x", {}))
        assert len(host.asked) == 1


def test_a_renewal_can_be_repeated() -> None:
    with faulty(PATCH=[Fault(502, b"", done=True)]) as host:
        host.say(TEXT, BOT)
        host.client.renew_comment(7, 100, f"{MARK}\nNew.")
        assert host.of_bot() == [f"{MARK}\nNew."]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_other_host_is_asked_let_alone_with_the_token(status: int) -> None:
    asked: list[str] = []

    class Other(Quiet):
        def serve(self) -> None:
            asked.append(self.path)
            self.send(200, b"{}")

    with running(Other) as other:
        for target in (
            f"{other}/repos/desk/briefs/pulls/7", f"//{other[7:]}/x",
            f"http://x:y@{other[7:]}/\x01", "https://[::1/x", "file:///etc/passwd",
        ):  # fmt: skip
            moved = Fault(status, b"", {"Location": target})
            with faulty(GET=[moved], POST=[moved]) as host:
                assert f"{PULL}sends on to an" in _line(host)
                said = _line(host, lambda host: host.client.add_comment(7, TEXT))
                assert "where nothing is written" in said
                assert len(host.asked) == 2
    assert asked == []


def test_a_redirect_within_the_host_is_followed_and_not_for_ever() -> None:
    moved = Fault(301, b"", {"Location": "/repos/desk/briefs/pulls/7?moved"})
    with faulty(GET=[moved]) as host:
        host.answer = lambda *_: (200, {"head": {"sha": "d" * 40}})  # type: ignore[method-assign]
        assert host.client.head_of(7) == "d" * 40
        host.faults["GET"] = [moved] * 9
        assert "from address to address without end" in _line(host)


def test_a_slow_host(monkeypatch: pytest.MonkeyPatch) -> None:
    end = threading.Event()

    class Slow(Quiet):
        def serve(self) -> None:
            end.wait()

    monkeypatch.setattr(exchange, "SECONDS", 0.05)
    with running(Slow) as api:
        client = github(api, "desk/briefs", "secret", None, waits([]))
        with pytest.raises(WrongUse, match="is too slow: the answer did not come in time"):
            client.head_of(7)
        end.set()


def test_a_host_that_sends_drop_by_drop() -> None:
    moments = iter(range(0, 10_000, exchange.WHOLE // 2))
    with (
        faulty(GET=[Fault(200, b"[" * 300_000)]) as host,
        pytest.raises(exchange.Lost, match="too slow"),
    ):
        exchange.exchange("GET", f"{host.api}/x", {}, None, lambda: float(next(moments)))


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Fault(200, b"<html>Sign in</html>"), "something that is no JSON in UTF-8"),
        (Fault(200, b'{"head": "\xff"}'), "something that is no JSON in UTF-8"),
        (Fault(200, b"[" * 100_000), "something that is no JSON in UTF-8"),
        (Fault(200, b""), "something that is no JSON in UTF-8"),
        (Fault(200, json.dumps("x" * exchange.ANSWER).encode()), "sent more than 16 MiB"),
        (Fault(304), "refused (304)"),
    ],
)
def test_an_answer_of_another_kind(fault: Fault, said: str) -> None:
    with faulty(GET=[fault]) as host:
        assert said in _line(host)
        assert len(host.asked) == 1


def test_a_host_that_does_not_speak_http_and_one_that_is_not_there() -> None:
    class Odd(Quiet):
        def handle(self) -> None:
            self.request.recv(4096)
            self.request.sendall(b"220 mail\r\n\r\n")

        def serve(self) -> None:
            """Never called."""

    with running(Odd) as api, pytest.raises(WrongUse, match="something that is not HTTP"):
        github(api, "desk/briefs", "secret", None, waits([])).head_of(7)
    with pytest.raises(WrongUse, match="nothing answers at this address"):
        github(api, "desk/briefs", "secret", None, waits([])).head_of(7)


def test_a_listing_without_end_is_told_and_one_that_is_always_whole_is_read_once() -> None:
    def endless(method: str, path: str, data: object) -> tuple[int, list[dict[str, int]]]:
        first = 100 * int(path.rpartition("page=")[2])
        return 200, [{"id": number} for number in range(first, first + 100)]

    with faulty() as host:
        host.answer = endless  # type: ignore[assignment]
        assert f"{COMMENTS}lists more than 60 pages" in _line(host, _look)
        host.asked.clear()
        pages: list[str] = []
        host.answer = lambda _, path, __: (  # type: ignore[assignment]
            pages.append(path), (200, [{"id": number} for number in range(150)]))[1]  # fmt: skip
        assert host.client.comment(7, MARK) is None
        assert len(pages) == 2


def test_a_host_whose_pages_are_shorter_than_asked_for() -> None:
    first = Fault(200, b'[{"id": 1}]', {"Link": '<https://x.example/?page=2>; rel="next"'})
    with faulty(GET=[first]) as host:
        for _ in range(100):
            host.say("Talk.", 1)
        host.say(TEXT, BOT)
        found = host.client.comment(7, MARK)
        assert found and found.number == 200


@pytest.mark.parametrize("token", ["sec\nret", "secrét", "sec ret", "\x00secret"])
def test_a_token_that_cannot_be_one_is_not_shown(token: str) -> None:
    with pytest.raises(WrongUse, match="GITHUB_TOKEN holds characters that no token has") as caught:
        forge("github", None, "a/b", {"GITHUB_TOKEN": token})
    assert "sec" not in str(caught.value)
    headers = {"Authorization": f"Bearer {token}\n"}
    with pytest.raises(WrongUse) as caught:
        GitHub(Connection("GitHub", "http://127.0.0.1:9", headers, waits([])), 1).head_of(7)
    assert "sec" not in str(caught.value)


def test_a_blank_line_after_a_token_is_no_part_of_it() -> None:
    with faulty() as host:
        assert forge("github", host.api, "desk/briefs", {"GITHUB_TOKEN": "secret\n"}).head_of(7)
        assert host.tokens == {"Bearer secret"}


@pytest.mark.parametrize(
    "api", ["https://[", "https://", "https://x:y@z.example", "https://x.example:port",
            "https://x.example?a", "https://x.example#a", "https://x.example/a b", "https://é"],
)  # fmt: skip
def test_addresses_that_are_none(api: str) -> None:
    with pytest.raises(WrongUse, match="--api"):
        safe_api(api)
