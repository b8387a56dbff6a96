"""Asks addresses whether they still lead to a page: the only part that goes out to the net."""

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from ipaddress import IPv6Address, ip_address
from urllib.parse import SplitResult, urldefrag, urljoin, urlsplit

from briefbook import __version__
from briefbook.analysis.link_state import LinkAnswer, LinkAnswers, LinkState
from briefbook.analysis.same_work import host
from briefbook.project.wrong_use import WrongUse
from briefbook.text.url import UnsafeUrl, safe_url, uri

_HEADERS = {"User-Agent": f"briefbook/{__version__} (asks whether sources are still there)",
            "Accept": "*/*", "Connection": "close"}  # fmt: skip
_MOVED = (301, 302, 303, 307, 308)
_FOR_GOOD = (301, 308)
_GONE = (404, 410)
_HOPS = 6


@dataclass(frozen=True, slots=True)
class RequestLimits:
    """How addresses are asked: `seconds` for one answer, `pause` in seconds between two questions
    to one host, `at_once` hosts side by side, `private` whether networks that are not public may
    be asked, too."""

    seconds: float = 20
    pause: float = 1
    at_once: int = 8
    private: bool = False


def ask_all(
    urls: Iterable[str],
    manners: RequestLimits | None = None,
    told: Callable[[], None] | None = None,
) -> LinkAnswers:
    """Ask each address once, no host more than one question at a time; `told` after each.

    Raises WrongUse if not one host could be reached: then it is this machine that is cut off.
    """
    how = manners or RequestLimits()
    hosts: dict[str, list[str]] = {}
    for url in sorted(set(urls)):
        hosts.setdefault(host(url), []).append(url)
    found: dict[str, _Outcome] = {}

    def ask_host(mine: list[str]) -> None:
        for number, url in enumerate(mine):
            if number:
                time.sleep(how.pause)
            found[url] = _ask(url, how)
            if told:
                told()

    with ThreadPoolExecutor(how.at_once) as pool:
        list(pool.map(ask_host, hosts.values()))
    if found and not any(one.reached for one in found.values()):
        raise WrongUse("no address could be reached: is this machine connected to the internet?")
    return {url: found[url].answer for url in sorted(found)}


@dataclass(frozen=True, slots=True)
class _Outcome:
    answer: LinkAnswer
    reached: bool = True


def _unclear(said: str) -> _Outcome:
    return _Outcome(LinkAnswer(LinkState.unclear, said), reached=False)


def _ask(url: str, how: RequestLimits) -> _Outcome:
    """What an address answers; a failure of the network is tried once more."""
    heard = _once(url, how)
    if not heard.reached:
        time.sleep(how.pause)
        heard = _once(url, how)
    return heard


def _once(url: str, how: RequestLimits) -> _Outcome:
    try:
        _asked(url)
    except UnsafeUrl as error:
        return _unclear(f"it cannot be asked: {error}")
    try:
        return _follow(url, how)
    except _Private:
        return _unclear("it lies in a network that is not public, and was not asked")
    except UnsafeUrl as error:
        return _unclear(f"it leads on to an address that is not asked: {error}")
    except socket.gaierror as error:
        if error.errno == socket.EAI_NONAME:
            return _Outcome(LinkAnswer(LinkState.gone, "there is no such host"), reached=False)
        return _unclear("its host could not be looked up")
    except ssl.SSLCertVerificationError:
        return _unclear("its certificate is not valid")
    except TimeoutError:
        return _unclear("no answer in time")
    except (OSError, http.client.HTTPException, ValueError):
        return _unclear("the connection failed")


def _follow(url: str, how: RequestLimits) -> _Outcome:
    address, for_good = url, True
    for _ in range(_HOPS):
        status, location = _status(address, how)
        if status in _MOVED and location:
            for_good = for_good and status in _FOR_GOOD
            address = safe_url(_asked(urljoin(address, location)))
            continue
        return _Outcome(_judged(url, address, status, for_good=for_good))
    return _Outcome(LinkAnswer(LinkState.unclear, "it is sent on too many times"))


def _judged(asked: str, answered: str, status: int, *, for_good: bool) -> LinkAnswer:
    said = f"{status} {_phrase(status)}".rstrip()
    if status in _GONE:
        return LinkAnswer(LinkState.gone, said)
    if not 200 <= status < 300:
        return LinkAnswer(LinkState.unclear, said)
    if _is_front(answered) and not _is_front(asked):
        said = f"it leads to the front page of {urlsplit(answered).hostname}"
        return LinkAnswer(LinkState.gone if for_good else LinkState.unclear, said)
    return LinkAnswer(LinkState.there, said)


def _is_front(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _status(url: str, how: RequestLimits) -> tuple[int, str | None]:
    """The status and Location of an address; GET where HEAD is not answered with a page."""
    status, location = _request("HEAD", url, how)
    if 200 <= status < 400:
        return status, location
    return _request("GET", url, how)


def _request(method: str, url: str, how: RequestLimits) -> tuple[int, str | None]:
    parts = urlsplit(_asked(url))
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
            return answer.status, _as_meant(answer.headers.get("Location"))
        finally:
            end.cancel()
    except (OSError, http.client.HTTPException):
        if late.is_set():
            raise TimeoutError from None
        raise
    finally:
        connection.close()


def _asked(url: str) -> str:
    """An address as it goes over the wire, without its fragment."""
    return urldefrag(uri(url)).url


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


class _Private(Exception):
    """A host that turned out to lie in a network that is not public."""


class _Public(http.client.HTTPConnection):
    def connect(self) -> None:
        """Connect; before anything is sent, see whom one is connected to."""
        super().connect()
        peer = ip_address(self.sock.getpeername()[0].partition("%")[0])
        plain = (peer.ipv4_mapped or peer) if isinstance(peer, IPv6Address) else peer
        if not plain.is_global:
            self.close()
            raise _Private


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
