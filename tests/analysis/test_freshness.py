"""Freshness: a promise holds to the end of its last possible day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from short_records import day

from briefbook.analysis.freshness import has_ended, in_force, is_past

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("2026-11-22", True),
        ("2026-11-23", False),  # on the day itself there is still time
        ("2026-11-24", False),
        ("2026-10", True),
        ("2026-11", False),
        ("2025", True),
        ("2026", False),
        ("2025?", True),
        ("2026~", False),
        ("2020/2026-11-22", True),
        ("2020/2026-11", False),
        ("2020/..", False),
        ("../2026-11-22", True),
        ("unknown", False),
        ("202X", False),
        ("201X", True),
        ("2026-23", False),  # autumn ends with November
        ("2026-22", True),
        ("2026-XX", False),
        ("2026-10-XX", True),
        ("-0043", True),
        ("9999-12-31", False),
        ("Y10000", False),
        ("/2026-11-22", True),
        ("2020/", False),
    ],
)
def test_past_is_what_can_no_longer_be_today(text: str, past: bool) -> None:
    assert is_past(day(text), TODAY) is past


def test_without_a_date_nothing_is_past_or_ended_and_all_is_in_force() -> None:
    assert (is_past(None, TODAY), has_ended(None, TODAY), in_force(None, TODAY)) == (
        False,
        False,
        True,
    )


@pytest.mark.parametrize(
    ("text", "ended", "holds"),
    [
        ("2022-04-06/..", False, True),
        ("2022-04-06/2026-11-22", True, False),
        ("2022-04-06/2026-11-23", False, True),
        ("2022-04-06/2026", False, True),
        ("2022-04-06", False, True),  # a single date is a beginning
        ("2026-11-23", False, True),
        ("2026-11-24", False, False),
        ("2026-11-24/..", False, False),
        ("2026-12/2027-01", False, False),
        ("../2026-11-22", True, False),
        ("unknown", False, True),
    ],
)
def test_an_interval_ends_and_a_date_begins(text: str, ended: bool, holds: bool) -> None:
    assert (has_ended(day(text), TODAY), in_force(day(text), TODAY)) == (ended, holds)


DAYS = st.dates(date(2026, 1, 1), date(2026, 3, 1))


@given(DAYS, st.integers(0, 60), DAYS)
def test_an_interval_is_in_force_on_each_of_its_days(start: date, length: int, today: date) -> None:
    span = [start + timedelta(days=n) for n in range(length + 1)]
    interval = day(f"{start}/{span[-1]}")
    assert in_force(interval, today) is (today in span)
    assert has_ended(interval, today) is (today > span[-1])
    assert has_ended(day(str(start)), today) is False
