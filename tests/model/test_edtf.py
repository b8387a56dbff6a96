"""Dates: what is accepted, what is refused, and which days they can mean."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
]
REFUSED = [
    "", " ", "~", "?", "..", "/", "../..", "now", "today", "Unknown", "25", "20255", "0000",
    "2025-6", "2025-6-1", "2025-13", "2025-00", "2025-02-29", "2025-06-31", "2025-06-00",
    "2025-06-24T12:00:00", "2025-06-24 ", " 2025", "2025\n", "24.06.2025", "06/24/2025",
    "2025/06/24", "2025-2026", "2026/2025", "2025-06-24/2025-06-23", "2025/../2026", "..2025",
    "2025??", "?2025", "2025-?06", "-2025", "+2025", "２０２５", "٢٠٢٥", "2025-०६", "2025 AD",
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


@given(st.text(st.sampled_from("0123456789-/.?~%unkow "), max_size=14) | st.text(max_size=10))
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
    dates = ["unknown", "2026", "2025-06-24", "2025", "../2024", "2025-06"]
    found = sorted(map(Edtf.parse, dates), key=lambda item: item.sort_key)
    assert [item.text for item in found] == [
        *("../2024", "2025", "2025-06", "2025-06-24", "2026", "unknown")
    ]


@pytest.mark.parametrize(("text", "mark"), [("2025?", "?"), ("2025-06~", "~"), ("2025%", "%")])
def test_qualifier(text: str, mark: str) -> None:
    assert Edtf.parse(text).qualifier == mark
