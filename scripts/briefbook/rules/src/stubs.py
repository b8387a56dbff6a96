"""Stubs: roots that nobody here read, known through others only."""

from briefbook.model import Source
from briefbook.model.source import Seen

_UNREAD = (Seen.not_seen, Seen.through_copies)


def is_stub(source: Source) -> bool:
    """Whether a source was never read itself; rules for addresses, dates and grades spare it."""
    return source.seen in _UNREAD
