"""A web server on loopback that answers as servers do: well, badly, slowly, not at all."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from urllib.parse import unquote

from local_server import running

SLOW = 5.0
"""Seconds that a slow page takes."""


@dataclass
class FakeWeb:
    """Its address, what was asked of it, and how many questions it had at once."""

    base: str = ""
    asked: list[str] = field(default_factory=list)
    now: int = 0
    most: int = 0


_STATUS = {
    "/page": 200, "/gone": 404, "/removed": 410, "/members": 403, "/busy": 429, "/broken": 500,
    "/": 200, "/статья": 200, "/odd": 299, "/head-refused": 200, "/head-lies": 200,
    "/unheard-of": 799,
}  # fmt: skip
_MOVED = {
    "/moved": (301, "/page"), "/moved-then-gone": (302, "/gone"), "/closed-down": (301, "/"),
    "/to-front-today": (302, "/"), "/in-a-circle": (302, "/in-a-circle"),
    "/to-a-file": (302, "file:///etc/passwd"), "/to-nowhere": (302, "http://[::1/x"),
    "/to-bare": (301, "/статья"),
}  # fmt: skip


@contextmanager
def fake_web() -> Iterator[FakeWeb]:
    """A server that runs as long as the test."""
    web = FakeWeb()
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def _serve(self) -> None:
            path = self.path.partition("?")[0]
            with lock:
                web.asked.append(f"{self.command} {self.path}")
                web.now += 1
                web.most = max(web.most, web.now)
            self._busy = True
            try:
                self._answer(path)
            finally:
                self._done()

        def _done(self) -> None:
            """Before the last byte is out: whoever has it may ask again at once."""
            with lock:
                web.now -= self._busy
                self._busy = False

        def _answer(self, path: str) -> None:
            if path == "/slow":
                time.sleep(SLOW)
            elif path == "/dripping":
                try:
                    for _ in range(int(SLOW * 10)):
                        self.wfile.write(b"H")
                        self.wfile.flush()
                        time.sleep(0.1)
                except OSError:
                    return
            elif path == "/nonsense":
                self.wfile.write(b"\x00\x01 nonsense\r\n\r\n")
            elif path == "/hangs-up":
                return
            elif path in _MOVED:
                status, location = _MOVED[path]
                self._say(status, ("Location", location.encode().decode("latin-1")))
            elif self.command == "HEAD" and path.startswith("/head-"):
                self._say(405 if path == "/head-refused" else 404)
            else:
                self._say(_STATUS.get(unquote(path), 404))

        def _say(self, status: int, *headers: tuple[str, str]) -> None:
            self.send_response(status, "as the server likes to call it")
            for name, value in headers:
                self.send_header(name, value)
            self.send_header("Content-Length", "0")
            self._done()
            self.end_headers()

        do_GET = do_HEAD = _serve  # noqa: N815 names of the library

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    with running(Handler) as web.base:
        yield web
