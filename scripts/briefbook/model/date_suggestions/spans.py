"""Spans of time: two dates with something between them that is not the one stroke of EDTF."""

import re
from collections.abc import Iterator

from briefbook.model.date_suggestions.edtf_level_2 import Inner
from briefbook.model.date_suggestions.names import NOW

_BETWEEN = re.compile(
    r"\s*[–—/]\s*|\s+-\s+|\s*\.\.+\s*|\s+(?:to|until|till|through|and|by|до|по|и)\s+|\s*至\s*",
    re.I,
)
_OPENED = re.compile(r"(?:between|from|с|между|от|从)\s+", re.I)
_YEARS = re.compile(r"([^-]*[0-9]{3}[0-9X][?~%s]?)\s*-\s*([^-]*[0-9]{3}[0-9X][?~%s]?)?")


def guesses(text: str, inner: Inner) -> Iterator[str]:
    """Each thing that is meant, perhaps not yet in a form that can be read."""
    bare = _OPENED.sub("", text, count=1)
    if match := _YEARS.fullmatch(bare):
        yield from _spans(match[1], match[2] or "", inner)
    parts = _BETWEEN.split(bare)
    if len(parts) == 2:
        yield from _spans(parts[0], parts[1], inner)
    if match := re.fullmatch(r"([0-9]{4})\s*-\s*(.+)", bare):
        yield from _spans(match[1], match[2], inner)


def _spans(start: str, end: str, inner: Inner) -> Iterator[str]:
    """Both ends, the second completed from the first where it leaves out what they share."""
    begun = inner(start) if start else [".."]
    ended = [".."] if not end or end.casefold().strip(". ") in NOW else inner(end)
    shared = re.fullmatch(r"[0-9]{1,2}", end) and re.fullmatch(r"([0-9-]*)([0-9]{2})", start)
    if shared:
        ended = [f"{shared[1]}{end:0>2}", *ended]
    if not begun and ended:
        begun = inner(f"{start} {ended[0][:4]}")
    yield from (f"{one}/{other}" for one in begun[:1] for other in ended[:1])
    days = re.fullmatch(r"([0-9]{1,2})", start)
    if days and ended and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", ended[0]):
        yield f"{ended[0][:8]}{int(start):02d}/{ended[0]}"
