"""Freshness: what is past the day on which somebody promised to look again."""

from datetime import date

from briefbook.model import Edtf


def is_past(day: Edtf | None, today: date) -> bool:
    """Whether the last possible day of a date lies before today; absent or open dates never do."""
    return day is not None and day.last is not None and day.last < today.toordinal()


def has_ended(span: Edtf | None, today: date) -> bool:
    """Whether an interval has an end and it lies before today; a single date is a beginning."""
    return span is not None and span.is_interval and is_past(span, today)


def in_force(span: Edtf | None, today: date) -> bool:
    """Whether an interval covers today; a single date is taken as its beginning."""
    begun = span is None or span.first is None or span.first <= today.toordinal()
    return begun and not has_ended(span, today)
