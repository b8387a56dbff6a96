"""Dates in figures, in another order or with other signs than those of EDTF."""

import re
from collections.abc import Iterator
from datetime import date

from briefbook.model.date_suggestions.edtf_level_2 import Inner

_YEAR_FIRST = re.compile(r"([0-9]{4})([-./ ])([0-9]{1,2})(?:\2([0-9]{1,2}))?")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-./ ])([0-9]{1,2})\2([0-9]{4})")
_MONTH_YEAR = re.compile(r"([0-9]{1,2})[-./]([0-9]{4})")
_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ,]+[0-9]{1,2}:[0-9:.,]*.*")
_QUARTER = re.compile(r"(?:([0-9]{4})[- /]*([QH])([1-4])|([QH])([1-4])[- /]*([0-9]{4}))", re.I)
_CHINESE = re.compile(r"([0-9]{4})年(?:([0-9]{1,2})月(?:([0-9]{1,2})[日号])?)?")


def guesses(text: str, inner: Inner) -> Iterator[str]:
    """Each thing that is meant, perhaps not yet in a form that can be read."""
    if match := _TIME.fullmatch(text):
        yield match[1]
    if match := _YEAR_FIRST.fullmatch(text):
        yield _joined(match[1], match[3], match[4])
        yield from _two_years(match[1], match[3] if not match[4] else "")
    if match := _YEAR_LAST.fullmatch(text):
        day, sign, month, year = match.groups()
        yield _joined(year, month, day)
        if sign != ".":  # with points the day comes first wherever they are used
            yield _joined(year, day, month)
    if match := _MONTH_YEAR.fullmatch(text):
        yield _joined(match[2], match[1], None)
    if match := _CHINESE.fullmatch(text):
        yield _joined(*match.groups())
    if match := _QUARTER.fullmatch(text):
        yield from _quarter(*(match.groups()[:3] if match[1] else (match[6], match[4], match[5])))
    if match := re.fullmatch(r"([0-9]{4})(0[1-9]|1[0-2])([0-3][0-9])", text):
        yield _joined(*match.groups())
        return
    yield from _counted(text)
    yield from _years(text)


def _joined(year: str, month: str | None, day: str | None) -> str:
    return "-".join([year, *(f"{int(part):02d}" for part in (month, day) if part)])


def _two_years(year: str, end: str) -> Iterator[str]:
    """“2024/25”, “1850-60”."""
    if len(end) == 2 and int(end) > 12 and int(end) > int(year[2:]):
        yield f"{year}/{year[:2]}{end}"


def _quarter(year: str, kind: str, number: str) -> Iterator[str]:
    months = 3 if kind.upper() == "Q" else 6
    last = int(number) * months
    yield f"{year}-{last - months + 1:02d}/{year}-{last:02d}"


def _counted(text: str) -> Iterator[str]:
    """ISO 8601's weeks, and days counted through the year."""
    try:
        if match := re.fullmatch(r"([0-9]{4})-?W([0-9]{2})(?:-?([1-7]))?", text):
            year, week, day = int(match[1]), int(match[2]), match[3]
            first = date.fromisocalendar(year, week, int(day or 1))
            last = date.fromisocalendar(year, week, int(day or 7))
            yield first.isoformat() if day else f"{first.isoformat()}/{last.isoformat()}"
        if match := re.fullmatch(r"([0-9]{4})-([0-3][0-9]{2})", text):
            found = date.fromordinal(date(int(match[1]), 1, 1).toordinal() + int(match[2]) - 1)
            if found.year == int(match[1]):
                yield found.isoformat()
    except (ValueError, OverflowError):  # no such week or day: nothing is meant
        return


def _years(text: str) -> Iterator[str]:
    """Years with too few or too many figures, or a sign that is not wanted."""
    if match := re.fullmatch(r"(Y?)([-+]?)([0-9]+)", text):
        sign, digits = match[2].strip("+"), match[3].lstrip("0") or "0"
        if len(digits) > 4:
            yield f"Y{sign}{digits}"
        elif len(digits) > 2 or sign or match[1] or match[2]:
            yield f"{sign if digits != '0' else ''}{digits:0>4}"
