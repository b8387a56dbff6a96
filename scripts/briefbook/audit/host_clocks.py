"""One clock for each host: whoever asks it waits its turn, whatever led to it."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Hours:
    """What tells the time, in seconds: `ticks` never runs backwards, `now` counts from 1970.

    Without a `sleep`, a wait ends early when the asking is stopped.
    """

    ticks: Callable[[], float] = time.monotonic
    now: Callable[[], float] = time.time
    sleep: Callable[[float], object] | None = None


class Stopped(Exception):
    """The asking was broken off: nobody is asked any more."""


class HostRefused(Exception):
    """A host that asked for a longer wait than there is; its message says that of the host."""


@dataclass(slots=True)
class _Clock:
    """When a host may be asked next, by `ticks`; once `refused` is said, not in this run."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    free: float = float("-inf")
    refused: str = ""


class HostClocks:
    """The clocks of all hosts; `pause` is the time in seconds between two questions to one."""

    def __init__(self, pause: float, hours: Hours | None = None) -> None:
        self._pause, self._hours = pause, hours or Hours()
        self._clocks: dict[str, _Clock] = {}
        self._lock, self._stop = threading.Lock(), threading.Event()
        self._sleep = self._hours.sleep or self._stop.wait

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait until the host may be asked, and keep all others away from it meanwhile.

        Raises Stopped, and HostRefused for a host that wants to be left alone.
        """
        clock = self._of(host)
        with clock.lock:
            wait = clock.free - self._hours.ticks()
            if wait > 0 and not clock.refused and not self._stop.is_set():
                self._sleep(wait)
            if self._stop.is_set():
                raise Stopped
            if clock.refused:
                raise HostRefused(clock.refused)
            try:
                yield
            finally:
                clock.free = max(clock.free, self._hours.ticks() + self._pause)

    def hold(self, host: str, seconds: float) -> None:
        """Let nobody ask the host for so long; to be said within one's own turn."""
        self._of(host).free = self._hours.ticks() + seconds

    def refuse(self, host: str, said: str) -> None:
        """Let nobody ask the host in this run any more."""
        self._of(host).refused = said

    def stop(self) -> None:
        """Let nobody ask anybody any more, and end the waits."""
        self._stop.set()

    def _of(self, host: str) -> _Clock:
        with self._lock:
            return self._clocks.setdefault(host, _Clock())
