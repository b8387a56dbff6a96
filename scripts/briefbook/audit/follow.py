"""What one address answers: asked, followed where it leads, and judged."""

import http.client
import socket
import ssl
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

from briefbook.analysis.link_state import LinkAnswer, LinkState
from briefbook.analysis.same_work import host
from briefbook.audit.host_clocks import HostClocks, HostRefused, Hours
from briefbook.audit.request import NotPublic, Reply, RequestLimits, as_asked, request
from briefbook.audit.retry_after import Wait, wait_of
from briefbook.text.url import UnsafeUrl, safe_url, uri

_MOVED = (301, 302, 303, 307, 308)
_FOR_GOOD = (301, 308)
_GONE = (404, 410)
_BUSY = (429, 503)
_HOPS = 6
_WAITS = 2
"""How often one question is put again because a host asked to wait."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer, and whether a server gave it; without one, this machine may be cut off."""

    answer: LinkAnswer
    reached: bool = True


def _unclear(said: str, *, again: bool = False, reached: bool = False) -> Outcome:
    return Outcome(LinkAnswer(LinkState.unclear, said, again=again), reached=reached)


@dataclass(slots=True)
class _Trail:
    """The way from one address on: where it is now, and what is known of the way there.

    `moved` is the end of the redirects for good with which it began. `on_its_head` says that one
    of them was told to a HEAD alone, to which some servers say what a reader never hears.
    """

    method: str
    address: str
    moved: str = ""
    for_good: bool = True
    on_its_head: bool = False

    def lead_on(self, method: str, status: int, location: str) -> None:
        """Follow a redirect; as browsers do, take the fragment along where it has none itself.

        Raises UnsafeUrl.
        """
        led = urljoin(as_asked(self.address), location)
        mark, fragment = self.address.partition("#")[1:]
        self.address = safe_url(uri(led if "#" in led else f"{led}{mark}{fragment}"))
        self.for_good = self.for_good and status in _FOR_GOOD
        if self.for_good:
            self.moved = self.address
        self.on_its_head = self.on_its_head or method == "HEAD"


class Follower:
    """Asks addresses, each question in its turn by the clock of the host that is asked."""

    def __init__(self, how: RequestLimits, clocks: HostClocks, hours: Hours) -> None:
        self._how, self._clocks, self._hours = how, clocks, hours

    def ask(self, url: str) -> Outcome:
        """What an address answers; a failure of the network is tried once more.

        Raises Stopped.
        """
        heard, trail = self._once(url, "HEAD")
        if not heard.reached:
            heard, trail = self._once(url, "HEAD")
        if heard.answer.state is LinkState.gone and trail.on_its_head:
            heard, _ = self._once(url, "GET")
        return heard

    def _once(self, url: str, method: str) -> tuple[Outcome, _Trail]:
        trail = _Trail(method, url)
        try:
            as_asked(url)
        except UnsafeUrl as error:
            return _unclear(f"it cannot be asked: {error}"), trail
        try:
            return self._follow(trail), trail
        except HostRefused as refused:
            return _unclear(str(refused), again=True, reached=True), trail
        except NotPublic:
            said = "it lies in a network that is not public, and was not asked"
            return _unclear(said), trail
        except UnsafeUrl as error:
            return _unclear(f"it leads on to an address that is not asked: {error}"), trail
        except socket.gaierror as error:
            if error.errno == socket.EAI_NONAME:
                gone = LinkAnswer(LinkState.gone, "there is no such host")
                return Outcome(gone, reached=False), trail
            return _unclear("its host could not be looked up", again=True), trail
        except ssl.SSLCertVerificationError:
            return _unclear("its certificate is not valid"), trail
        except TimeoutError:
            return _unclear("no answer in time", again=True), trail
        except (OSError, http.client.HTTPException, ValueError):
            return _unclear("the connection failed", again=True), trail

    def _follow(self, trail: _Trail) -> Outcome:
        asked = trail.address
        for _ in range(_HOPS):
            method, reply = self._reply(trail.method, trail.address)
            if reply.status not in _MOVED or not reply.location:
                return Outcome(_judged(asked, trail, reply.status))
            trail.lead_on(method, reply.status, reply.location)
        return Outcome(LinkAnswer(LinkState.unclear, "it is sent on too many times"))

    def _reply(self, method: str, address: str) -> tuple[str, Reply]:
        """An answer, and the method that brought it; GET where HEAD is answered with no page."""
        waits = 0
        while True:
            reply, wait = self._in_turn(method, address, last=waits == _WAITS)
            busy = reply.status in _BUSY and wait is not None
            if not busy and (method == "GET" or 200 <= reply.status < 400):
                return method, reply
            waits += busy
            method = "GET"

    def _in_turn(self, method: str, address: str, *, last: bool) -> tuple[Reply, Wait | None]:
        """One question; a host that wants a longer wait, or a wait after the `last` one, is left.

        Raises HostRefused then.
        """
        name = host(as_asked(address))
        with self._clocks.turn(name):
            reply = request(method, address, self._how)
            wait = wait_of(reply.retry_after, self._hours.now())
            if wait and wait.seconds <= self._how.longest_wait:
                self._clocks.hold(name, wait.seconds)
            if not wait or reply.status not in _BUSY:
                return reply, wait
            if last or wait.seconds > self._how.longest_wait:
                said = f"{_said(reply.status)}: its host asked to wait {wait.said}"
                self._clocks.refuse(name, f"not asked, because {said}")
                raise HostRefused(said)
            return reply, wait


def _judged(asked: str, trail: _Trail, status: int) -> LinkAnswer:
    said = _said(status)
    if status in _GONE:
        return LinkAnswer(LinkState.gone, said)
    if not 200 <= status < 300:
        return LinkAnswer(LinkState.unclear, said, again=status in _BUSY)
    if _is_front(trail.address) and not _is_front(asked):
        said = f"it leads to the front page of {urlsplit(trail.address).hostname}"
        return LinkAnswer(LinkState.gone if trail.for_good else LinkState.unclear, said)
    return LinkAnswer(LinkState.there, said, "" if trail.moved == uri(asked) else trail.moved)


def _is_front(url: str) -> bool:
    parts = urlsplit(url)
    route = parts.fragment.strip("#!/") if parts.fragment.startswith(("/", "!")) else ""
    return parts.path in ("", "/") and not parts.query and not route


def _said(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
