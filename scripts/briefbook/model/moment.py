"""One date of EDTF level 1: a day, a month, a season, a year, or what is left open of them."""

import re
from dataclasses import dataclass
from enum import StrEnum

from briefbook.model.day_number import day_number, days_in_month

YEAR_DIGITS = 12
"""Digits of a year written with Y: enough for the age of the universe."""
PATTERN = (
    r"(-?[0-9]{4}(-([0-9]{2}(-([0-9]{2}|XX))?|XX(-XX)?))?|-?[0-9]{2}[0-9X]X"
    rf"|Y-?[1-9][0-9]{{4,{YEAR_DIGITS - 1}}})[?~%]?"
)
_FORM = re.compile(
    r"(?:(?P<year>-?[0-9]{4})(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"|(?P<open>-?[0-9]{2}[0-9X]X)"
    rf"|Y(?P<long>-?[1-9][0-9]{{4,{YEAR_DIGITS - 1}}}))(?P<qualifier>[?~%])?"
)
# The first month of each season. Seasons have no hemisphere here: these are the northern ones,
# which is how the names order within a year; winter runs into the next one.
SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}


class Shape(StrEnum):
    """How much of a date is said."""

    day = "day"
    month = "month"
    some_day = "some-day"
    season = "season"
    year = "year"
    some_month = "some-month"
    decade = "decade"
    century = "century"


@dataclass(frozen=True, slots=True)
class Moment:
    """One date: its shape, its numbers (0 where not said), and the first and last possible day.

    `year` is the first one of a decade or century; `month` is 21 to 24 for a season. Days are
    counted as in `day_number`.
    """

    shape: Shape
    year: int
    month: int
    day: int
    qualifier: str
    first: int
    last: int

    @property
    def last_year(self) -> int:
        """The last year that it can mean, as far as the years are concerned."""
        return self.year + {Shape.decade: 9, Shape.century: 99}.get(self.shape, 0)

    @property
    def numbers(self) -> tuple[int, ...]:
        """Year, month and day as far as they are known for certain; nothing for a decade."""
        match self.shape:
            case Shape.decade | Shape.century:
                return ()
            case Shape.day:
                return (self.year, self.month, self.day)
            case Shape.month | Shape.some_day if self.month:
                return (self.year, self.month)
        return (self.year,)

    @classmethod
    def parse(cls, text: str) -> "Moment":
        """Read one date. Raises ValueError whose message says what is wrong with it."""
        match = _FORM.fullmatch(text)
        if not match:
            raise ValueError("write it as 2025, 2025-06 or 2025-06-24")
        mark = match["qualifier"] or ""
        if match["long"]:
            return cls(Shape.year, int(match["long"]), 0, 0, mark, *_years(int(match["long"]), 0))
        if match["open"]:
            return _open(match["open"], mark)
        if match["year"] == "-0000":
            raise ValueError("the year 0 has no sign: write 0000 for 1 BC")
        year, month, day = int(match["year"]), match["month"], match["day"]
        if month is None:
            return cls(Shape.year, year, 0, 0, mark, *_years(year, 0))
        if month == "XX":
            if day not in (None, "XX"):
                raise ValueError(f"a day needs its month: write {match['year']}-XX")
            shape = Shape.some_month if day is None else Shape.some_day
            return cls(shape, year, 0, 0, mark, *_years(year, 0))
        if int(month) in SEASONS and day is None:
            return _season(year, int(month), mark)
        return _month(year, int(month), day, mark)


def _open(text: str, mark: str) -> Moment:
    """A decade or a century: of a negative one the year nearest to today is the last."""
    span = 100 if text.endswith("XX") else 10
    digits = int(text.strip("-X"))
    year = -(digits * span + span - 1) if text.startswith("-") else digits * span
    shape = Shape.century if span == 100 else Shape.decade
    return Moment(shape, year, 0, 0, mark, *_years(year, span - 1))


def _years(first: int, more: int) -> tuple[int, int]:
    return day_number(first, 1, 1), day_number(first + more, 12, 31)


def _season(year: int, season: int, mark: str) -> Moment:
    start = SEASONS[season]
    ends_in, last = (year, start + 2) if start + 2 <= 12 else (year + 1, start - 10)
    end = day_number(ends_in, last, days_in_month(ends_in, last))
    return Moment(Shape.season, year, season, 0, mark, day_number(year, start, 1), end)


def _month(year: int, month: int, day: str | None, mark: str) -> Moment:
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    days = days_in_month(year, month)
    if day is None or day == "XX":
        shape = Shape.month if day is None else Shape.some_day
        first = day_number(year, month, 1)
        return Moment(shape, year, month, 0, mark, first, first + days - 1)
    if not 1 <= int(day) <= days:
        raise ValueError(f"that month has {days} days")
    place = day_number(year, month, int(day))
    return Moment(Shape.day, year, month, int(day), mark, place, place)
