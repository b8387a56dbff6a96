"""Freshness: what is past the day on which somebody promised to look again."""

from datetime import date

from briefbook.model import Edtf


def is_past(day: Edtf | None, today: date) -> bool:
    """Whether the last possible day of a date lies before today; absent or open dates never do."""
    return day is not None and day.latest is not None and day.latest < today


def in_force(span: Edtf | None, today: date) -> bool:
    """Whether an interval covers today; a single date is taken as its beginning."""
    if span is None:
        return True
    begun = span.earliest is None or span.earliest <= today
    ended = span.is_interval and span.latest is not None and span.latest < today
    return begun and not ended
