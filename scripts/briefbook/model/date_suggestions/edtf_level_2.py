"""What EDTF writes at its level 2, or wrote in older drafts, as level 1 can say it."""

import re
from collections.abc import Callable, Iterator

Inner = Callable[[str], list[str]]

_PARTS = {  # quarters, thirds and halves of a year: their first and last month
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 37: (1, 4), 38: (5, 8), 39: (9, 12),
    40: (1, 6), 41: (7, 12),
}  # fmt: skip
_OPEN = re.compile(r"-?[0-9X]{4}(-[0-9X]{2}){0,2}")
_PLACEHOLDER = re.compile(r"(?<=[0-9-])[xuX*?_]{2,}|(?<=[0-9]{3})[xuX*?_](?![0-9])")


def guesses(text: str, inner: Inner) -> Iterator[str]:
    """Each thing that is meant, perhaps not yet in a form that can be read."""
    if match := re.fullmatch(r"([0-9]{4})-(2[5-9]|3[0-9]|4[01])", text):
        yield from _part(match[1], int(match[2]))
    if match := re.fullmatch(r"(Y?-?[0-9]+)S([0-9])", text):
        yield f"{match[1]}~"
    if match := re.fullmatch(r"Y(-?[0-9]{1,4})E([0-9]{1,2})", text):
        yield f"Y{match[1]}{'0' * int(match[2])}"
    if match := re.fullmatch(r"[\[{](.+)[\]}]", text):
        dates = [part for part in re.split(r"\s*(?:,|\.\.)\s*", match[1]) if part]
        yield f"{dates[0]}/{dates[-1]}" if len(dates) > 1 else match[1]
    yield from _marks(text, inner)
    if "/" in text and re.search(r"unknown|open", text):
        yield text.replace("unknown", "").replace("open", "..")


def _part(year: str, part: int) -> Iterator[str]:
    if part in _PARTS:
        first, last = _PARTS[part]
        yield f"{year}-{first:02d}/{year}-{last:02d}"
    else:  # seasons of one hemisphere
        yield f"{year}-{(part - 25) % 4 + 21}"
    if part > int(year[2:]):
        yield f"{year}/{year[:2]}{part}"


def _marks(text: str, inner: Inner) -> Iterator[str]:
    """Marks that stand before or within a date belong at its end."""
    marks = set(re.findall(r"[?~%]", text))
    if marks and "/" not in text:
        mark = marks.pop() if len(marks) == 1 else "%"
        yield from (f"{plain}{mark}" for plain in inner(re.sub(r"[?~%]", "", text)))


def unspecified(text: str, inner: Inner) -> Iterator[str]:
    """Other signs than X for figures that are not known, or an X where level 1 has none."""
    filled = _PLACEHOLDER.sub(lambda match: "X" * len(match[0]), text)
    if filled != text:
        yield filled
    if not _OPEN.fullmatch(filled) or "X" not in filled:
        return
    sign = "-" if filled.startswith("-") else ""
    year, *rest = filled.removeprefix("-").split("-")
    known = re.match("[0-9]*", year)
    digits = known[0] if known else ""
    match len(digits):
        case 0:
            yield "unknown"
        case 1:
            yield f"{digits}000/{digits}999" if not sign else f"-{digits}999/-{digits}000"
        case 4 if rest and "X" in rest[0]:
            yield f"{sign}{year}-XX"
        case 4 if rest:
            yield f"{sign}{year}-{rest[0]}-XX"
        case number:
            yield f"{sign}{digits}{'X' * (4 - number)}"
