"""What counts as today: said outright, else by the environment, else the UTC date."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from briefbook.project.wrong_use import WrongUse


def _day(text: str) -> date:
    """Raises ValueError for other forms of ISO 8601 too (“20261123”, “2026-W48-1”)."""
    day = date.fromisoformat(text)
    if day.isoformat() != text:
        raise ValueError(text)
    return day


def today(said: str | None, environment: Mapping[str, str]) -> date:
    """`said`, else BRIEFBOOK_TODAY, else SOURCE_DATE_EPOCH, else the UTC date.

    Raises WrongUse if what is given is no day.
    """
    text = said or environment.get("BRIEFBOOK_TODAY")
    epoch = environment.get("SOURCE_DATE_EPOCH")
    try:
        if text:
            return _day(text)
        if epoch:
            return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise WrongUse(f"“{text or epoch}” is no day; write it as 2026-11-23") from None
    return datetime.now(UTC).date()
