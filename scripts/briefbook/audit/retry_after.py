"""How long a server asks to be left alone: its header Retry-After, in seconds or as a date."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Wait:
    """`seconds` from now, never below 0, and how a sentence says it (“30 seconds”)."""

    seconds: float
    said: str


def wait_of(header: str | None, now: float) -> Wait | None:
    """What the header asks for; None without one, and for one that cannot be read.

    `now` is in seconds since 1970 (UTC); a date that is past asks for no wait at all.
    """
    text = (header or "").strip()
    if text.isascii() and text.isdigit():
        number = int(text[:_DIGITS]) if len(text) <= _DIGITS else 10**_DIGITS
        return Wait(number, f"{number:,} second{'' if number == 1 else 's'}")
    try:
        day = parsedate_to_datetime(text)
        day = day.replace(tzinfo=UTC) if day.tzinfo is None else day.astimezone(UTC)
        seconds = (day - datetime.fromtimestamp(now, UTC)).total_seconds()
    except (ValueError, OverflowError):
        return None
    return Wait(max(0.0, seconds), f"until {day:%Y-%m-%d %H:%M} UTC")
