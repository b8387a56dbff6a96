"""A date as biblatex, CSL-JSON and RIS write it: one day, an interval, open or uncertain."""

from dataclasses import dataclass

from briefbook.model import Edtf
from briefbook.model.moment import Moment, Shape


@dataclass(frozen=True, slots=True)
class _End:
    """A date, one end of an interval: its text, its numbers as far as they are known, its season.

    `last` is the last year that it can mean (“185X”).
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


def _end(text: str, moment: Moment | None) -> _End | None:
    if moment is None:
        return None
    season = moment.month - 20 if moment.shape is Shape.season else 0
    return _End(text, moment.numbers or (moment.year,), moment.last_year, season, moment.qualifier)


def _ends(day: Edtf | None) -> tuple[_End | None, ...]:
    """The date, or both ends of an interval (None: open); nothing for an unknown one."""
    if day is None or (day.start is None and day.end is None):
        return ()
    start, mark, end = day.text.partition("/")
    ends = (_end(start, day.start), _end(end, day.end))
    return ends if mark else ends[:1]


def biblatex(day: Edtf | None) -> str:
    """For `date`: as EDTF writes it, but an open end is nothing; empty for an unknown date."""
    if any(end and end.text.startswith("Y") for end in _ends(day)):
        return ""  # biblatex has years of four digits
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
    if shown is None or not 1 <= shown.numbers[0] <= 9999:
        return "", ""  # RIS has years of four digits, and none before the first
    year = f"{shown.numbers[0]:04d}"
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
