"""Days as whole numbers, for years that Python's own dates do not reach.

Day 1 is 1 January of the year 1, as in `date.toordinal`; the Gregorian calendar is carried on in
both directions, and the year before 1 is 0.
"""

from datetime import date


def day_number(year: int, month: int, day: int) -> int:
    """The number of a day; the day may lie outside its month and is then counted on."""
    shift = (year - 2000) // 400  # the calendar repeats itself after 400 years
    return date(year - shift * 400, month, 1).toordinal() + day - 1 + shift * _CYCLE


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    following = (year + month // 12, month % 12 + 1)
    return day_number(*following, 1) - day_number(year, month, 1)


def year_of(number: int) -> int:
    """The year in which a day lies."""
    shift = (number - _START) // _CYCLE
    return date.fromordinal(number - shift * _CYCLE).year + shift * 400


def nearest_date(number: int) -> date:
    """The day as Python has it; before the year 1 or after 9999 the nearest that it has."""
    return date.fromordinal(min(max(number, 1), date.max.toordinal()))


_CYCLE = 146097
_START = date(2000, 1, 1).toordinal()
