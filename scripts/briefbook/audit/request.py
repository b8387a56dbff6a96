"""One question to one address: the only part that goes out to the net."""

import http.client
import socket
import ssl
import threading
from dataclasses import dataclass
from functools import cache
from ipaddress import IPv6Address, ip_address
from urllib.parse import SplitResult, urldefrag, urlsplit

from briefbook import __version__
from briefbook.text.url import uri

_HEADERS = {"User-Agent": f"briefbook/{__version__} (asks whether sources are still there)",
            "Accept": "*/*", "Connection": "close"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RequestLimits:
    """How addresses are asked: `seconds` for one answer, `pause` in seconds between two questions
    to one host, `at_once` hosts side by side, `private` whether networks that are not public may
    be asked, too. A host that asks to wait is waited for if it is at most `longest_wait` seconds.
    """

    seconds: float = 20
    pause: float = 1
    at_once: int = 8
    private: bool = False
    longest_wait: float = 120


@dataclass(frozen=True, slots=True)
class Reply:
    """The status of an answer, and its headers Location and Retry-After; None where absent."""

    status: int
    location: str | None = None
    retry_after: str | None = None


class NotPublic(Exception):
    """A host that turned out to lie in a network that is not public."""


def as_asked(url: str) -> str:
    """An address as it goes over the wire, without its fragment.

    Raises UnsafeUrl.
    """
    return urldefrag(uri(url)).url


def request(method: str, url: str, how: RequestLimits) -> Reply:
    """Ask an address once, without following it and without reading a page.

    Raises NotPublic, UnsafeUrl, OSError (TimeoutError among them), HTTPException and ValueError.
    """
    parts = urlsplit(as_asked(url))
    connection = _connection(parts, how)
    late = threading.Event()
    try:
        connection.connect()
        # A server that sends a byte now and then never runs into the timeout of one read.
        end = threading.Timer(how.seconds, _cut, (connection.sock, late))
        end.start()
        try:
            target = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
            connection.request(method, target, headers=_HEADERS)
            answer = connection.getresponse()
            location = _as_meant(answer.headers.get("Location"))
            return Reply(answer.status, location, answer.headers.get("Retry-After"))
        finally:
            end.cancel()
    except (OSError, http.client.HTTPException):
        if late.is_set():
            raise TimeoutError from None
        raise
    finally:
        connection.close()


def _as_meant(header: str | None) -> str | None:
    """A header that some servers send in UTF-8, although the library reads Latin-1."""
    try:
        return header.encode("latin-1").decode() if header else None
    except UnicodeError:
        return header


def _cut(sock: socket.socket, late: threading.Event) -> None:
    late.set()
    try:
        sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # it was closed in the meantime


class _Public(http.client.HTTPConnection):
    def connect(self) -> None:
        """Connect; before anything is sent, see whom one is connected to."""
        super().connect()
        peer = ip_address(self.sock.getpeername()[0].partition("%")[0])
        plain = (peer.ipv4_mapped or peer) if isinstance(peer, IPv6Address) else peer
        if not plain.is_global:
            self.close()
            raise NotPublic


class _PublicSecure(http.client.HTTPSConnection, _Public):
    """Over TLS: the library connects through the class above before it shakes hands."""


@cache
def _tls() -> ssl.SSLContext:
    """The machine's certificates: reading them takes longer than a question."""
    return ssl.create_default_context()


def _connection(parts: SplitResult, how: RequestLimits) -> http.client.HTTPConnection:
    host, port = parts.hostname or "", parts.port
    if parts.scheme == "https":
        secure = http.client.HTTPSConnection if how.private else _PublicSecure
        return secure(host, port, timeout=how.seconds, context=_tls())
    plain = http.client.HTTPConnection if how.private else _Public
    return plain(host, port, timeout=how.seconds)
