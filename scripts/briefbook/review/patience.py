"""How long to wait before a host is asked again: as long as it says, and not for ever."""

import time
from collections.abc import Callable, Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime

MOST = 90.0
"""Seconds that all waits for a host may take together."""
WAITS = (1.0, 2.0, 4.0)
"""Seconds before each further try, where the host asks for none."""


class Patience:
    """Waits between questions to one host; `sleep` and `now` (a Unix time) are in seconds."""

    def __init__(
        self,
        sleep: Callable[[float], None] | None = None,
        now: Callable[[], float] | None = None,
    ) -> None:
        self._sleep = sleep or time.sleep
        self._now = now or time.time
        self._left = MOST

    def wait(self, tried: int, fields: Mapping[str, str]) -> float | None:
        """Wait before the next try, the `tried`th having failed with these header fields.

        None after a wait. If there is to be no further try, the seconds that a host asks for,
        or 0 if it asks for none.
        """
        asked = self._asked(fields)
        if tried > len(WAITS):
            return asked or 0
        pause = max(asked, 1.0) if asked is not None else WAITS[tried - 1]
        if pause > self._left:
            return pause
        self._left -= pause
        self._sleep(pause)
        return None

    def _asked(self, fields: Mapping[str, str]) -> float | None:
        """The seconds that a host asks to wait; None if it does not, or in words that are none."""
        after = fields.get("retry-after", "").strip()
        if _is_number(after):
            return float(after)
        if after:
            try:
                day = parsedate_to_datetime(after)
            except ValueError:
                day = None
            if day:
                return max(0.0, day.replace(tzinfo=day.tzinfo or UTC).timestamp() - self._now())
        reset = _first(fields, "reset")
        if is_spent(fields) and _is_number(reset):
            return max(0.0, float(reset) - self._now())
        return None


def is_spent(fields: Mapping[str, str]) -> bool:
    """Whether a host says that no question is left for now."""
    return _first(fields, "remaining") == "0"


def _first(fields: Mapping[str, str], name: str) -> str:
    """GitHub's and Forgejo's field of this name, or GitLab's."""
    found = fields.get(f"x-ratelimit-{name}") or fields.get(f"ratelimit-{name}") or ""
    return found.strip()


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()
