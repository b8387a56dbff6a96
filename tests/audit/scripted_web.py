"""A web server on loopback under many names, whose pages answer as a test tells them to."""

import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from briefbook.audit.host_clocks import Hours
from local_server import running

Answer = tuple[int, Mapping[str, str]]


def say(status: int, **headers: str) -> Answer:
    """An answer; `retry_after="5"` is the header Retry-After."""
    return status, {name.replace("_", "-"): text for name, text in headers.items()}


@dataclass
class ScriptedWeb:
    """What was asked (“HEAD a.example/page”), and what answers.

    `pages` has a list of answers for “HEAD a.example/page” or “a.example/page”: one after the
    other, the last again and again. What is not in it answers 404.
    """

    port: int = 0
    asked: list[str] = field(default_factory=list)
    pages: dict[str, list[Answer]] = field(default_factory=dict)
    seen: Callable[[str], None] = lambda _: None

    def url(self, page: str) -> str:
        """“a.example/page” as an address."""
        host, slash, rest = page.partition("/")
        return f"http://{host}:{self.port}{slash}{rest}"

    def moved(self, status: int, to: str) -> Answer:
        """A redirect to a page."""
        return say(status, location=self.url(to))

    def answer(self, method: str, page: str) -> Answer:
        """The answer for a question."""
        self.asked.append(f"{method} {page}")
        self.seen(f"{method} {page}")
        left = self.pages.get(f"{method} {page}") or self.pages.get(page) or [say(404)]
        return left.pop(0) if len(left) > 1 else left[0]


@dataclass
class FakeHours:
    """Time that passes only while somebody sleeps, and by `passes` at each look at it."""

    at: float = 0.0
    start: float = 1_700_000_000.0
    passes: float = 0.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        """Let time pass at once."""
        self.slept.append(seconds)
        self.at += seconds

    def ticks(self) -> float:
        """The time since the start."""
        self.at += self.passes
        return self.at

    @property
    def hours(self) -> Hours:
        """What the program takes for the time."""
        return Hours(self.ticks, lambda: self.start + self.at, self.sleep)


@contextmanager
def scripted_web(monkeypatch: pytest.MonkeyPatch | None = None) -> Iterator[ScriptedWeb]:
    """A server that runs as long as the test; every name in `.example` leads to it."""
    web = ScriptedWeb()

    class Handler(BaseHTTPRequestHandler):
        def _serve(self) -> None:
            host = self.headers["Host"].partition(":")[0]
            status, headers = web.answer(self.command, f"{host}{self.path}")
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_GET = do_HEAD = _serve  # noqa: N815 names of the library

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    with running(Handler) as address:
        web.port = int(address.rpartition(":")[2])
        if monkeypatch:
            _lead_here(monkeypatch)
        yield web


def _lead_here(monkeypatch: pytest.MonkeyPatch) -> None:
    real = socket.getaddrinfo

    def lookup(host: str, *rest: Any, **more: Any) -> Any:
        if host == "no.example":
            raise socket.gaierror(socket.EAI_NONAME, "no")
        return real("127.0.0.1" if host.endswith(".example") else host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
