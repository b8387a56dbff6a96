"""Names and dates of BibTeX and biblatex."""

import re

from briefbook.authoring.references.filling import Filling, as_edtf, person
from briefbook.authoring.references.latex import plain

_MONTHS = {
    "jan": "01", "feb": "02", "mar": "03", "apr": "04", "may": "05", "jun": "06", "jul": "07",
    "aug": "08", "sep": "09", "oct": "10", "nov": "11", "dec": "12",
}  # fmt: skip
_MONTH = re.compile(r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?", re.IGNORECASE)
_NAME_PARTS = re.compile(
    r"\s*(family|given|prefix|suffix|id|[a-z]+-i|use[a-z]+)\s*=(.*)", re.DOTALL
)


def people(left: dict[str, str], filling: Filling) -> None:
    """Who made it, by `author`, else by `editor`."""
    for role in ("author",) if "author" in left else ("editor",):
        names = [_name(part) for part in _apart(left.pop(role, "")) if part.strip()]
        if "others" in names:
            names.remove("others")
            filling.leave(role, "and others")
        if names:
            filling.take("authors", tuple(dict.fromkeys(names)), role)


def _apart(value: str) -> list[str]:
    """Names that “and” parts, but for one within braces."""
    parts, depth, start = list[str](), 0, 0
    for found in re.finditer(r"[{}]|\s+and\s+", value):
        if found[0] in "{}":
            depth += 1 if found[0] == "{" else -1
        elif depth == 0:
            parts.append(value[start : found.start()])
            start = found.end()
    return [*parts, value[start:]]


def _name(value: str) -> str:
    """A name as it is spoken; braces around the whole make it an institution's."""
    value = value.strip()
    if value.startswith("{") and value.endswith("}"):
        return plain(value)
    pieces = re.split(r",(?![^{]*\})", value)
    if named := [_NAME_PARTS.fullmatch(piece) for piece in pieces]:
        part = {one[1]: plain(one[2].strip(' "')) for one in named if one}
        if all(named) and "family" in part:
            spoken = person(part["family"], part.get("given", ""), part.get("prefix", ""))
            return f"{spoken} {part.get('suffix', '')}".strip()
    parts = [plain(piece) for piece in pieces]
    if len(parts) == 2:
        return person(parts[0], parts[1])
    if len(parts) == 3:
        return (
            f"{person(parts[0], parts[2])}, {parts[1]}" if parts[1] else person(parts[0], parts[2])
        )
    return plain(value)


def _day(typed: str, name: str, filling: Filling) -> str:
    """A date of biblatex: “~” is no blank here but says “about” (EDTF); a time of day is left."""
    day, clock, _ = typed.partition("T")
    if clock and day[-1:].isdigit():
        filling.leave(name, typed)
        typed = day
    return typed.strip("{} ") if "~" in typed else plain(typed)


def _year_month_day(left: dict[str, str], filling: Filling) -> None:
    """Year, month and day as far as they make a date together; what does not is left."""
    year, month, day = (plain(left.pop(name, "")).strip() for name in ("year", "month", "day"))
    known = _MONTH.fullmatch(month)
    number = _MONTHS[known[1].lower()] if known else month.zfill(2) if month.isdigit() else ""
    tried = (f"{year}-{number}-{day.zfill(2)}" if day else "", f"{year}-{number}", year)
    start = 0 if number and "01" <= number <= "12" else 2
    used = next((n for n in range(start, 3) if tried[n] and as_edtf(tried[n])), 3)
    date = as_edtf(tried[used]) if used < 3 else ""
    has = filling.reference.text("published")
    if date and not has:
        filling.take("published", date, "year")
    told = has.startswith(date or "-") or (not date and has.startswith(year))
    for rank, name, value in ((2, "year", year), (1, "month", month), (0, "day", day)):
        if value and (used > rank or (has and not told)) and not (rank == 2 and has[:4] == value):
            filling.leave(name, value)


def dates(left: dict[str, str], filling: Filling) -> None:
    """When it came out and was read."""
    if "date" in left:
        filling.date("published", _day(left.pop("date"), "date", filling), "date")
    if left.keys() & {"year", "month", "day"}:
        _year_month_day(left, filling)
    for name in ("urldate", "lastchecked", "accessed"):
        if name in left:
            filling.date("accessed", _day(left.pop(name), name, filling), name)
    if "origdate" in left:
        filling.leave("origdate", plain(left.pop("origdate")))
