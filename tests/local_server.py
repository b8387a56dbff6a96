"""A server on loopback that lives as long as a test."""

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import BaseRequestHandler


class Quiet(BaseHTTPRequestHandler, ABC):
    """Answers every method by `serve`, and says nothing."""

    @abstractmethod
    def serve(self) -> None:
        """Answer."""

    def send(self, status: int, content: bytes, fields: dict[str, str] | None = None) -> None:
        """Send an answer whole."""
        self.send_response(status)
        for name, value in (fields or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def do_GET(self) -> None:
        self.serve()

    do_POST = do_PATCH = do_PUT = do_GET  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Says nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True  # a slow answer does not hold up the end of a test
    request_queue_size = 128  # of five, a browser's sixth would wait for seconds to ask again


@contextmanager
def running(handler: Callable[..., BaseRequestHandler]) -> Iterator[str]:
    """A server on loopback, as long as the test; its address."""
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=[0.01])
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
