"""Dates: what is accepted, what is refused, and which days they can mean."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.model.day_number import day_number, nearest_date, year_of
from briefbook.model.edtf import PATTERN, Edtf

ACCEPTED = [
    ("2025", "2025-01-01", "2025-12-31"),
    ("2025-06", "2025-06-01", "2025-06-30"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2025-06-24", "2025-06-24", "2025-06-24"),
    ("2025?", "2025-01-01", "2025-12-31"),
    ("2025-06~", "2025-06-01", "2025-06-30"),
    ("2025-06-24%", "2025-06-24", "2025-06-24"),
    ("2022-04-06/..", "2022-04-06", None),
    ("../2022-04-06", None, "2022-04-06"),
    ("2022/2024-02", "2022-01-01", "2024-02-29"),
    ("2022/2022", "2022-01-01", "2022-12-31"),
    ("2022?/2023~", "2022-01-01", "2023-12-31"),
    ("2022/", "2022-01-01", None),
    ("unknown", None, None),
    ("0001", "0001-01-01", "0001-12-31"),
    ("9999-12-31", "9999-12-31", "9999-12-31"),
    ("199X", "1990-01-01", "1999-12-31"),
    ("18XX~", "1800-01-01", "1899-12-31"),
    ("2004-XX", "2004-01-01", "2004-12-31"),
    ("2004-02-XX", "2004-02-01", "2004-02-29"),
    ("2004-XX-XX", "2004-01-01", "2004-12-31"),
    ("2025-21", "2025-03-01", "2025-05-31"),
    ("2025-22?", "2025-06-01", "2025-08-31"),
    ("2025-23", "2025-09-01", "2025-11-30"),
    ("2023-24", "2023-12-01", "2024-02-29"),
    ("2025-21/2025-22", "2025-03-01", "2025-08-31"),
    ("199X/..", "1990-01-01", None),
    ("/1985", None, "1985-12-31"),
    ("-0043/0033", "0001-01-01", "0033-12-31"),
    ("0000", "0001-01-01", "0001-01-01"),
    ("Y170000", "9999-12-31", "9999-12-31"),
    ("Y-170000/..", "0001-01-01", None),
]
REFUSED = [
    "", " ", "~", "?", "..", "/", "../..", "now", "today", "Unknown", "25", "20255", "-0000",
    "2025-6", "2025-6-1", "2025-13", "2025-00", "2025-02-29", "2025-06-31", "2025-06-00",
    "2025-06-24T12:00:00", "2025-06-24 ", " 2025", "2025\n", "24.06.2025", "06/24/2025",
    "2025/06/24", "2025-2026", "2026/2025", "2025-06-24/2025-06-23", "2025/../2026", "..2025",
    "2025??", "?2025", "2025-?06", "+2025", "２０２５", "٢٠٢٥", "2025-०६", "2025 AD",
    "20250624", "2025-W05", "2025-06-24/unknown",
]  # fmt: skip


@pytest.mark.parametrize(("text", "earliest", "latest"), ACCEPTED)
def test_accepted(text: str, earliest: str | None, latest: str | None) -> None:
    read = Edtf.parse(text)
    assert read.text == text
    assert read.earliest == (date.fromisoformat(earliest) if earliest else None)
    assert read.latest == (date.fromisoformat(latest) if latest else None)
    assert re.fullmatch(PATTERN, text)


@pytest.mark.parametrize("text", REFUSED, ids=ascii)
def test_refused_with_a_reason(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w+ \w+"):
        Edtf.parse(text)


@given(st.text(st.sampled_from("0123456789-/.?~%unkow XY"), max_size=14) | st.text(max_size=10))
def test_what_is_read_is_in_the_pattern_of_the_schema(text: str) -> None:
    """An editor with the schema must not refuse what the program accepts."""
    try:
        read = Edtf.parse(text)
    except ValueError:
        return
    assert re.fullmatch(PATTERN, text)
    assert read.earliest is None or read.latest is None or read.earliest <= read.latest


def test_start_left_empty_like_the_end() -> None:
    """`2022/` is read; the pattern and the reader agree on `/2022` too, whatever they say."""
    try:
        Edtf.parse("/2022")
    except ValueError:
        assert not re.fullmatch(PATTERN, "/2022")
    else:
        assert re.fullmatch(PATTERN, "/2022")


@given(st.dates())
def test_days(day: date) -> None:
    read = Edtf.parse(day.isoformat())
    assert (read.earliest, read.latest) == (day, day)
    assert (read.qualifier, read.is_interval) == ("", False)


@given(st.dates(), st.dates())
def test_intervals(start: date, end: date) -> None:
    text = f"{start.isoformat()}/{end.isoformat()}"
    if start <= end:
        assert Edtf.parse(text).is_interval
    else:
        with pytest.raises(ValueError, match="ends before"):
            Edtf.parse(text)


def test_order_is_by_first_day_and_the_unknown_comes_last() -> None:
    wanted = [
        *("Y-17000", "-0500", "-004X", "-0043", "-0043-03-15", "0000", "0033", "185X", "/1985"),
        *("../2024", "2025-01", "2025", "2025-21", "2025-06", "2025-06-24", "2025-24", "2026"),
        *("9999-12-31", "Y10000", "Y170000", "unknown"),
    ]
    found = sorted(map(Edtf.parse, reversed(wanted)), key=lambda item: item.sort_key)
    assert [item.text for item in found] == wanted
    newest = sorted(found, key=lambda item: item.newest_key, reverse=True)
    assert [item.text for item in newest] == [*reversed(wanted[:-1]), "unknown"]


@pytest.mark.parametrize(("text", "mark"), [("2025?", "?"), ("2025-06~", "~"), ("2025%", "%")])
def test_qualifier(text: str, mark: str) -> None:
    assert Edtf.parse(text).qualifier == mark


@pytest.mark.parametrize(
    ("text", "iso", "year"),
    [
        ("2025-06-24?", "2025-06-24", 2025), ("2025-21", "2025", 2025), ("2004-XX", "2004", 2004),
        ("2004-06-XX", "2004-06", 2004), ("-0043", "-0043", -43), ("0000", "0000", 0),
        ("185X", "", 1850), ("../1985", "", 1985), ("2022/..", "", 2022), ("unknown", "", None),
        ("Y170000", "", 170000), ("-0043-03-15~", "-0043-03-15", -43), ("-004X", "", -49),
    ],
)  # fmt: skip
def test_iso_and_year(text: str, iso: str, year: int | None) -> None:
    read = Edtf.parse(text)
    assert (read.iso, read.year) == (iso, year)


@given(st.integers(-999_999_999_999, 999_999_999_999), st.integers(1, 12), st.integers(1, 28))
def test_days_of_any_year_are_in_order(year: int, month: int, day: int) -> None:
    at = day_number(year, month, day)
    assert year_of(at) == year
    assert day_number(year, month, 1) == at - day + 1
    assert day_number(year, 12, 31) + 1 == day_number(year + 1, 1, 1)


@given(st.dates())
def test_days_are_counted_as_python_does(day: date) -> None:
    assert day_number(day.year, day.month, day.day) == day.toordinal()
    assert nearest_date(day.toordinal()) == day
