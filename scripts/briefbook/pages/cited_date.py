"""A date as biblatex, CSL-JSON and RIS write it: one day, an interval, open or uncertain."""

import re
from dataclasses import dataclass

from briefbook.model import Edtf

_END = re.compile(r"(-?[0-9]{1,4}X{0,3})(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?([?~%]?)")
_SEASONS = range(21, 25)
_MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True)
class _End:
    """A date, one end of an interval: its text, its numbers as far as they are known, its season.

    `last` is the last year that a year with unspecified digits (“185X”) can mean.
    """

    text: str
    numbers: tuple[int, ...]
    last: int
    season: int
    qualifier: str

    @property
    def csl(self) -> list[int]:
        """CSL has no year 0: 1 BC is -1 there, and 0 in EDTF."""
        return [year if (year := self.numbers[0]) > 0 else year - 1, *self.numbers[1:]]


def _end(text: str) -> _End | None:
    found = _END.fullmatch(text)
    if found is None:
        return None
    year, month, day, qualifier = found.groups(default="")
    first, last = sorted(int(year.replace("X", digit)) for digit in "09")
    numbers, season = [first], 0
    if month.isdigit() and int(month) in _SEASONS:
        season = int(month) - 20
    elif month.isdigit() and int(month) in _MONTHS:
        numbers += [int(part) for part in (month, day) if part.isdigit()]
    return _End(text, tuple(numbers), last, season, qualifier)


def _ends(day: Edtf | None) -> tuple[_End | None, ...]:
    """The date, or both ends of an interval (None: open); nothing for an unknown one."""
    ends = tuple(_end(text) for text in day.text.split("/")) if day else ()
    return ends if any(ends) else ()


def biblatex(day: Edtf | None) -> str:
    """For `date`: as EDTF writes it, but an open end is nothing; empty for an unknown date."""
    return "/".join(end.text if end else "" for end in _ends(day))


def csl(day: Edtf | None) -> dict[str, object]:
    """A date variable; an open end is 0 there. Empty for an unknown date."""
    ends = _ends(day)
    known = [end for end in ends if end]
    parts = [end.csl if end else [0] for end in ends]
    if len(ends) == 1 and known and known[0].last != known[0].numbers[0]:
        parts.append([known[0].last])
    found: dict[str, object] = {"date-parts": parts} if parts else {}
    if len(ends) == 1 and known[0].season:
        found["season"] = known[0].season
    if any(end.qualifier for end in known):
        found["circa"] = True
    return found


def ris(day: Edtf | None) -> tuple[str, str]:
    """For `PY` and `DA`: the year, and “2022/04/06” with what else there is to say of it.

    An interval is told by its first day, or by the last one where it has no first.
    """
    ends = _ends(day)
    shown = next((end for end in ends if end), None)
    if shown is None:
        return "", ""
    year = f"{shown.numbers[0]:0{4 if shown.numbers[0] >= 0 else 5}d}"
    written = "/".join([year, *(f"{number:02d}" for number in shown.numbers[1:])])
    if more := " ".join(_more(ends, shown)):
        return year, written + "/" * (4 - len(shown.numbers)) + more
    return year, written


def _more(ends: tuple[_End | None, ...], shown: _End) -> list[str]:
    found = []
    if shown.season:
        found.append(("spring", "summer", "autumn", "winter")[shown.season - 1])
    if shown.qualifier:
        found.append({"?": "(uncertain)", "~": "(circa)", "%": "(circa, uncertain)"}[
            shown.qualifier
        ])  # fmt: skip
    if len(ends) == 2:
        last = ends[1]
        found.append("or earlier" if ends[0] is None else f"to {last.text}" if last else "onwards")
    elif shown.last != shown.numbers[0]:
        found.append(f"to {shown.last:04d}")
    return found
