"""Asks addresses whether they still lead to a page, several hosts side by side."""

import threading
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor

from briefbook.analysis.link_state import LinkAnswer, LinkAnswers, LinkState
from briefbook.analysis.same_work import host
from briefbook.audit.follow import Follower, Outcome
from briefbook.audit.host_clocks import HostClocks, Hours
from briefbook.audit.request import RequestLimits
from briefbook.project.wrong_use import WrongUse

_KEPT_EACH = 5
"""Seconds between two times that what was found is kept."""


def ask_all(
    urls: Iterable[str],
    manners: RequestLimits | None = None,
    told: Callable[[], None] | None = None,
    keep: Callable[[LinkAnswers], None] | None = None,
    earlier: LinkAnswers | None = None,
    hours: Hours | None = None,
) -> LinkAnswers:
    """The answers of all addresses: those of `earlier`, and of the others, each asked once.

    No host has more than one question at a time, whatever led to it. `told` is called after each
    address; `keep` every few seconds, and at the end, with all that is known by then: also when
    the asking is broken off. Both are called from one thread at a time.

    Raises WrongUse if not one host could be reached, now or earlier: then it is this machine that
    is cut off.
    """
    how, hours = manners or RequestLimits(), hours or Hours()
    clocks = HostClocks(how.pause, hours)
    wanted = set(urls)
    known = {url: one for url, one in (earlier or {}).items() if url in wanted}
    found = _Found(known, keep or _not_kept, hours)
    follower = Follower(how, clocks, hours)
    hosts = _by_host(url for url in wanted if url not in known or known[url].again)

    def ask_host(mine: list[str]) -> None:
        for url in mine:
            found.add(url, follower.ask(url), told)

    pool = ThreadPoolExecutor(how.at_once)
    try:
        for asked in [pool.submit(ask_host, mine) for mine in hosts]:
            asked.result()
    finally:
        clocks.stop()
        pool.shutdown(cancel_futures=True)
        found.keep()
    return found.checked()


def _by_host(urls: Iterable[str]) -> list[list[str]]:
    hosts: dict[str, list[str]] = {}
    for url in sorted(urls):
        hosts.setdefault(host(url), []).append(url)
    return [*hosts.values()]


def _not_kept(_: LinkAnswers) -> None:
    """Nobody wants to have it before the end."""


class _Found:
    """What was found so far; of use to several threads."""

    def __init__(
        self, earlier: LinkAnswers, keep: Callable[[LinkAnswers], None], hours: Hours
    ) -> None:
        self._earlier, self._keep, self._hours = earlier, keep, hours
        self._new: dict[str, Outcome] = {}
        self._lock, self._kept = threading.Lock(), hours.ticks()

    def add(self, url: str, outcome: Outcome, told: Callable[[], None] | None) -> None:
        """Take an answer, say so, and keep all of them if it is time."""
        with self._lock:
            self._new[url] = outcome
            if told:
                told()
            if self._hours.ticks() - self._kept >= _KEPT_EACH:
                self._keep(self._sure())
                self._kept = self._hours.ticks()

    def keep(self) -> None:
        """Keep what is known."""
        with self._lock:
            self._keep(self._sure())

    def checked(self) -> Mapping[str, LinkAnswer]:
        """All answers in the order of addresses.

        Raises WrongUse if nobody could be reached.
        """
        if self._new and not self._earlier and not self._reached:
            raise WrongUse(
                "no address could be reached: is this machine connected to the internet?"
            )
        return self._sure()

    @property
    def _reached(self) -> bool:
        return any(one.reached for one in self._new.values())

    def _sure(self) -> Mapping[str, LinkAnswer]:
        """That a host does not exist is believed only while others can be reached."""
        new = {url: one.answer for url, one in self._new.items()}
        if not self._reached:
            lost = LinkAnswer(LinkState.unclear, "its host could not be looked up", again=True)
            new = {url: lost if one.state is LinkState.gone else one for url, one in new.items()}
        return dict(sorted({**self._earlier, **new}.items()))
